import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../ports.ts';

const COOL_DOWN_MS = 60_000;
const TIMEOUT_MS = 5000;

const Key = z.looseObject({ kty: z.string(), kid: z.string() });
const KeySet = z.object({ keys: z.array(z.unknown()).max(1000) });

/** A published key, with whatever else its issuer says about it. */
export type PublishedKey = z.infer<typeof Key>;

/** What fetching keys needs. */
export interface KeyFetchDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
}

/** An address at which keys are published. */
export interface KeySource {
  /** Who publishes them, for the log. */
  readonly name: string;
  readonly url: string;
  /** How long keys are used, in milliseconds. */
  readonly freshMs: number;
  /** How long keys are used if newer ones can't be fetched, in milliseconds. */
  readonly usableMs: number;
  /** Whether a published key may sign the tokens that are checked. */
  isUsable?(key: PublishedKey): boolean;
}

interface FetchedKeys {
  readonly at: number;
  readonly ids: ReadonlySet<string>;
  readonly find: JWTVerifyGetKey;
}

/**
 * Finds the key of a token among the keys that are published at an address. For an unknown key, new ones are fetched once a minute at most.
 *
 * `jose.createRemoteJWKSet` is not used: it refuses every token when its cache has expired and the key server is down, has no pause
 * after a failed fetch, so each forged token would cause a request, and reads the system's clock.
 */
export function publishedKeys(source: KeySource, { clock, log, fetch }: KeyFetchDeps): JWTVerifyGetKey {
  let known: FetchedKeys | undefined;
  let fetching: Promise<void> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();

  async function fetchNow(): Promise<void> {
    try {
      known = { at: now(), ...(await fetchKeys(source, fetch)) };
    } catch (error) {
      log.error(`The keys of ${source.name} could not be fetched.`, { error });
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
    const isFresh = known !== undefined && now() - known.at < source.freshMs && known.ids.has(header.kid ?? '');
    if (!isFresh) await refresh();
    if (known === undefined || now() - known.at >= source.usableMs)
      throw new Error('There are no keys to check a token with.');
    return known.find(header, token);
  };
}

async function fetchKeys(
  { name, url, isUsable = () => true }: KeySource,
  fetch: KeyFetchDeps['fetch'],
): Promise<Omit<FetchedKeys, 'at'>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The keys were answered with status ${response.status}.`);
  const { keys } = KeySet.parse(await response.json());
  const usable = keys.flatMap((key): JWK[] => {
    const read = Key.safeParse(key);
    return read.success && isUsable(read.data) ? [read.data] : [];
  });
  if (usable.length === 0) throw new Error(`None of the keys of ${name} may sign a token for recert.`);
  return { ids: new Set(usable.map(({ kid }) => kid ?? '')), find: createLocalJWKSet({ keys: usable }) };
}
