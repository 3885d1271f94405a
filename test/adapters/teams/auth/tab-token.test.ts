import { exportJWK, importJWK, SignJWT, UnsecuredJWT } from 'jose';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { entraKeys } from '../../../../adapters/teams/auth/keys.ts';
import { tabPerson } from '../../../../adapters/teams/auth/tab-token.ts';
import { silent } from '../../../support/conversation.ts';
import { APP_ID, NOW, TENANT } from '../issuer.ts';
import { mutations } from '../mutations.ts';
import { ENTRA_KEYS, PERSON, publishEntraKeys, RESOURCE, tabToken } from './tab-issuer.ts';

const clock = { now: () => NOW };
const seconds = NOW.getTime() / 1000;
const OTHER = '99999999-9999-4999-8999-999999999999';
const audience = { appId: APP_ID, resource: RESOURCE, tenantIds: [TENANT] };
const good = await tabToken();

function checker() {
  const keys = entraKeys({ clock, log: silent, fetch });
  return (token: string | null) => tabPerson(token === null ? null : `Bearer ${token}`, audience, { keys, clock });
}

beforeEach(() => {
  nock.disableNetConnect();
  publishEntraKeys();
});
afterEach(() => {
  nock.cleanAll();
});

describe('a token of the tab', () => {
  const from = { platform: 'teams', tenant: TENANT, user: PERSON };
  const version1 = {
    ver: '1.0',
    iss: `https://sts.windows.net/${TENANT}/`,
    aud: RESOURCE,
    azp: undefined,
    appid: '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
  };

  it.each([
    ['of version 2', {}],
    ['for the address of the API', { aud: RESOURCE }],
    ['of version 1', version1],
    ['with more permissions', { scp: 'User.Read access_as_user' }],
    ['of a member whose provider is the tenant itself', { idp: `https://sts.windows.net/${TENANT}/` }],
    ['whose ids are in capitals', { oid: PERSON.toUpperCase() }],
    ['over by less than five minutes', { exp: seconds - 299 }],
  ])('%s names a person', async (_name, payload) => {
    expect(await checker()(await tabToken({ payload }))).toEqual({ kind: 'member', from, name: 'Ana Costa' });
  });

  it.each([
    ['for another app', { aud: OTHER }],
    ['for several apps', { aud: [APP_ID, OTHER] }],
    ['for another host', { aud: `api://evil.example.org/botid-${APP_ID}` }],
    ['of another tenant', { tid: OTHER, iss: `https://login.microsoftonline.com/${OTHER}/v2.0` }],
    ['of another tenant that names ours', { iss: `https://login.microsoftonline.com/${OTHER}/v2.0` }],
    ['of ours that names another tenant', { tid: OTHER }],
    ['of Bot Framework', { iss: 'https://api.botframework.com' }],
    ['of version 2 by the issuer of version 1', { iss: `https://sts.windows.net/${TENANT}/` }],
    [
      'of version 1 by the issuer of version 2',
      { ...version1, iss: `https://login.microsoftonline.com/${TENANT}/v2.0` },
    ],
    ['of an unknown version', { ver: '3.0' }],
    ['without a version', { ver: undefined }],
    ['that another app asked for', { azp: OTHER }],
    ['that no app asked for', { azp: undefined }],
    ['with another permission', { scp: 'access_as_user2' }],
    ['of an app, without a person', { scp: undefined, roles: ['access_as_user'] }],
    ['without the id of a person', { oid: undefined }],
    ['with an id that is none', { oid: "x' or 1=1" }],
    ['that is over', { exp: seconds - 301 }],
    ['that has not begun', { nbf: seconds + 301 }],
    ['that never ends', { exp: undefined }],
    ['that never began', { nbf: undefined }],
  ])('%s names no one', async (_name, payload) => {
    expect(await checker()(await tabToken({ payload }))).toEqual({ kind: 'invalid' });
  });

  it.each([
    ['by another key', { key: ENTRA_KEYS.foreign }],
    ['by the key of personal accounts', { key: ENTRA_KEYS.personal, header: { kid: 'entra-1' } }],
    ['by an unknown key', { header: { kid: 'entra-9' } }],
  ])('signed %s names no one', async (_name, changes) => {
    expect(await checker()(await tabToken(changes))).toEqual({ kind: 'invalid' });
  });

  it('signed with no key, or with a public text as its key, names no one', async () => {
    const claims = JSON.parse(Buffer.from(good.split('.')[1] ?? '', 'base64url').toString());
    const unsigned = new UnsecuredJWT(claims).encode();
    const symmetric = await new SignJWT(claims)
      .setProtectedHeader({ alg: 'HS256', kid: 'entra-0' })
      .sign(new TextEncoder().encode(APP_ID));

    for (const token of [unsigned, symmetric, 'a.b.c', '', null])
      expect(await checker()(token)).toEqual({ kind: 'invalid' });
  });

  it('signed with our key by another method names no one', async () => {
    const jwk = { ...(await exportJWK(ENTRA_KEYS.ours)), alg: 'RS512' };
    const key = (await importJWK(jwk, 'RS512')) as CryptoKey;
    const token = await tabToken({ key, header: { alg: 'RS512' } });

    expect(await checker()(token)).toEqual({ kind: 'invalid' });
  });

  it.each([
    ['whose provider is another tenant', { idp: `https://sts.windows.net/${OTHER}/` }],
    ['whose provider is no tenant', { idp: 'live.com' }],
    ['that says so', { acct: 1 }],
  ])('%s names a guest', async (_name, payload) => {
    expect(await checker()(await tabToken({ payload }))).toEqual({ kind: 'guest' });
  });

  it('changed in any way names no one, 3,000 times', async () => {
    const check = checker();
    const kinds = new Set<string>();

    for (const token of mutations(good, 3000, 11)) kinds.add((await check(token)).kind);

    expect([...kinds]).toEqual(['invalid']);
  });
});
