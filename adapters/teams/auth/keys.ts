import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../../../src/ports.ts';

/** Where Bot Framework publishes the keys it signs with. */
export const KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';

const FRESH_MS = 24 * 60 * 60_000;
/** How long keys may be used when no newer ones can be had. */
const USABLE_MS = 2 * FRESH_MS;
const COOL_DOWN_MS = 60_000;
const PATIENCE_MS = 5000;

const Key = z.looseObject({ kty: z.string(), kid: z.string(), endorsements: z.array(z.string()).optional() });
const KeySet = z.object({ keys: z.array(z.unknown()).max(1000) });

/** The keys Teams' tokens may be signed with. */
export interface Keys {
  /** For a key that is not known, new ones are fetched, at most once a minute. */
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
 * Not `jose.createRemoteJWKSet`: it refuses every token once its cache is over and the key server does not answer, waits no minute
 * after a fetch that failed, so that forged tokens would make one request each, and reads the system's clock.
 */
export function teamsKeys({ clock, log, fetch, url = KEYS_URL }: KeysDeps): Keys {
  let known: Fetched | undefined;
  let requested: Promise<void> | undefined;
  let askedAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();

  async function ask(): Promise<void> {
    try {
      known = { at: now(), ...(await fetchKeys(fetch, url)) };
    } catch (error) {
      log.error('The keys of Bot Framework could not be fetched.', { error });
    }
  }

  async function refreshed(): Promise<void> {
    if (requested === undefined && now() - askedAt >= COOL_DOWN_MS) {
      askedAt = now();
      requested = ask().finally(() => {
        requested = undefined;
      });
    }
    await requested;
  }

  return {
    of: async (header, token) => {
      const isKnown = known !== undefined && now() - known.at < FRESH_MS && known.ids.has(header.kid ?? '');
      if (!isKnown) await refreshed();
      if (known === undefined || now() - known.at >= USABLE_MS)
        throw new Error('There are no keys to check a token with.');
      return known.find(header, token);
    },
  };
}

async function fetchKeys(fetch: KeysDeps['fetch'], url: string): Promise<Omit<Fetched, 'at'>> {
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(PATIENCE_MS) });
  if (!response.ok) throw new Error(`The keys were answered with status ${response.status}.`);
  const { keys } = KeySet.parse(await response.json());
  const endorsed = keys.flatMap((key): JWK[] => {
    const read = Key.safeParse(key);
    return read.success && read.data.endorsements?.includes('msteams') ? [read.data] : [];
  });
  if (endorsed.length === 0) throw new Error('None of the keys is endorsed for Teams.');
  return { ids: new Set(endorsed.map(({ kid }) => kid ?? '')), find: createLocalJWKSet({ keys: endorsed }) };
}
