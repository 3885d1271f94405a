import { decodeJwt } from 'jose';
import { type Day, parseDay } from '../domain/calendar.ts';
import type { BadgeReading, BadgeSignature } from '../domain/document-reading.ts';
import { Assertion2, Credential3 } from './badge-shapes.ts';
import { checkSignature } from './badge-signature.ts';
import { SIGNED_TOKEN } from './baked-badge.ts';

/** Reads an Open Badge from JSON or a signed token; undefined if it is none. Nothing is fetched. */
export async function readBadge(text: string): Promise<BadgeReading | undefined> {
  const token = SIGNED_TOKEN.exec(text)?.[1];
  const content = token === undefined ? parsed(() => JSON.parse(text)) : parsed(() => decodeJwt(token));
  if (content === undefined) return undefined;
  const signature = token === undefined ? 'unchecked' : await checkSignature(token);
  return ofVersion3(content, signature) ?? ofVersion2(content, signature);
}

function parsed(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

function ofVersion2(content: unknown, signature: BadgeSignature): BadgeReading | undefined {
  const { data } = Assertion2.safeParse(content);
  if (data === undefined) return undefined;
  const { badge, recipient, issuedOn, expires } = data;
  const about = typeof badge === 'string' ? undefined : badge;
  const issuer = typeof about?.issuer === 'string' ? undefined : about?.issuer.name;
  return tidy({
    version: '2.0',
    signature,
    achievement: about?.name,
    issuer,
    issuedOn,
    expiresOn: expires,
    isHashed: recipient.hashed,
    recipient: recipient.identity,
    salt: recipient.salt,
  });
}

/** In a token the credential is the payload, or in older ones its claim `vc`. */
function ofVersion3(content: unknown, signature: BadgeSignature): BadgeReading | undefined {
  const inner = typeof content === 'object' && content !== null && 'vc' in content ? content.vc : content;
  const { data } = Credential3.safeParse(inner);
  if (data === undefined) return undefined;
  const { issuer, credentialSubject, validFrom, issuanceDate, validUntil, expirationDate } = data;
  const [identity] = credentialSubject.identifier ?? [];
  return tidy({
    version: '3.0',
    signature,
    achievement: credentialSubject.achievement.name,
    issuer: typeof issuer === 'string' ? undefined : issuer.name,
    issuedOn: validFrom ?? issuanceDate,
    expiresOn: validUntil ?? expirationDate,
    isHashed: identity?.hashed ?? true,
    recipient: identity?.identityHash,
    salt: identity?.salt,
  });
}

interface BadgeContent {
  readonly version: BadgeReading['version'];
  readonly signature: BadgeSignature;
  readonly achievement: string | undefined;
  readonly issuer: string | undefined;
  readonly issuedOn: string | undefined;
  readonly expiresOn: string | undefined;
  readonly isHashed: boolean;
  readonly recipient: string | undefined;
  readonly salt: string | undefined;
}

function tidy({
  version,
  signature,
  achievement,
  issuer,
  issuedOn,
  expiresOn,
  isHashed,
  recipient,
  salt = '',
}: BadgeContent): BadgeReading {
  const [issued, expires] = [dayOf(issuedOn), dayOf(expiresOn)];
  const name = isHashed || recipient === undefined ? undefined : clean(recipient);
  return {
    version,
    signature,
    ...(achievement === undefined ? {} : { achievement: clean(achievement) }),
    ...(issuer === undefined ? {} : { issuer: clean(issuer) }),
    ...(issued === undefined ? {} : { issuedOn: issued }),
    ...(expires === undefined ? {} : { expiresOn: expires }),
    ...(name === undefined ? {} : { recipient: name }),
    ...(isHashed && recipient !== undefined ? { recipientHash: { hash: recipient, salt } } : {}),
  };
}

/** The day of a moment such as `2026-03-01T09:00:00Z`, as the issuer writes it. */
function dayOf(moment = ''): Day | undefined {
  return parseDay(moment.slice(0, 10));
}

function clean(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, 200);
}
