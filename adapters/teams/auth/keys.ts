import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../../../src/ports.ts';

/** Where Bot Framework publishes its signing keys. */
const KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';

const FRESH_MS = 24 * 60 * 60_000;
/** How long keys are used if newer ones can't be fetched. */
const USABLE_MS = 2 * FRESH_MS;
const COOL_DOWN_MS = 60_000;
const TIMEOUT_MS = 5000;

const Key = z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).optional() });
const KeySet = z.object({ keys: z.array(z.unknown()).max(1000) });

/** The keys that Teams' tokens may be signed with. */
export interface Keys {
  /** Finds the key of a token; fetches new keys for an unknown one, at most once a minute. */
  readonly of: JWTVerifyGetKey;
}

interface KeysDeps {
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch: typeof fetch;
  readonly url?: string;
}

interface Fetched {
  readonly at: number;
  readonly ids: ReadonlySet<string>;
  readonly find: JWTVerifyGetKey;
}

/**
 * Bot Framework's keys that are endorsed for Teams, kept for a day.
 *
 * `jose.createRemoteJWKSet` is not used: it refuses every token when its cache has expired and the key server is down, has no pause
 * after a failed fetch, so each forged token would cause a request, and reads the system's clock.
 */
export function teamsKeys({ clock, log, fetch, url = KEYS_URL }: KeysDeps): Keys {
  let known: Fetched | undefined;
  let fetching: Promise<void> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();

  async function fetchNow(): Promise<void> {
    try {
      known = { at: now(), ...(await fetchKeys(fetch, url)) };
    } catch (error) {
      log.error('The keys of Bot Framework could not be fetched.', { error });
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

  return {
    of: async (header, token) => {
      const isKnown = known !== undefined && now() - known.at < FRESH_MS && known.ids.has(header.kid ?? '');
      if (!isKnown) await refresh();
      if (known === undefined || now() - known.at >= USABLE_MS)
        throw new Error('There are no keys to check a token with.');
      return known.find(header, token);
    },
  };
}

async function fetchKeys(fetch: KeysDeps['fetch'], url: string): Promise<Omit<Fetched, 'at'>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
  if (!response.ok) throw new Error(`The keys were answered with status ${response.status}.`);
  const { keys } = KeySet.parse(await response.json());
  const endorsed = keys.flatMap((key): JWK[] => {
    const read = Key.safeParse(key);
    return read.success && read.data.endorsements?.includes('msteams') ? [read.data] : [];
  });
  if (endorsed.length === 0) throw new Error('None of the keys is endorsed for Teams.');
  return { ids: new Set(endorsed.map(({ kid }) => kid ?? '')), find: createLocalJWKSet({ keys: endorsed }) };
}
