import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Guard, guard } from '../../../../adapters/teams/auth/guard.ts';
import { teamsKeys } from '../../../../adapters/teams/auth/keys.ts';
import { silent } from '../../../support/conversation.ts';
import { expectNoUnusedRequests } from '../../../support/unused-requests.ts';
import { typed } from '../activities.ts';
import { APP_ID, KEY_SET, KEYS, NOW, publishKeys, SERVICE_URL, TENANT, tokenWith } from '../issuer.ts';
import { malformed } from '../malformed.ts';
import { mutations } from '../mutations.ts';
import { requestOf } from '../stand-in.ts';

const HOSTS = { allowed: ['smba.trafficmanager.net'], development: false };
let now = NOW;
const clock = { now: () => now };
const good = await tokenWith();
let turns = 0;

function aGuard(changes: Partial<Parameters<typeof guard>[0]> = {}): Guard {
  const keys = teamsKeys({ clock, log: silent, fetch });
  return guard({ hosts: HOSTS, appId: APP_ID, tenantIds: [TENANT], keys, clock, log: silent, ...changes });
}

const turn = async () => {
  turns += 1;
  return { status: 200, body: { turn: turns } };
};

async function statusOf(plugin: Guard, body: unknown, token = good): Promise<number> {
  return (await plugin.handle(requestOf(body, token), turn)).status;
}

beforeEach(() => {
  nock.disableNetConnect();
  now = NOW;
  turns = 0;
});
afterEach(() => {
  expectNoUnusedRequests();
});

describe('a token', () => {
  const seconds = NOW.getTime() / 1000;

  it('of Bot Framework, for this bot and this service, opens the door', async () => {
    publishKeys();

    expect([await statusOf(aGuard(), typed('hi')), turns]).toEqual([200, 1]);
  });

  it.each([
    ['for another bot', { payload: { aud: 'another' } }],
    ['for several bots', { payload: { aud: [APP_ID, 'another'] } }],
    ['from Entra', { payload: { iss: `https://sts.windows.net/${TENANT}/` } }],
    ['for another service', { payload: { serviceurl: 'https://smba.trafficmanager.net/amer/' } }],
    ['for no service', { payload: { serviceurl: undefined } }],
    ['that is over', { payload: { exp: seconds - 301 } }],
    ['that has not begun', { payload: { nbf: seconds + 301 } }],
    ['that never ends', { payload: { exp: undefined } }],
    ['that never began', { payload: { nbf: undefined } }],
    ['by somebody else', { key: KEYS.foreign }],
    ['by a key endorsed for another channel', { key: KEYS.unendorsed, header: { kid: 'key-1' } }],
    ['by a key nobody knows', { header: { kid: 'key-9' } }],
    ['with a demand nobody understands', { header: { crit: ['x'], x: 1 } }],
  ])('%s opens nothing', async (_name, claims) => {
    nock('https://login.botframework.com').get('/v1/.well-known/keys').optionally().reply(200, KEY_SET);
    const { key, ...rest } = { key: KEYS.known, ...claims } as { key: CryptoKey };
    const token = await tokenWith({ key, ...rest } as never).catch(() => 'a.b.c');

    expect([await statusOf(aGuard(), typed('hi'), token), turns]).toEqual([401, 0]);
  });

  it.each([
    ['over', { exp: seconds - 299 }],
    ['not begun', { nbf: seconds + 299 }],
  ])('that is %s by less than five minutes still opens it', async (_name, payload) => {
    publishKeys();

    expect(await statusOf(aGuard(), typed('hi'), await tokenWith({ payload }))).toBe(200);
  });

  it('changed in any way opens nothing, 5,000 times', async () => {
    publishKeys();
    const plugin = aGuard();
    const statuses = new Map<number, number>();

    for (const token of mutations(good, 5000, 7)) {
      const status = await statusOf(plugin, typed('hi'), token);
      statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }

    expect([...statuses]).toEqual([[401, 5000]]);
    expect([turns, plugin.remembered]).toEqual([0, 0]);
  });
});

describe('a tenant', () => {
  const OTHER = '99999999-9999-4999-8999-999999999999';

  it.each([
    ['another one', { conversation: { id: 'c', tenantId: OTHER }, channelData: { tenant: { id: OTHER } } }],
    ['two at once', { conversation: { id: 'c', tenantId: TENANT }, channelData: { tenant: { id: OTHER } } }],
    ['none', { conversation: { id: 'c' }, channelData: {} }],
  ])('is not served when it is %s', async (_name, changes) => {
    publishKeys();

    expect([await statusOf(aGuard(), typed('hi', changes)), turns]).toEqual([403, 0]);
  });
});

