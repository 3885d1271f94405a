import { createHash } from 'node:crypto';
import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refreshDue } from '../../../src/jobs/source-refresh.ts';
import { refreshSource } from '../../../src/services/opportunities/refresh-source.ts';
import { PODCAST } from '../../opportunities/samples.ts';
import { silent } from '../../support/conversation.ts';
import { openStore } from '../../support/store.ts';
import { newTenant } from '../../support/tenant.ts';

const world = openStore();
const FEEDS = 'https://feeds.example';
const FEED = { provider: '', kind: 'podcast', delivery: '', language: '', isOn: true } as const;
const START = Date.parse('2026-11-25T00:00:00Z');
let hours = 0;
let at = 0;
const clock = { now: () => new Date(START + at * 3_600_000) };
let path: string;

beforeEach(() => {
  nock.disableNetConnect();
  // Another address, and days after the others: the database is the same for all tests of this file.
  hours += 1000;
  at = hours;
  path = `/feed-${'abcdefghijklmnopqrstuvwxyz'[hours / 1000]}`;
});
afterEach(() => nock.cleanAll());

const deps = () => ({ store: world.store, clock, log: silent });

/** Workspaces that have a feed at this address. */
async function workspacesWith(address: string, count: number) {
  return Promise.all(
    Array.from({ length: count }, async () => {
      const workspaceId = await world.store.directory.workspaceOf('slack', newTenant(), clock.now());
      const sourceId = await world.store.inWorkspace(workspaceId, async ({ opportunities, audit }) => {
        audit.actAs('operator', clock.now());
        return (await opportunities.addSource({ ...FEED, name: 'A', address }, clock.now())) ?? '';
      });
      const read = () =>
        world.store.inWorkspace(workspaceId, async ({ opportunities }) => ({
          source: await opportunities.source(sourceId),
          count: (await opportunities.counts()).get(sourceId) ?? 0,
        }));
      return { workspaceId, sourceId, read };
    }),
  );
}

describe('a public feed of several workspaces', () => {
  it('is fetched once for 5 workspaces and 3 replicas, and each has its opportunities', async () => {
    const workspaces = await workspacesWith(`${FEEDS}${path}`, 5);
    let fetches = 0;
    nock(FEEDS)
      .get(path)
      .times(20)
      .reply(200, () => {
        fetches += 1;
        return PODCAST;
      });

    await Promise.all([refreshDue(deps()), refreshDue(deps()), refreshDue(deps())]);

    const states = await Promise.all(workspaces.map(({ read }) => read()));
    expect(fetches).toBe(1);
    expect(states.map(({ count }) => count)).toEqual([5, 5, 5, 5, 5]);
    expect(new Set(states.map(({ source }) => source?.problem))).toEqual(new Set(['']));
  });

  it('is asked for what changed, and an unchanged one is not read again', async () => {
    const [one, other] = await workspacesWith(`${FEEDS}${path}`, 2);
    const asked: string[] = [];
    nock(FEEDS).get(path).reply(200, PODCAST, { etag: '"1"' });
    await refreshDue(deps());
    at += 6;
    nock(FEEDS)
      .get(path)
      .reply(304, (request: Request) => {
        asked.push(request.headers.get('if-none-match') ?? '');
        return null;
      });
    await refreshDue(deps());
    at += 6;
    nock(FEEDS)
      .get(path)
      .reply(200, PODCAST.replace(/<item><title>Long one[\s\S]*?<\/item>/u, ''));
    await refreshDue(deps());

    expect(asked).toEqual(['"1"']);
    expect([(await one?.read())?.count, (await other?.read())?.count]).toEqual([4, 4]);
  });

  it('that fails is not fetched again by the next workspace, and counts as failed in each', async () => {
    const workspaces = await workspacesWith(`${FEEDS}${path}`, 3);
    nock(FEEDS).get(path).reply(503);

    await refreshDue(deps());

    const states = await Promise.all(workspaces.map(({ read }) => read()));
    expect(states.map(({ source }) => [source?.problem, source?.failures])).toEqual(
      Array.from({ length: 3 }, () => ['status 503', 1]),
    );
  });

  it('that another process fetches and then does not, because it ended, is fetched after a minute', async () => {
    const [one] = await workspacesWith(`${FEEDS}${path}`, 1);
    if (one === undefined) throw new Error('There is a workspace.');
    expect((await world.store.publicFeeds.claim(`${FEEDS}${path}`, { now: clock.now(), maxAgeMs: 0 })).kind).toBe(
      'claimed',
    );
    at += 0.02;
    nock(FEEDS).get(path).reply(200, PODCAST);

    await refreshSource(one.workspaceId, one.sourceId, deps());

    expect((await one.read()).count).toBe(5);
  });

  it('is forgotten when no workspace reads it any more', async () => {
    await workspacesWith(`${FEEDS}${path}`, 1);
    nock(FEEDS).get(path).reply(200, PODCAST);
    await refreshDue(deps());
    const stored = () =>
      world.store.orm.em
        .fork()
        .execute('select 1 from public_feed where fetched_at = ?', [clock.now()])
        .then(({ length }) => length);

    await world.store.publicFeeds.forgetUnread(new Date(clock.now().getTime() + 2 * 86_400_000));
    expect(await stored()).toBe(1);
    await world.store.publicFeeds.forgetUnread(new Date(clock.now().getTime() + 4 * 86_400_000));
    expect(await stored()).toBe(0);
  });
});

describe('a feed with a key in its address', () => {
  it('is fetched by each workspace, once for all replicas, and never stored for others', async () => {
    const address = `${path}/9f2c41d0aa.ics`;
    const workspaces = await workspacesWith(`${FEEDS}${address}`, 2);
    let fetches = 0;
    nock(FEEDS)
      .get(address)
      .times(20)
      .reply(200, () => {
        fetches += 1;
        return PODCAST;
      });

    await Promise.all([refreshDue(deps()), refreshDue(deps()), refreshDue(deps())]);

    expect(fetches).toBe(2);
    expect((await Promise.all(workspaces.map(({ read }) => read()))).map(({ count }) => count)).toEqual([5, 5]);
    const hash = createHash('sha256').update(`${FEEDS}${address}`).digest('hex');
    const stored = await world.store.orm.em.fork().execute('select 1 from public_feed where address_hash = ?', [hash]);
    expect(stored).toEqual([]);
  });
});
