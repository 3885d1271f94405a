import { compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { z } from 'zod';
import type { BadgeSignature } from '../domain/document-reading.ts';

const Key = z.looseObject({ kty: z.string() });
const ALGORITHMS = ['RS256', 'ES256', 'ES384', 'EdDSA', 'Ed25519'];
/** The names of Ed25519 keys: `did:key:` with the prefix of base58 and of this kind of key. */
const DID_KEY = /^did:key:z(6Mk[1-9A-HJ-NP-Za-km-z]{44})/u;
const DID_JWK = /^did:jwk:([\w-]+)/u;
const BASE58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/**
 * Checks the signature of a token with the key that it carries. That shows that it was not changed, not who signed it. `unchecked` if the key
 * is elsewhere, because nothing is fetched.
 */
export async function checkSignature(token: string): Promise<BadgeSignature> {
  try {
    const header = decodeProtectedHeader(token);
    const key = keyIn(header.jwk, header.kid ?? '');
    if (key === undefined) return 'unchecked';
    await compactVerify(token, await importJWK(key, header.alg), { algorithms: ALGORITHMS });
    return 'valid';
  } catch {
    return 'invalid';
  }
}

function keyIn(jwk: unknown, kid: string): JWK | undefined {
  const inside = Key.safeParse(jwk);
  if (inside.success) return inside.data;
  const encoded = DID_JWK.exec(kid)?.[1];
  if (encoded !== undefined) return Key.parse(JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8')));
  const multibase = DID_KEY.exec(kid)?.[1];
  if (multibase === undefined) return undefined;
  // Two bytes say that it is an Ed25519 key.
  const x = Buffer.from(fromBase58(multibase)).subarray(2).toString('base64url');
  return { kty: 'OKP', crv: 'Ed25519', x };
}

function fromBase58(text: string): Uint8Array {
  let value = 0n;
  for (const sign of text) value = value * 58n + BigInt(BASE58.indexOf(sign));
  return new Uint8Array(Buffer.from(value.toString(16).padStart(68, '0'), 'hex'));
}
