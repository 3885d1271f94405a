import { createLocalJWKSet, type JWK, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Clock, Log } from '../../../src/ports.ts';

/** Where Bot Framework publishes its signing keys. */
const BOT_KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';
/** Where Entra publishes the signing keys of all tenants. */
const ENTRA_KEYS_URL = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
/** What Entra writes as the issuer of a key that signs for every tenant of an organisation. */
const ANY_TENANT = '{tenantid}';

const FRESH_MS = 24 * 60 * 60_000;
/** How long keys are used if newer ones can't be fetched. */
const USABLE_MS = 2 * FRESH_MS;
const COOL_DOWN_MS = 60_000;
const TIMEOUT_MS = 5000;

const Key = z.looseObject({
  kty: z.string(),
  kid: z.string(),
  endorsements: z.array(z.string()).optional(),
  issuer: z.string().optional(),
});
type Key = z.infer<typeof Key>;
const KeySet = z.object({ keys: z.array(z.unknown()).max(1000) });

/** The keys that tokens may be signed with. */
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

/** A place where keys are published. */
interface KeySource {
  readonly name: string;
  readonly url: string;
  /** Whether a published key may sign the tokens that are checked here. */
  isUsable(key: Key): boolean;
}

interface Fetched {
  readonly at: number;
  readonly ids: ReadonlySet<string>;
  readonly find: JWTVerifyGetKey;
}

/** Bot Framework's keys that are endorsed for Teams. */
export function teamsKeys({ url = BOT_KEYS_URL, ...deps }: KeysDeps): Keys {
  const isUsable = ({ endorsements }: Key) => endorsements?.includes('msteams') === true;
  return publishedKeys({ name: 'Bot Framework', url, isUsable }, deps);
}

/** Entra's keys for the tokens of organisations; those of personal accounts are left out. */
export function entraKeys({ url = ENTRA_KEYS_URL, ...deps }: KeysDeps): Keys {
  const isUsable = ({ issuer }: Key) => issuer?.includes(ANY_TENANT) === true;
  return publishedKeys({ name: 'Entra', url, isUsable }, deps);
}

/**
 * Keys that are published at an address, kept for a day.
 *
 * `jose.createRemoteJWKSet` is not used: it refuses every token when its cache has expired and the key server is down, has no pause
 * after a failed fetch, so each forged token would cause a request, and reads the system's clock.
 */
function publishedKeys(source: KeySource, { clock, log, fetch }: Omit<KeysDeps, 'url'>): Keys {
  let known: Fetched | undefined;
  let fetching: Promise<void> | undefined;
  let fetchedAt = Number.NEGATIVE_INFINITY;
  const now = () => clock.now().getTime();

  async function fetchNow(): Promise<void> {
    try {
      known = { at: now(), ...(await fetchKeys(fetch, source)) };
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

async function fetchKeys(fetch: KeysDeps['fetch'], { name, url, isUsable }: KeySource): Promise<Omit<Fetched, 'at'>> {
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
