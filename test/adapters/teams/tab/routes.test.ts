import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { entraKeys } from '../../../../adapters/teams/auth/keys.ts';
import { createTab, type TabOptions } from '../../../../adapters/teams/tab/tab.ts';
import type { Core } from '../../../../src/chat/core-interface.ts';
import type { Interaction } from '../../../../src/chat/interaction.ts';
import { silent } from '../../../support/conversation.ts';
import { quietCore } from '../../../support/core.ts';
import { PERSON, publishEntraKeys, RESOURCE, tabToken } from '../auth/tab-issuer.ts';
import { APP_ID, NOW, TENANT } from '../issuer.ts';

const HOST = 'https://recert.example.org';
const HOME = { command: 'home', args: {} };
const good = await tabToken();
let now = NOW;
let requests: Interaction[];

const core = (changes: Partial<Core> = {}): Core => ({
  ...quietCore,
  revision: async () => '7',
  dispatch: async (interaction) => {
    requests.push(interaction);
    return { kind: 'card', to: 'sender', card: { title: '<b>CISM</b>', blocks: [], language: 'de' } };
  },
  ...changes,
});

function aTab(changes: Partial<TabOptions> = {}) {
  const clock = { now: () => now };
  const keys = entraKeys({ clock, log: silent, fetch });
  const audience = { appId: APP_ID, resource: RESOURCE, tenantIds: [TENANT] };
  const running = core();
  const tab = createTab({
    ...{ audience, keys, clock, log: silent, serviceHost: 'smba.trafficmanager.net' },
    core: () => running,
    ...changes,
  });
  const send = (path: string, init: RequestInit & { readonly token?: string | undefined } = {}) => {
    const { token = good, ...rest } = init;
    return tab.route.handle(
      new Request(`${HOST}/teams/tab${path}`, { headers: { authorization: `Bearer ${token}`, ...JSON_TYPE }, ...rest }),
    );
  };
  const press = (body: unknown, init: RequestInit & { readonly token?: string } = {}) =>
    send('/press', { method: 'POST', body: JSON.stringify(body), ...init });
  return { ...tab, send, press };
}

const JSON_TYPE = { 'content-type': 'application/json' };
/** The answer of the tab, as its script reads it. */
const jsonOf = async (response: Response) => (await response.json()) as Readonly<Record<string, unknown>>;
const problemOf = async (response: Response) => [response.status, (await jsonOf(response)).problem];

beforeEach(() => {
  nock.disableNetConnect();
  publishEntraKeys();
  now = NOW;
  requests = [];
});
afterEach(() => {
  nock.cleanAll();
});

describe('the page', () => {
  it('names no person, sets no cookie, and may be shown by Teams alone', async () => {
    const response = await aTab().send('', { token: '' });

    expect(response.status).toBe(200);
    expect(response.headers.get('set-cookie')).toBeNull();
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; " +
        'frame-ancestors https://teams.microsoft.com https://*.teams.microsoft.com https://teams.cloud.microsoft',
    );
    expect(await response.text()).not.toMatch(/<script(?! type="application\/json")[^>]*>[^<]|style=|onclick/u);
    expect(requests).toEqual([]);
  });

  it.each([
    ['/files/main.js', 200],
    ['/files/dom.js', 200],
    ['/files/teams-js.js', 200],
    ['/files/page.css', 200],
    ['/files/tab.css', 200],
    ['/files/tab.ts', 404],
    ['/files/..%2ftab.ts', 404],
    ['/filesmain.js', 404],
    ['/other', 404],
  ])('serves at %s: %i', async (path, status) => {
    expect((await aTab().send(path)).status).toBe(status);
  });
});

