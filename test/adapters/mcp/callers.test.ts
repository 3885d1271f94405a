import { exportJWK, generateKeyPair, type JWTHeaderParameters } from 'jose';
import { expect, it } from 'vitest';
import { issuerKeys } from '../../../adapters/mcp/auth/issuer-keys.ts';
import type { Identity } from '../../../src/chat/identity.ts';
import { silent } from '../../support/conversation.ts';
import { quietCore } from '../../support/core.ts';
import { callBody, NOW, post, signedHeaders, startedAdapter, TENANT, token, USER } from './callers.ts';

/** Whom the core is asked for, where recert knows some people. */
async function askedFor(
  requestOf: () => Promise<Request> | Request,
  knows: (from: Identity) => boolean = () => true,
): Promise<Identity | undefined> {
  let asked: Identity | undefined;
  const adapter = await startedAdapter({
    ...quietCore,
    isKnown: async (from) => knows(from),
    dispatch: async ({ from }) => {
      asked = from;
      return { kind: 'card', to: 'sender', card: { title: 'ok', blocks: [] } };
    },
  });
  await adapter.route?.handle(await requestOf());
  return asked;
}

const bySlack = (slack: object) => () => {
  const body = callBody(slack);
  return post(body, signedHeaders(body));
};
const inTeam = { platform: 'slack', tenant: 'T0HOME', user: 'U0ANNA' };
const inEnterprise = { ...inTeam, tenant: 'E0GRID' };

it.each([
  ['by the workspace', { user_id: 'U0ANNA', team_id: 'T0HOME' }, true, inTeam],
  [
    'by the workspace, in an enterprise',
    { user_id: 'U0ANNA', team_id: 'T0HOME', enterprise_id: 'E0GRID' },
    true,
    inTeam,
  ],
  [
    'by the enterprise, if only that knows them',
    { user_id: 'U0ANNA', team_id: 'T0HOME', enterprise_id: 'E0GRID' },
    false,
    inEnterprise,
  ],
  [
    'by the workspace alone',
    { user_id: 'W0ANNA', team_id: 'T0HOME', enterprise_id: null },
    false,
    { ...inTeam, user: 'W0ANNA' },
  ],
  ['not without a workspace', { user_id: 'U0ANNA', team_id: null, enterprise_id: 'E0GRID' }, true, undefined],
] as const)('Slack names a person %s', async (_, slack, isKnownInTeam, expected) => {
  expect(await askedFor(bySlack(slack), ({ tenant }) => isKnownInTeam || tenant !== 'T0HOME')).toEqual(expected);
});

it('a token names a person of Teams, in lower case', async () => {
  const shouted = { oid: USER.toUpperCase(), tid: TENANT.toUpperCase() };
  const request = async () => post(callBody(undefined), { authorization: `Bearer ${await token(shouted)}` });

  expect(await askedFor(request)).toEqual({ platform: 'teams', tenant: TENANT, user: USER });
});

it('the keys of an issuer are fetched once a minute at most, and used while it doesn’t answer', async () => {
  const { publicKey } = await generateKeyPair('ES256', { extractable: true });
  const key = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
  let now = NOW.getTime();
  let fetched = 0;
  let isDown = false;
  const find = issuerKeys({
    clock: { now: () => new Date(now) },
    log: silent,
    url: 'https://issuer.test/keys',
    fetch: async () => {
      fetched += 1;
      return isDown ? new Response(null, { status: 500 }) : Response.json({ keys: [key, { kty: 'RSA' }] });
    },
  });
  const header = (kid: string): JWTHeaderParameters => ({ alg: 'ES256', kid });
  const keyOf = async (kid: string) => {
    try {
      await find(header(kid), { payload: '', signature: '' });
      return 'found';
    } catch {
      return 'none';
    }
  };

  const first = [await keyOf('k1'), await keyOf('k2'), await keyOf('k3'), fetched];
  isDown = true;
  now += 2 * 60 * 60_000;
  const down = [await keyOf('k1'), fetched];
  now += 24 * 60 * 60_000;

  expect([first, down, await keyOf('k1')]).toEqual([['found', 'none', 'none', 1], ['found', 2], 'none']);
});
