import { Migration } from '@mikro-orm/migrations';
import { grantToApp } from './row-level-security.ts';

/** Tables of what is public and the same for every workspace. */
export const PUBLIC_TABLES = ['public_feed'];

/** The last content of public feeds, by the hash of the address, so that each is fetched once for all workspaces and replicas. */
export class PublicFeeds extends Migration {
  override up(): void {
    this.addSql(`create table public_feed (
      address_hash text primary key,
      content bytea,
      content_type text not null default '',
      content_hash text not null default '',
      etag text,
      last_modified text,
      fetched_at timestamptz,
      failed_at timestamptz,
      problem text not null default '',
      claimed_until timestamptz
    )`);
    this.addSql(grantToApp('select, insert, update, delete', PUBLIC_TABLES.join(', ')));
  }
}
