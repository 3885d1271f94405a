import type { EntityManager } from '@mikro-orm/sql';
import { asMilliseconds } from '../instant-column.ts';
import type { TokenCipher } from './token-cipher.ts';

/** The tokens of a bot. */
interface Tokens {
  readonly access: string;
  readonly refresh?: string;
  readonly expiresAt?: Date;
}

/** A bot that a tenant installed itself. */
interface Bot {
  readonly tenant: string;
  readonly isOrgWide: boolean;
  readonly enterprise?: string;
  readonly botId?: string;
  readonly botUserId: string;
  readonly tokens: Tokens;
  readonly installedAt: Date;
}

interface Row {
  readonly tenant: string;
  readonly is_org_wide: boolean;
  readonly enterprise: string | null;
  readonly bot_id: string | null;
  readonly bot_user_id: string;
  readonly encrypted_tokens: string;
  readonly key_id: string;
  readonly expiryMilliseconds: number | null;
  readonly installedMilliseconds: number;
}

/** How long another process leaves a claimed installation alone. */
const CLAIM_MS = 120_000;
const COLUMNS = `tenant, is_org_wide, enterprise, bot_id, bot_user_id, encrypted_tokens, key_id,
  ${asMilliseconds('expires_at')} as "expiryMilliseconds", ${asMilliseconds('installed_at')} as "installedMilliseconds"`;

/** The bots of a platform that tenants installed. It holds no workspace data and is read before any workspace is known. */
export class BotInstallations {
  readonly #em: () => EntityManager;
  readonly #platform: string;
  readonly #cipher: TokenCipher;

  constructor(em: () => EntityManager, platform: string, cipher: TokenCipher) {
    this.#em = em;
    this.#platform = platform;
    this.#cipher = cipher;
  }

  /** Throws `CannotDecrypt` if none of the configured keys fits. */
  async find(tenant: string): Promise<Bot | undefined> {
    const query = `select ${COLUMNS} from bot_installation where platform = ? and tenant = ?`;
    const [row] = await this.#em().execute<Row[]>(query, [this.#platform, tenant]);
    return row && this.#botOf(row);
  }

  /** Stores a new installation, in place of an earlier one. */
  async save({ tenant, isOrgWide, enterprise, botId, botUserId, tokens, installedAt }: Bot): Promise<void> {
    const { keyId, text } = this.#encrypt(tenant, tokens);
    await this.#em().execute(
      `insert into bot_installation (platform, tenant, is_org_wide, enterprise, bot_id, bot_user_id, encrypted_tokens, key_id, expires_at, installed_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       on conflict (platform, tenant) do update set is_org_wide = excluded.is_org_wide, enterprise = excluded.enterprise,
         bot_id = excluded.bot_id, bot_user_id = excluded.bot_user_id, encrypted_tokens = excluded.encrypted_tokens,
         key_id = excluded.key_id, expires_at = excluded.expires_at, claimed_until = null, installed_at = excluded.installed_at`,
      [
        ...[this.#platform, tenant, isOrgWide, enterprise ?? null, botId ?? null, botUserId],
        ...[text, keyId, tokens.expiresAt ?? null, installedAt],
      ],
    );
  }

  /** Deletes the tokens of a tenant, if they were installed at or before an instant. Returns whether there were any. */
  async remove(tenant: string, installedUntil: Date): Promise<boolean> {
    const rows = await this.#em().execute<unknown[]>(
      'delete from bot_installation where platform = ? and tenant = ? and installed_at <= ? returning tenant',
      [this.#platform, tenant, installedUntil],
    );
    return rows.length > 0;
  }

  /** Claims an installation whose tokens expire before an instant, for two minutes; undefined if there is none that isn't claimed. */
  async claimExpiring(claim: {
    readonly expiresBefore: Date;
    readonly now: Date;
    readonly tenant?: string;
  }): Promise<Bot | undefined> {
    const { expiresBefore, now, tenant } = claim;
    const [row] = await this.#em().execute<Row[]>(
      `update bot_installation set claimed_until = ? where platform = ? and tenant = (
         select tenant from bot_installation where platform = ? and expires_at < ? and (claimed_until is null or claimed_until < ?)
            ${tenant === undefined ? '' : 'and tenant = ?'}
          order by expires_at limit 1 for update skip locked)
       returning ${COLUMNS}`,
      [
        ...[new Date(now.getTime() + CLAIM_MS), this.#platform, this.#platform, expiresBefore, now],
        ...(tenant === undefined ? [] : [tenant]),
      ],
    );
    return row && this.#botOf(row);
  }

