import { readFileSync, writeFileSync } from 'node:fs';
import { newSigningKey, type SigningKey, signingKeyFrom } from '../signing/sign-document.ts';
import type { Store } from '../store/store.ts';

/** Returns the public keys that reports are checked with and the dates of their use, the key in use first. */
export async function listKeys(store: Store, now: Date): Promise<string> {
  await store.signingKeys.current(newSigningKey, now);
  const keys = await store.signingKeys.all();
  const lines = keys.map(({ keyId, publicPem, madeAt, retiredAt }) => {
    const until = retiredAt === undefined ? 'in use' : `until ${retiredAt.toISOString()}`;
    return `${keyId}, since ${madeAt.toISOString()}, ${until}\n${publicPem}`;
  });
  return lines.join('\n').trimEnd();
}

/** Signs reports with a new key from now on. */
export function rotateKey(store: Store, now: Date): Promise<string> {
  return signWith(newSigningKey(), store, now);
}

/** Signs reports with the private key in a backup file from now on. */
export function restoreKey(path: string, store: Store, now: Date): Promise<string> {
  return signWith(signingKeyFrom(readFileSync(path, 'utf8')), store, now);
}

/** Writes the private key in use to a file that only its owner can read. */
export async function backUpKey(path: string, store: Store, now: Date): Promise<string> {
  const { privatePem } = await store.signingKeys.current(newSigningKey, now);
  writeFileSync(path, privatePem, { mode: 0o600 });
  return `Private key written to ${path}. Keep it secret: anyone who has it can sign reports as this recert.`;
}

async function signWith(key: SigningKey, store: Store, now: Date): Promise<string> {
  await store.signingKeys.replace(key, now);
  return `Reports are now signed with key ${key.keyId}.`;
}