describe('who is let in', () => {
  it('is who a token names, in the person’s own words and place', async () => {
    const tab = aTab();

    const response = await tab.press({ ...HOME, zone: 'Europe/Berlin', locale: 'de-de' });

    expect(await response.json()).toMatchObject({ kind: 'card', language: 'de', revision: '7.0' });
    expect(requests).toMatchObject([
      {
        command: 'home',
        from: { platform: 'teams', tenant: TENANT, user: PERSON },
        profile: { name: 'Ana Costa', zone: 'Europe/Berlin', locale: 'de-DE' },
      },
    ]);
    expect(JSON.parse(requests[0]?.place.address ?? '')).toMatchObject({ account: PERSON, tenant: TENANT });
  });

  it.each(['/press', '/submit', '/suggest?source=offers', '/revision'])(
    'at %s is no one without a token',
    async (path) => {
      const reads = path.startsWith('/suggest') || path === '/revision';
      const sent = reads ? {} : { method: 'POST', body: JSON.stringify({ ...HOME, key: 'key-0001', answers: {} }) };

      expect(await problemOf(await aTab().send(path, { ...sent, token: 'a.b.c' }))).toEqual([401, 'refused']);
      expect(requests).toEqual([]);
    },
  );

  it('sends files with a form only with a token, one form at a time, and no more than five full files', async () => {
    const tab = aTab();
    const form = (size: number) => {
      const data = new FormData();
      data.set('request', JSON.stringify({ ...HOME, key: 'key-0001', answers: {} }));
      data.append('proof', new File([new Uint8Array(size)], '../proof.pdf'));
      return data;
    };
    const sent = (body: FormData, token = good) =>
      tab.send('/submit', { method: 'POST', body, headers: { authorization: `Bearer ${token}` } });

    expect(await problemOf(await sent(form(3), 'a.b.c'))).toEqual([401, 'refused']);
    const { promise: restSent, resolve: sendRest } = Promise.withResolvers<void>();
    const encoded = new Response(form(3));
    const slow = new ReadableStream<Uint8Array>({
      async start(stream) {
        await restSent;
        stream.enqueue(await encoded.bytes());
        stream.close();
      },
    });
    const type = encoded.headers.get('content-type') ?? '';
    const headers = { authorization: `Bearer ${good}`, 'content-type': type };
    const first = tab.send('/submit', { method: 'POST', body: slow, headers, duplex: 'half' });
    await vi.waitFor(async () => expect(await problemOf(await sent(form(0)))).toEqual([429, 'busy']));
    sendRest();
    expect((await first).status).toBe(200);
    expect(await problemOf(await sent(form(51_000_000)))).toEqual([413, 'tooLarge']);
    expect(requests.at(-1)).toMatchObject({ files: [{ field: 'proof', name: '.._proof.pdf', size: 3 }] });
  });

  it('is no guest', async () => {
    const token = await tabToken({ payload: { acct: 1 } });

    expect(await problemOf(await aTab().press(HOME, { token }))).toEqual([403, 'guest']);
    expect(requests).toEqual([]);
  });

  it('is no one of a tenant that has not installed recert, and nothing is added for them', async () => {
    const running = core({ revision: async () => undefined });

    expect(await problemOf(await aTab({ core: () => running }).press(HOME))).toEqual([403, 'notInstalled']);
    expect(requests).toEqual([]);
  });

  it('is no one before recert is started', async () => {
    expect(await problemOf(await aTab({ core: () => undefined }).press(HOME))).toEqual([503, 'starting']);
  });

  it('is no one for a while after too many requests, other people apart', async () => {
    const tab = aTab();
    for (let count = 0; count < 60; count += 1) expect((await tab.send('/revision')).status).toBe(200);

    const refused = await tab.send('/revision');
    expect([refused.headers.get('retry-after'), ...(await problemOf(refused))]).toEqual(['1', 429, 'busy']);
    const other = await tabToken({ payload: { oid: TENANT } });
    expect((await tab.send('/revision', { token: other })).status).toBe(200);
    now = new Date(NOW.getTime() + 2000);
    expect((await tab.send('/revision')).status).toBe(200);
  });
});

describe('a request', () => {
  it.each([
    ['that is not JSON', { body: 'home' }, 400],
    ['as a form of another page would send it', { headers: { 'content-type': 'text/plain' } }, 400],
    ['without a command', { body: '{"args":{}}' }, 400],
    ['with a command that is none', { body: '{"command":"<b>","args":{}}' }, 400],
    ['with arguments that are none', { body: '{"command":"home","args":{"skip":7}}' }, 400],
    ['that is huge', { body: JSON.stringify({ ...HOME, more: 'x'.repeat(300_000) }) }, 413],
    ['that only reads', { method: 'GET', body: null }, 405],
  ])('%s is refused', async (_name, init, status) => {
    const headers = { authorization: `Bearer ${good}`, ...JSON_TYPE, ...('headers' in init ? init.headers : {}) };

    expect((await aTab().press(HOME, { ...init, headers })).status).toBe(status);
    expect(requests).toEqual([]);
  });

  it('leaves out a time zone and a language that do not exist', async () => {
    await aTab().press({ ...HOME, zone: 'Mars/Olympus', locale: 'xx_!' });

    expect(requests[0]?.profile).toEqual({ name: 'Ana Costa' });
  });

  it('shows what people wrote as text', async () => {
    expect((await jsonOf(await aTab().press(HOME))).html).toContain('&lt;b&gt;CISM&lt;/b&gt;');
  });
});

it('has another revision after a change that only this process knows of', async () => {
  const tab = aTab();
  const revision = async () => (await jsonOf(await tab.send('/revision'))).revision;
  const before = await revision();

  tab.changed({ platform: 'teams', tenant: TENANT, user: 'another' });
  expect(await revision()).toBe(before);
  tab.changed({ platform: 'teams', tenant: TENANT, user: PERSON });

  expect(await revision()).not.toBe(before);
});
