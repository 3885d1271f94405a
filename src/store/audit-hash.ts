import { createHash } from 'node:crypto';

/** The hashed fields of an audit entry, in order. */
export interface HashedEntry {
  readonly previous: string;
  readonly workspaceId: string;
  readonly seq: number;
  readonly at: Date;
  readonly actor: string;
  readonly what: string;
  readonly kind: string;
  readonly subject: string;
  readonly beforeHash: string;
  readonly afterHash: string;
  readonly why: string;
}

/** The previous hash of the first entry. */
export const GENESIS = '0'.repeat(64);

/** The hash of an entry: SHA-256 of its fields, joined by `|`, in UTF-8. None of them can have a `|` in it. */
export function entryHash(entry: HashedEntry): string {
  const { previous, workspaceId, seq, at, actor, what, kind, subject, beforeHash, afterHash, why } = entry;
  return sha256(
    [previous, workspaceId, seq, at.toISOString(), actor, what, kind, subject, beforeHash, afterHash, why].join('|'),
  );
}

/** The hash of a content with its salt. */
export function contentHash(salt: string, content: unknown): string {
  return sha256(salt + canonical(content));
}

/** JSON with the keys of every object in order, so that the same content is always the same text. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
