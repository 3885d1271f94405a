import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../../../src/ports.ts';

const FRESH_MS = 60 * 60_000;
/** How long keys are used if newer ones can't be fetched. */
const USABLE_MS = 24 * FRESH_MS;
const COOL_DOWN_MS = 60_000;
const TIMEOUT_MS = 5000;

const Key = z.looseObject({ kty: z.string(), kid: z.string() });
const KeySet = z.object({ keys: z.array(z.unknown()).max(1000) });

/** Where keys are fetched from, and with what. */
export interface IssuerKeysDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
  readonly url: string;
}

interface FetchedKeys {
  readonly at: number;
  readonly ids: ReadonlySet<string>;
  readonly find: JWTVerifyGetKey;
}

/**
 * Finds the key of a token. Keys are used for an hour, and for a day if the issuer doesn't answer. For an unknown key, new ones are fetched once a
 * minute at most, so forged tokens cause no requests: `jose.createRemoteJWKSet` has no such pause after a failed request.
 */
export function issuerKeys({ clock, log, fetch, url }: IssuerKeysDeps): JWTVerifyGetKey {
  let known: FetchedKeys | undefined;
  let fetching: Promise<void> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();

  async function fetchNow(): Promise<void> {
    try {
      known = { at: now(), ...(await fetchKeys(fetch, url)) };
    } catch (error) {
      log.error('The keys of the issuer of access tokens could not be fetched.', { error });
    }
  }

  async function refresh(): Promise<void> {
    if (fetching === undefined && now() - fetchedAt >= COOL_DOWN_MS) {
      fetchedAt = now();
      fetching = fetchNow().finally(() => {
        fetching = undefined;
      });
    }
    await fetching;
  }

  return async (header, token) => {
    const isFresh = known !== undefined && now() - known.at < FRESH_MS && known.ids.has(header.kid ?? '');
    if (!isFresh) await refresh();
    if (known === undefined || now() - known.at >= USABLE_MS)
      throw new Error('There are no keys to check a token with.');
    return known.find(header, token);
  };
}

async function fetchKeys(fetch: IssuerKeysDeps['fetch'], url: string): Promise<Omit<FetchedKeys, 'at'>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The keys were answered with status ${response.status}.`);
  const { keys } = KeySet.parse(await response.json());
  const named = keys.flatMap((key): JWK[] => {
    const read = Key.safeParse(key);
    return read.success ? [read.data] : [];
  });
  if (named.length === 0) throw new Error('The key set has no key with an id.');
  return { ids: new Set(named.map(({ kid }) => kid ?? '')), find: createLocalJWKSet({ keys: named }) };
}
