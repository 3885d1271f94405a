import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import nock from 'nock';

export const NOW = new Date('2026-03-31T12:00:00Z');
export const APP_ID = '11111111-1111-4111-8111-111111111111';
export const TENANT = '22222222-2222-4222-8222-222222222222';
export const SERVICE_URL = 'https://smba.trafficmanager.net/emea/';

const pairs = await Promise.all([0, 1, 2].map(() => generateKeyPair('RS256', { extractable: true })));
const [known, unendorsed, foreign] = pairs.map(({ privateKey }) => privateKey);
if (known === undefined || unendorsed === undefined || foreign === undefined) throw new Error('There are three keys.');

/** A key Bot Framework endorses for Teams, one it endorses for another channel, and one of somebody else. */
export const KEYS = { known, unendorsed, foreign };

const published = await Promise.all(
  pairs.slice(0, 2).map(async ({ publicKey }, index) => ({
    ...(await exportJWK(publicKey)),
    kid: `key-${index}`,
    use: 'sig',
    endorsements: index === 0 ? ['msteams', 'skype'] : ['webchat'],
  })),
);

/** The answer of Bot Framework's key server. */
export const KEY_SET = { keys: published };

/** Publishes the keys once. */
export function publishKeys(): void {
  nock('https://login.botframework.com').get('/v1/.well-known/keys').reply(200, KEY_SET);
}

export interface Claims {
  readonly header?: Record<string, unknown>;
  readonly payload?: JWTPayload;
  readonly key?: CryptoKey;
}

/** A token as Bot Framework signs it, or with something wrong about it. */
export async function tokenWith({ header, payload, key = known as CryptoKey }: Claims = {}): Promise<string> {
  const seconds = Math.floor(NOW.getTime() / 1000);
  const claims = {
    serviceurl: SERVICE_URL,
    iss: 'https://api.botframework.com',
    aud: APP_ID,
    nbf: seconds - 60,
    exp: seconds + 3600,
    ...payload,
  };
  return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'key-0', typ: 'JWT', ...header }).sign(key);
}
