import { newSigningKey, signingKeyFrom } from '../seal/seal.ts';
import type { Store } from '../store/store.ts';

/** The public keys, the one in use first, each with when it was. */
export async function keysText(store: Store, now: Date): Promise<string> {
  await store.signingKeys.current(newSigningKey, now);
  const keys = await store.signingKeys.all();
  const lines = keys.map(({ keyId, publicPem, madeAt, retiredAt }) => {
    const until = retiredAt === undefined ? 'in use' : `until ${retiredAt.toISOString()}`;
    return `${keyId}, since ${madeAt.toISOString()}, ${until}\n${publicPem}`;
  });
  return lines.join('\n').trimEnd();
}

/** Puts a new pair of keys in use, or the one of a private key that was backed up; resolves to what it is known by. */
export async function replaceKey(store: Store, privatePem: string | undefined, now: Date): Promise<string> {
  const key = privatePem === undefined ? newSigningKey() : signingKeyFrom(privatePem);
  await store.signingKeys.replace(key, now);
  return key.keyId;
}

/** The private key in use, to be kept in a safe place. */
export async function privateKey(store: Store, now: Date): Promise<string> {
  return (await store.signingKeys.current(newSigningKey, now)).privatePem;
}
