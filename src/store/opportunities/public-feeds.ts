import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';

/** What a public feed answered. */
export interface FeedContent {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  readonly etag: string | undefined;
  readonly lastModified: string | undefined;
}

/** What is known about a public feed when a workspace wants to read it. */
export type FeedClaim =
  /** This process fetches it now, with what it knows about the stored content. */
  | { readonly kind: 'claimed'; readonly etag: string | undefined; readonly lastModified: string | undefined }
  /** Another process is fetching it. */
  | { readonly kind: 'busy' }
  /** It was fetched lately; `version` changes with its content. */
  | { readonly kind: 'fresh'; readonly version: string }
  /** It could not be fetched lately. */
  | { readonly kind: 'failed'; readonly problem: string };

/** How recent a fetch must be, in milliseconds. */
interface FeedAge {
  readonly maxAgeMs: number;
  readonly now: Date;
}

/** How long a process may fetch a feed before another one tries. */
const CLAIM_MS = 60_000;
/** How long a failure is taken for granted. */
const FAILURE_MS = 15 * 60_000;
/** A feed that no workspace has read for this time is forgotten; each is read every few hours, or once a day while it fails. */
const FORGET_MS = 3 * 86_400_000;

interface Row {
  readonly etag: string | null;
  readonly last_modified: string | null;
  readonly content_hash: string;
  readonly problem: string;
  readonly is_busy: boolean;
  readonly has_failed: boolean;
}

/** The last content of public feeds, for all workspaces. The address itself is stored at the workspaces only. */
export class PublicFeeds {
  readonly #em: () => EntityManager;

  constructor(em: () => EntityManager) {
    this.#em = em;
  }

  /** Claims a feed for this process unless it was fetched lately or another process is at it. */
  async claim(address: string, { maxAgeMs, now }: FeedAge): Promise<FeedClaim> {
    const before = (ms: number) => new Date(now.getTime() - ms);
    const hash = hashOf(address);
    const [claimed] = await this.#em().execute<Row[]>(
      `insert into public_feed as feed (address_hash, claimed_until) values (?, ?)
       on conflict (address_hash) do update set claimed_until = excluded.claimed_until
        where (feed.claimed_until is null or feed.claimed_until <= ?)
          and (feed.fetched_at is null or feed.fetched_at <= ? or feed.fetched_at > ?)
          and (feed.failed_at is null or feed.failed_at <= ? or feed.failed_at > ?)
       returning etag, last_modified`,
      [hash, new Date(now.getTime() + CLAIM_MS), now, before(maxAgeMs), now, before(FAILURE_MS), now],
    );
    if (claimed !== undefined)
      return { kind: 'claimed', etag: claimed.etag ?? undefined, lastModified: claimed.last_modified ?? undefined };
    const [row] = await this.#em().execute<Row[]>(
      `select content_hash, problem, coalesce(claimed_until > ?, false) as is_busy, failed_at is not null as has_failed
         from public_feed where address_hash = ?`,
      [now, hash],
    );
    if (row === undefined || row.is_busy) return { kind: 'busy' };
    return row.has_failed
      ? { kind: 'failed', problem: row.problem }
      : { kind: 'fresh', version: versionOf(row.content_hash) };
  }

  /** Stores what a claimed feed answered, for all workspaces; returns its version. */
  async save(address: string, { bytes, contentType, etag, lastModified }: FeedContent, now: Date): Promise<string> {
    const contentHash = createHash('sha256').update(contentType).update('\n').update(bytes).digest('hex');
    await this.#em().execute(
      `update public_feed set content = ?, content_type = ?, content_hash = ?, etag = ?, last_modified = ?, fetched_at = ?,
              failed_at = null, problem = '', claimed_until = null
        where address_hash = ?`,
      [Buffer.from(bytes), contentType, contentHash, etag ?? null, lastModified ?? null, now, hashOf(address)],
    );
    return versionOf(contentHash);
  }

  /** Records that a claimed feed has not changed; returns its version. */
  async saveUnchanged(address: string, now: Date): Promise<string> {
    const [row] = await this.#em().execute<Row[]>(
      `update public_feed set fetched_at = ?, failed_at = null, problem = '', claimed_until = null
        where address_hash = ? returning content_hash`,
      [now, hashOf(address)],
    );
    return versionOf(row?.content_hash ?? '');
  }

  /** Records why a claimed feed could not be fetched. */
  async saveFailure(address: string, problem: string, now: Date): Promise<void> {
    await this.#em().execute(
      'update public_feed set failed_at = ?, problem = ?, claimed_until = null where address_hash = ?',
      [now, problem, hashOf(address)],
    );
  }

  /** Returns the content of a version, unless there is another one by now. */
  async content(address: string, version: string): Promise<FeedContent | undefined> {
    const [row] = await this.#em().execute<
      { content: Uint8Array | null; content_type: string; content_hash: string }[]
    >('select content, content_type, content_hash from public_feed where address_hash = ?', [hashOf(address)]);
    if (!row?.content || versionOf(row.content_hash) !== version) return undefined;
    return { bytes: row.content, contentType: row.content_type, etag: version, lastModified: undefined };
  }

  /** Forgets a feed, so that each workspace fetches it for itself. */
  async forget(address: string): Promise<void> {
    await this.#em().execute('delete from public_feed where address_hash = ?', [hashOf(address)]);
  }

  /** Deletes the feeds that no workspace reads any more. */
  async forgetUnread(now: Date): Promise<void> {
    const before = new Date(now.getTime() - FORGET_MS);
    await this.#em().execute(
      `delete from public_feed where coalesce(greatest(fetched_at, failed_at, claimed_until), to_timestamp(0)) < ?`,
      [before],
    );
  }
}

/** Marks a version in the place of a validator of the feed's own server. */
const SHARED = 'shared ';

/** Whether a validator names a shared version, which the feed's server doesn't know. */
export function isSharedVersion(validator: string): boolean {
  return validator.startsWith(SHARED);
}

function versionOf(contentHash: string): string {
  return `${SHARED}${contentHash}`;
}

function hashOf(address: string): string {
  return createHash('sha256').update(address).digest('hex');
}
