import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import nock from 'nock';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { slackAdapter } from '../../adapters/slack/index.ts';
import { teamsAdapter } from '../../adapters/teams/index.ts';
import type { PlatformStatus } from '../../src/chat/platform-status.ts';
import { s3FileStore } from '../../src/file-store/s3-file-store.ts';
import { connectThroughProxy } from '../../src/network/connect-through-proxy.ts';
import { parseNoProxy } from '../../src/network/no-proxy.ts';
import type { ProxySettings } from '../../src/network/proxy-settings.ts';
import { fetchSource } from '../../src/opportunities/fetch-source.ts';
import type { Log } from '../../src/ports.ts';
import { typed } from '../adapters/teams/activities.ts';
import { APP_ID, KEY_SET, NOW, TENANT, tokenWith } from '../adapters/teams/issuer.ts';
import { aCard, requestOf } from '../adapters/teams/stand-in.ts';
import { quietCore } from '../support/core.ts';
import { AUTHORITY, type Listening, type ProxyStandIn, startInternet, startProxy } from '../support/internet.ts';

// Names are looked up here before the proxy is asked for them.
const looked = vi.hoisted(() => new Map<string, readonly string[]>());
vi.mock('node:dns/promises', () => ({
  lookup: async (host: string) => {
    const found = looked.get(host);
    if (found === undefined) throw Object.assign(new Error('no'), { code: 'ENOTFOUND' });
    return found.map((address) => ({ address, family: 4 }));
  },
}));

const core = { ...quietCore, dispatch: async () => aCard('Pace') };
const log: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
const clock = { now: () => NOW };
const BUCKET = { bucket: 'proofs', region: 'us-east-1', accessKeyId: 'AKIA1', secretAccessKey: 'a-secret' };
const CONVERSATION = 'smba.trafficmanager.net/emea/v3/conversations/a%3Apersonal-ana';

let internet: Listening;
let proxy: ProxyStandIn;
let settings: ProxySettings;

beforeAll(async () => {
  // The stand-ins of the platforms put nock around every connection; here, connections are real.
  nock.restore();
  setDefaultCACertificates([...getCACertificates('default'), AUTHORITY]);
  internet = await startInternet({
    'slack.com/api/auth.test': () => ({ ok: true, team_id: 'T0HOME' }),
    'slack.com/api/apps.connections.open': () => ({ ok: true, url: 'wss://wss.slack.com/link' }),
    [`login.microsoftonline.com/${TENANT}/oauth2/v2.0/token`]: () => ({
      ...{ token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600 },
      access_token: 'the-bots-own-token',
    }),
    'login.botframework.com/v1/.well-known/keys': () => KEY_SET,
    [`${CONVERSATION}/activities`]: () => ({ id: 'message-1' }),
    [`${CONVERSATION}/members/33333333-3333-4333-8333-333333333333`]: () => ({ id: '29:ana', tenantId: TENANT }),
    's3.test/proofs/a': () => '',
    'feeds.test/feed': () => 'a feed by name',
    'feeds.test/looked-up': () => 'a feed by address',
    '93.184.216.34/feed': () => 'a feed at an address',
  });
  proxy = await startProxy(internet);
  const address = new URL(`http://recert:p%40ss@127.0.0.1:${proxy.port}`);
  settings = { https: address, http: address, isDirect: parseNoProxy('direct.test'), guardsFeeds: false };
});
afterAll(async () => {
  await proxy.close();
  await internet.close();
});
beforeEach(async () => {
  // Without the connections of the test before.
  await connectThroughProxy(settings);
  proxy.authorities.length = 0;
  proxy.status = 200;
  looked.clear();
});

async function withSlack(work: (statuses: readonly PlatformStatus[]) => void): Promise<void> {
  const statuses: PlatformStatus[] = [];
  const adapter = slackAdapter({ botToken: 'xoxb-test', appToken: 'xapp-test', proxy: settings, log, clock });
  await adapter.start(core, (status) => void statuses.push(status));
  work(statuses);
  await adapter.stop();
}

async function withTeams(
  appId: string,
  work: (adapter: ReturnType<typeof teamsAdapter>, statuses: readonly PlatformStatus[]) => Promise<void>,
): Promise<void> {
  const statuses: PlatformStatus[] = [];
  const credentials = { appId, appType: 'SingleTenant', tenantId: TENANT, password: 'a-password' } as const;
  const adapter = teamsAdapter({ credentials, tenantIds: [TENANT], log, clock });
  await adapter.start(core, (status) => void statuses.push(status));
  await work(adapter, statuses);
  await adapter.stop();
}

