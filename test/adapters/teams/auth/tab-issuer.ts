import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import nock from 'nock';
import { APP_ID, NOW, TENANT } from '../issuer.ts';

export const RESOURCE = `api://recert.example.org/botid-${APP_ID}`;
export const PERSON = '33333333-3333-4333-8333-333333333333';
export const WEB_CLIENT = '5e3ce6c0-2b1f-4285-8d4b-75ee78787346';
const [ours, personal, foreign] = await Promise.all(
  [0, 1, 2].map(() => generateKeyPair('RS256', { extractable: true })),
);
if (ours === undefined || personal === undefined || foreign === undefined) throw new Error('There are three keys.');

/** A key Entra signs with for organisations, one for personal accounts, and one of another issuer. */
export const ENTRA_KEYS = { ours: ours.privateKey, personal: personal.privateKey, foreign: foreign.privateKey };

const ISSUER = 'https://login.microsoftonline.com/{tenantid}/v2.0';
const ENTRA_KEY_SET = {
  keys: [
    { ...(await exportJWK(ours.publicKey)), kid: 'entra-0', use: 'sig', issuer: ISSUER },
    {
      ...(await exportJWK(personal.publicKey)),
      kid: 'entra-1',
      use: 'sig',
      issuer: 'https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0',
    },
  ],
};

/** Publishes Entra's keys, for as often as they are fetched. */
export function publishEntraKeys(): void {
  nock('https://login.microsoftonline.com')
    .persist()
    .get('/common/discovery/v2.0/keys')
    .optionally()
    .reply(200, ENTRA_KEY_SET);
}

export interface TabTokenChanges {
  readonly header?: Record<string, unknown>;
  readonly payload?: Readonly<Record<string, unknown>>;
  readonly key?: CryptoKey;
  /** When the token was issued. */
  readonly at?: Date;
}

/** A token of version 2 as Teams gets it from Entra for the tab, or with something wrong about it. */
export async function tabToken({
  header,
  payload,
  key = ENTRA_KEYS.ours,
  at = NOW,
}: TabTokenChanges = {}): Promise<string> {
  const seconds = Math.floor(at.getTime() / 1000);
  const claims = {
    ver: '2.0',
    iss: `https://login.microsoftonline.com/${TENANT}/v2.0`,
    aud: APP_ID,
    azp: WEB_CLIENT,
    tid: TENANT,
    oid: PERSON,
    name: 'Ana Costa',
    scp: 'access_as_user',
    iat: seconds - 60,
    nbf: seconds - 60,
    exp: seconds + 3600,
    ...payload,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'entra-0', typ: 'JWT', ...header }).sign(key);
}