describe('the keys', () => {
  it('are kept for a day, and fetched again for an unknown one at most once a minute', async () => {
    publishKeys();
    const plugin = aGuard();
    const stranger = await tokenWith({ key: KEYS.foreign, header: { kid: 'new' } });

    expect(await statusOf(plugin, typed('hi'))).toBe(200);
    for (let tried = 0; tried < 5; tried += 1) expect(await statusOf(plugin, typed('hi'), stranger)).toBe(401);
    expect(nock.isDone()).toBe(true);

    now = new Date(NOW.getTime() + 61_000);
    publishKeys();
    for (let tried = 0; tried < 5; tried += 1) expect(await statusOf(plugin, typed('hi'), stranger)).toBe(401);
    expect(nock.isDone()).toBe(true);
  });

  it('are still used when no newer ones can be had, but not for ever', async () => {
    publishKeys();
    const plugin = aGuard();
    expect(await statusOf(plugin, typed('hi'))).toBe(200);
    const later = (hours: number) => {
      now = new Date(NOW.getTime() + hours * 3_600_000);
      nock('https://login.botframework.com').get('/v1/.well-known/keys').reply(500);
      const moment = now.getTime() / 1000;
      return tokenWith({ payload: { nbf: moment - 60, exp: moment + 60 } });
    };

    expect(await statusOf(plugin, typed('hi'), await later(25))).toBe(200);
    expect(await statusOf(plugin, typed('hi'), await later(49))).toBe(401);
  });

  it('are asked for at most once a minute while they cannot be had', async () => {
    const plugin = aGuard();
    let requested = 0;
    nock('https://login.botframework.com')
      .persist()
      .get('/v1/.well-known/keys')
      .reply(() => {
        requested += 1;
        return [500];
      });

    for (let tried = 0; tried < 5; tried += 1) expect(await statusOf(plugin, typed('hi'))).toBe(401);
    expect(requested).toBe(1);

    now = new Date(NOW.getTime() + 60_000);
    for (let tried = 0; tried < 5; tried += 1) expect(await statusOf(plugin, typed('hi'))).toBe(401);
    expect(requested).toBe(2);
  });

  it('are not followed to another address', async () => {
    nock('https://login.botframework.com')
      .get('/v1/.well-known/keys')
      .reply(302, '', { location: 'https://evil.example/' });

    expect(await statusOf(aGuard(), typed('hi'))).toBe(401);
  });
});

describe('a request', () => {
  it.each(malformed())('%s is refused without a word', async (_name, request, status) => {
    nock('https://login.botframework.com').get('/v1/.well-known/keys').optionally().reply(200, { keys: [] });

    const answer = await aGuard().handle(request(good), turn);

    expect(answer).toEqual({ status });
    expect(turns).toBe(0);
  });

  it('seen before gets the first answer', async () => {
    publishKeys();
    const plugin = aGuard();
    const activity = typed('hi');

    const answers = await Promise.all([1, 2, 3].map(() => plugin.handle(requestOf(activity, good), turn)));

    expect(answers).toEqual([1, 2, 3].map(() => ({ status: 200, body: { turn: 1 } })));
    expect(turns).toBe(1);
  });

  it('leaves nothing behind without a token, 6,000 times', async () => {
    nock('https://login.botframework.com').get('/v1/.well-known/keys').optionally().reply(500);
    const plugin = aGuard();
    const before = process.memoryUsage().heapUsed;

    for (let count = 0; count < 6000; count += 1) {
      await statusOf(plugin, typed('hi', { conversation: { id: `c-${count}`, tenantId: TENANT } }), 'a.b.c');
    }

    expect(plugin.remembered).toBe(0);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(64 * 1024 * 1024);
  });

  it('is remembered with a token, but never more than 2,000 of them', async () => {
    publishKeys();
    const plugin = aGuard();

    for (let count = 0; count < 2300; count += 1) await statusOf(plugin, typed('hi'));

    expect(turns).toBe(2300);
    expect(plugin.remembered).toBe(2000);
  });
});

describe('without an app id', () => {
  const development = () => {
    const keys = teamsKeys({ clock, log: silent, fetch });
    return guard({ hosts: { ...HOSTS, development: true }, tenantIds: [], keys, clock, log: silent });
  };
  const local = (address: string, headers: Record<string, string> = {}) =>
    new Request(address, {
      method: 'POST',
      body: JSON.stringify(typed('hi', { serviceUrl: 'http://localhost:56150' })),
      headers: { 'content-type': 'application/json', ...headers },
    });

  it.each([
    'http://localhost:3000/api/messages',
    'http://127.0.0.1:3978/api/messages',
    'http://[::1]:3978/api/messages',
  ])('this machine is let in at %s', async (address) => {
    expect((await development().handle(local(address), turn)).status).toBe(200);
  });

  it.each([
    ['another name', local('http://bot.example/api/messages')],
    ['a tunnel', local('http://localhost:3000/api/messages', { 'x-forwarded-for': '203.0.113.7' })],
    ['a page', local('http://localhost:3000/api/messages', { origin: 'https://evil.example' })],
  ])('nobody is let in by %s', async (_name, request) => {
    expect((await development().handle(request, turn)).status).toBe(401);
  });

  it('nobody is let in unless development was asked for', async () => {
    const keys = teamsKeys({ clock, log: silent, fetch });
    const plugin = guard({ hosts: HOSTS, tenantIds: [], keys, clock, log: silent });

    expect((await plugin.handle(requestOf(typed('hi', { serviceUrl: SERVICE_URL }), good), turn)).status).toBe(401);
  });
});
