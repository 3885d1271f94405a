import type { JWTVerifyGetKey } from 'jose';
import { type KeyFetchDeps, publishedKeys } from '../../../src/network/published-keys.ts';

const HOUR_MS = 60 * 60_000;

/** Where keys are fetched from, and with what. */
interface IssuerKeysDeps extends KeyFetchDeps {
  readonly url: string;
}

/** Finds the key of an access token. Keys are used for an hour, and for a day if the issuer doesn't answer. */
export function issuerKeys({ url, ...deps }: IssuerKeysDeps): JWTVerifyGetKey {
  const times = { freshMs: HOUR_MS, usableMs: 24 * HOUR_MS };
  return publishedKeys({ name: 'the issuer of access tokens', url, ...times }, deps);
}
