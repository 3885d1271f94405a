import type { JWTVerifyGetKey } from 'jose';
import { type KeyFetchDeps, type PublishedKey, publishedKeys } from '../../../src/network/published-keys.ts';

/** Where Bot Framework publishes its signing keys. */
const BOT_KEYS_URL = 'https://login.botframework.com/v1/.well-known/keys';
/** Where Entra publishes the signing keys of all tenants. */
const ENTRA_KEYS_URL = 'https://login.microsoftonline.com/common/discovery/v2.0/keys';
/** What Entra writes as the issuer of a key that signs for every tenant of an organisation. */
const ANY_TENANT = '{tenantid}';

const DAY_MS = 24 * 60 * 60_000;
const TIMES = { freshMs: DAY_MS, usableMs: 2 * DAY_MS };

/** The keys that tokens may be signed with. */
export interface Keys {
  /** Finds the key of a token; fetches new keys for an unknown one, at most once a minute. */
  readonly of: JWTVerifyGetKey;
}

interface KeysDeps extends KeyFetchDeps {
  readonly url?: string;
}

/** Bot Framework's keys that are endorsed for Teams. */
export function teamsKeys({ url = BOT_KEYS_URL, ...deps }: KeysDeps): Keys {
  const isUsable = ({ endorsements }: PublishedKey) => Array.isArray(endorsements) && endorsements.includes('msteams');
  return { of: publishedKeys({ name: 'Bot Framework', url, ...TIMES, isUsable }, deps) };
}

/** Entra's keys for the tokens of organisations; those of personal accounts are left out. */
export function entraKeys({ url = ENTRA_KEYS_URL, ...deps }: KeysDeps): Keys {
  const isUsable = ({ issuer }: PublishedKey) => typeof issuer === 'string' && issuer.includes(ANY_TENANT);
  return { of: publishedKeys({ name: 'Entra', url, ...TIMES, isUsable }, deps) };
}