  /** Replaces the tokens of an installation, unless it was installed again or removed meanwhile. Ends its claim. */
  async replaceTokens({ tenant, installedAt }: Bot, tokens: Tokens): Promise<void> {
    const { keyId, text } = this.#encrypt(tenant, tokens);
    await this.#em().execute(
      `update bot_installation set encrypted_tokens = ?, key_id = ?, expires_at = ?, claimed_until = null
        where platform = ? and tenant = ? and installed_at = ?`,
      [text, keyId, tokens.expiresAt ?? null, this.#platform, tenant, installedAt],
    );
  }

  /** Uses an install link up; false if it was used before. */
  async claimInstallState({ hash, expiresAt }: { hash: string; expiresAt: Date }, now: Date): Promise<boolean> {
    const em = this.#em();
    await em.execute('delete from used_install_state where expires_at < ?', [now]);
    const rows = await em.execute<unknown[]>(
      'insert into used_install_state (state_hash, expires_at) values (?, ?) on conflict do nothing returning state_hash',
      [hash, expiresAt],
    );
    return rows.length > 0;
  }

  /** Encrypts the tokens of all tenants with the first key. Returns how many were changed, and the tenants whose key is missing. */
  async encryptAgain(): Promise<{ readonly changed: number; readonly unreadable: readonly string[] }> {
    const query = `select ${COLUMNS} from bot_installation where platform = ? and key_id <> ? order by tenant`;
    const rows = await this.#em().execute<Row[]>(query, [this.#platform, this.#cipher.keyId]);
    const unreadable: string[] = [];
    for (const row of rows) if (!(await this.#encryptRowAgain(row))) unreadable.push(row.tenant);
    return { changed: rows.length - unreadable.length, unreadable };
  }

  /** Tokens that were replaced meanwhile are already encrypted with the key of the process that replaced them. */
  async #encryptRowAgain({ tenant, key_id, encrypted_tokens }: Row): Promise<boolean> {
    const owner = this.#ownerOf(tenant);
    let plain: string;
    try {
      plain = this.#cipher.decrypt({ keyId: key_id, text: encrypted_tokens }, owner);
    } catch {
      return false;
    }
    const { keyId, text } = this.#cipher.encrypt(plain, owner);
    await this.#em().execute(
      `update bot_installation set encrypted_tokens = ?, key_id = ? where platform = ? and tenant = ? and encrypted_tokens = ?`,
      [text, keyId, this.#platform, tenant, encrypted_tokens],
    );
    return true;
  }

  #encrypt(tenant: string, { access, refresh }: Tokens) {
    return this.#cipher.encrypt(
      JSON.stringify([access, ...(refresh === undefined ? [] : [refresh])]),
      this.#ownerOf(tenant),
    );
  }

  #botOf(row: Row): Bot {
    const { tenant, enterprise, bot_id: botId, expiryMilliseconds } = row;
    const plain = this.#cipher.decrypt({ keyId: row.key_id, text: row.encrypted_tokens }, this.#ownerOf(tenant));
    const [access, refresh]: readonly string[] = JSON.parse(plain);
    if (access === undefined) throw new Error(`The tokens of ${this.#ownerOf(tenant)} have an unknown format.`);
    return {
      ...{ tenant, isOrgWide: row.is_org_wide, botUserId: row.bot_user_id },
      ...(enterprise === null ? {} : { enterprise }),
      ...(botId === null ? {} : { botId }),
      tokens: {
        access,
        ...(refresh === undefined ? {} : { refresh }),
        ...(expiryMilliseconds === null ? {} : { expiresAt: new Date(expiryMilliseconds) }),
      },
      installedAt: new Date(row.installedMilliseconds),
    };
  }

  /** What tokens are bound to: copied to another tenant's row, they can't be decrypted. */
  #ownerOf(tenant: string): string {
    return `${this.#platform}/${tenant}`;
  }
}