describe('behind a proxy', () => {
  it('Slack’s Web API and Socket Mode are reached through it, with its password', async () => {
    await withSlack((statuses) => {
      expect(statuses).toEqual([{ kind: 'connected' }]);
      expect(proxy.authorities).toContain('slack.com:443');
      expect(proxy.authorities.at(-1)).toBe('wss.slack.com:443');
      expect(proxy.authorization).toBe(`Basic ${Buffer.from('recert:p@ss').toString('base64')}`);
    });
  });

  it('Entra, the keys of Teams and its connector are reached through it', async () => {
    await withTeams(APP_ID, async (adapter, statuses) => {
      expect(statuses).toEqual([{ kind: 'connected' }]);
      expect(proxy.authorities).toEqual(['login.microsoftonline.com:443']);

      const answer = await adapter.route?.handle(requestOf(typed('pace'), await tokenWith()));

      expect(answer?.status).toBe(200);
      expect(new Set(proxy.authorities)).toEqual(
        new Set(['login.microsoftonline.com:443', 'login.botframework.com:443', 'smba.trafficmanager.net:443']),
      );
    });
  });

  it('a file store is reached through it', async () => {
    const store = await s3FileStore({ ...BUCKET, endpoint: 'https://s3.test' }, { proxy: settings });

    await store.put('a', new Uint8Array([1]));

    expect(proxy.authorities).toEqual(['s3.test:443']);
  });

  it('this machine is reached without it', async () => {
    const store = await s3FileStore({ ...BUCKET, endpoint: `https://localhost:${internet.port}` }, { proxy: settings });

    await expect(fetch(`https://localhost:${internet.port}/`)).resolves.toMatchObject({ status: 404 });
    await expect(store.put('a', new Uint8Array([1]))).rejects.toThrow('404');

    expect(proxy.authorities).toEqual([]);
  });

  it('exceptions are reached without it', async () => {
    await expect(fetch('https://direct.test/')).rejects.toThrow('fetch failed');
    await expect(fetchSource('https://direct.test/feed', { proxy: settings })).resolves.toMatchObject({
      problem: 'unreachable',
    });

    expect(proxy.authorities).toEqual([]);
  });
});

describe('a feed behind a proxy', () => {
  const text = (result: Awaited<ReturnType<typeof fetchSource>>) =>
    result.kind === 'changed' ? Buffer.from(result.bytes).toString() : result;

  it('is fetched from the address that was looked up and checked here', async () => {
    looked.set('feeds.test', ['10.0.0.7', '93.184.216.34']);

    const fetched = await fetchSource('https://feeds.test/looked-up', { proxy: settings });

    expect(text(fetched)).toBe('a feed by address');
    expect(proxy.authorities).toEqual(['93.184.216.34:443']);
  });

  it('is fetched from an address that stands in its own', async () => {
    looked.set('93.184.216.34', ['93.184.216.34']);

    expect(text(await fetchSource('https://93.184.216.34/feed', { proxy: settings }))).toBe('a feed at an address');
    expect(proxy.authorities).toEqual(['93.184.216.34:443']);
  });

  it.each(['https://10.0.0.7/feed', 'http://[fd00::7]/feed', 'https://feeds.test/feed'])(
    'is refused at a private address: %s',
    async (address) => {
      looked.set('feeds.test', ['10.0.0.7']);

      for (const guardsFeeds of [false, true]) {
        const fetched = await fetchSource(address, { proxy: { ...settings, guardsFeeds } });
        expect(fetched).toEqual({ kind: 'failed', problem: 'private-address' });
      }
      expect(proxy.authorities).toEqual([]);
    },
  );

  it('is not fetched by a name that is not known here, unless the proxy is to guard', async () => {
    const refused = await fetchSource('https://feeds.test/feed', { proxy: settings });
    const fetched = await fetchSource('https://feeds.test/feed', { proxy: { ...settings, guardsFeeds: true } });

    expect(refused).toEqual({ kind: 'failed', problem: 'unreachable' });
    expect(text(fetched)).toBe('a feed by name');
    expect(proxy.authorities).toEqual(['feeds.test:443']);
  });

  it('is never fetched by a name without a dot, or one of which an address is private', async () => {
    looked.set('feeds.test', ['93.184.216.34', '10.0.0.7']);
    const guarding = { ...settings, guardsFeeds: true };

    expect(await fetchSource('https://intranet/feed', { proxy: guarding })).toMatchObject({ problem: 'unreachable' });
    expect(await fetchSource('https://feeds.test/feed', { proxy: guarding })).toMatchObject({
      problem: 'private-address',
    });
    expect(proxy.authorities).toEqual([]);
  });
});

describe('a proxy that refuses', () => {
  it.each([
    [407, 'refuses the user name or the password (407)'],
    [403, "doesn't allow connections to slack.com:443 (403)"],
    [502, 'answered with status 502 for slack.com:443'],
  ])('with %i is named by Slack', async (status, words) => {
    proxy.status = status;

    await withSlack((statuses) => {
      const problem = `Slack can't be reached: the proxy 127.0.0.1:${proxy.port} ${words}.`;
      expect(statuses).toEqual([{ kind: 'disconnected', problem }]);
    });
  });

  it('is named by Teams', async () => {
    proxy.status = 403;

    await withTeams('44444444-4444-4444-8444-444444444444', async (_, statuses) => {
      const words = `the proxy 127.0.0.1:${proxy.port} doesn't allow connections to login.microsoftonline.com:443 (403)`;
      expect(statuses).toEqual([{ kind: 'disconnected', problem: `Entra can't be reached: ${words}.` }]);
    });
  });

  it('is named by a feed', async () => {
    looked.set('feeds.test', ['93.184.216.34']);
    proxy.status = 403;

    expect(await fetchSource('https://feeds.test/feed', { proxy: settings })).toEqual({
      kind: 'failed',
      problem: 'proxy-refused',
      reason: `the proxy 127.0.0.1:${proxy.port} doesn't allow connections to 93.184.216.34:443 (403)`,
    });
  });
});
