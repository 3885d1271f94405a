import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { newSigningKey, signingKeyFrom } from '../signing/sign-document.ts';
import type { Store } from '../store/store.ts';
import { UsageError } from './workspace.ts';

/** Does what is said of the keys that seal reports, and says what was done: nothing shows them; `rotate`, `backup` to a file, `restore FILE`. */
export async function manageKeys(
  [what = '', path]: readonly string[],
  { store, now, out }: { readonly store: Store; readonly now: Date; readonly out: string | undefined },
): Promise<string> {
  if (what === '') return keysText(store, now);
  if (what === 'rotate') return inUse(store, undefined, now);
  if (what === 'restore' && path !== undefined && existsSync(path))
    return inUse(store, readFileSync(path, 'utf8'), now);
  if (what !== 'backup' || out === undefined)
    throw new UsageError(
      'keys has an unknown or incomplete argument. Use keys alone, or with rotate, backup --out FILE or restore FILE.',
    );
  writeFileSync(out, (await store.signingKeys.current(newSigningKey, now)).privatePem, { mode: 0o600 });
  return `Private key written to ${out}. Keep it secret: anyone who has it can sign reports as this recert.`;
}

/** The public keys, the one in use first, each with when it was. */
async function keysText(store: Store, now: Date): Promise<string> {
  await store.signingKeys.current(newSigningKey, now);
  const keys = await store.signingKeys.all();
  const lines = keys.map(({ keyId, publicPem, madeAt, retiredAt }) => {
    const until = retiredAt === undefined ? 'in use' : `until ${retiredAt.toISOString()}`;
    return `${keyId}, since ${madeAt.toISOString()}, ${until}\n${publicPem}`;
  });
  return lines.join('\n').trimEnd();
}

/** Puts a new pair of keys in use, or the one of a private key that was backed up. */
async function inUse(store: Store, privatePem: string | undefined, now: Date): Promise<string> {
  const key = privatePem === undefined ? newSigningKey() : signingKeyFrom(privatePem);
  await store.signingKeys.replace(key, now);
  return `Reports are now signed with key ${key.keyId}.`;
}
