import { Migration } from '@mikro-orm/migrations';
import { grantToApp } from './row-level-security.ts';

/** Tables that are read to find a workspace's bot, before any workspace is known. */
export const INSTALLATION_TABLES = ['bot_installation', 'used_install_state'];

/** The encrypted bot tokens of each tenant that installed the app itself, and the install links that were used. */
export class BotInstallations extends Migration {
  override up(): void {
    const statements = [
      `create table bot_installation (
        platform text not null,
        tenant text not null,
        is_org_wide boolean not null,
        enterprise text,
        bot_id text,
        bot_user_id text not null,
        encrypted_tokens text not null,
        key_id text not null,
        expires_at timestamptz,
        claimed_until timestamptz,
        installed_at timestamptz not null,
        primary key (platform, tenant)
      )`,
      'create index bot_installation_expiry on bot_installation (platform, expires_at) where expires_at is not null',
      // A link to install the app works once, on whichever replica it is used.
      `create table used_install_state (
        state_hash text primary key,
        expires_at timestamptz not null
      )`,
      grantToApp('select, insert, update, delete', INSTALLATION_TABLES.join(', ')),
    ];
    for (const statement of statements) this.addSql(statement);
  }
}
