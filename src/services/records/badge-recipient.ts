import { createHash } from 'node:crypto';
import type { BadgeReading } from '../../domain/document-reading.ts';

/** Whether a badge was issued to one of a member's e-mail addresses; `unknown` if that can't be told. */
export type BadgeRecipient = 'member' | 'other' | 'unknown';

const EMAIL = /^[^\s@]+@[^\s@]+$/u;
/** The algorithms of Open Badges 2.0 and 3.0, and the length of their hashes in hexadecimal digits. */
const HASH = /^(?<algorithm>sha256\$(?=[0-9a-f]{64}$)|md5\$(?=[0-9a-f]{32}$))(?<digits>[0-9a-f]+)$/iu;

/** Returns the e-mail addresses among handles. */
export function emailsAmong(handles: readonly string[]): readonly string[] {
  return handles.filter((handle) => EMAIL.test(handle));
}

/**
 * Compares the recipient of a badge with a member's e-mail addresses. A hash is compared with that of each address as it is written and in lower
 * case, with the salt after it (Open Badges 2.0, IdentityHash).
 */
export function compareRecipient(
  { recipient, recipientHash }: Pick<BadgeReading, 'recipient' | 'recipientHash'>,
  emails: readonly string[],
): BadgeRecipient {
  if (emails.length === 0) return 'unknown';
  if (recipientHash !== undefined) return compareHash(recipientHash, emails);
  const address = recipient?.replace(/^mailto:/iu, '').toLowerCase() ?? '';
  if (!EMAIL.test(address)) return 'unknown';
  return emails.some((email) => email.toLowerCase() === address) ? 'member' : 'other';
}

function compareHash(
  { hash, salt }: NonNullable<BadgeReading['recipientHash']>,
  emails: readonly string[],
): BadgeRecipient {
  const { algorithm = '', digits = '' } = HASH.exec(hash.trim())?.groups ?? {};
  if (digits === '') return 'unknown';
  const name = algorithm.slice(0, -1).toLowerCase();
  const variants = new Set(emails.flatMap((email) => [email, email.toLowerCase(), capitalised(email)]));
  const isOne = [...variants].some(
    (email) => createHash(name).update(`${email}${salt}`).digest('hex') === digits.toLowerCase(),
  );
  return isOne ? 'member' : 'other';
}

/** `Ana.Duarte@example.org`, as directories write it. */
function capitalised(email: string): string {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  return `${local.replace(/(?:^|[.-])\p{L}/gu, (letter) => letter.toUpperCase())}@${domain}`;
}
