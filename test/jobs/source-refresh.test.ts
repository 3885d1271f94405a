import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dueAt, refreshDue } from '../../src/jobs/source-refresh.ts';
import { PODCAST } from '../opportunities/samples.ts';
import { silent, talk } from '../support/conversation.ts';
import { workspaceOf } from '../support/records.ts';
import { openStore } from '../support/store.ts';

const world = openStore();
const FEEDS = 'https://feeds.example';
const about = { provider: '', kind: 'podcast', delivery: '', language: '', isOn: true } as const;

beforeEach(() => nock.disableNetConnect());
afterEach(() => nock.cleanAll());

describe('a source', () => {
  it.each([
    [undefined, 0, 0],
    ['2026-11-25T00:00:00Z', 0, 5.5],
    ['2026-11-25T00:00:00Z', 1, 5.5],
    ['2026-11-25T00:00:00Z', 2, 11.5],
    ['2026-11-25T00:00:00Z', 9, 23.5],
  ])('that was asked at %s and failed %i times is due %d hours later', (tried, failures, hours) => {
    const at = tried === undefined ? undefined : new Date(tried);

    expect(dueAt(at, failures)).toBe(at === undefined ? 0 : at.getTime() + hours * 3_600_000);
  });

  it('is refreshed when it is due, asks for what changed, marks what vanished, and stops no other', async () => {
    const ana = talk({ store: world.store });
    await ana.say('help');
    const workspaceId = await workspaceOf(ana, world.store);
    const inside = <T>(work: Parameters<typeof world.store.inWorkspace<T>>[1]) =>
      world.store.inWorkspace(workspaceId, work);
    await inside(async ({ opportunities }) => {
      await opportunities.addSource({ ...about, name: 'A', address: `${FEEDS}/broken` }, new Date());
      await opportunities.addSource({ ...about, name: 'B', address: `${FEEDS}/good` }, new Date());
      await opportunities.addSource({ ...about, name: 'C', address: `${FEEDS}/off`, isOn: false }, new Date());
    });
    const run = (now: string) => refreshDue({ store: world.store, clock: { now: () => new Date(now) }, log: silent });
    nock(FEEDS).get('/broken').reply(503);
    nock(FEEDS).get('/good').reply(200, PODCAST, { etag: '"1"' });
    await run('2026-11-25T00:00:00Z');
    const first = await inside(({ opportunities }) => opportunities.sources());
    await run('2026-11-25T01:00:00Z');

    const requested: string[] = [];
    nock(FEEDS).get('/broken').reply(503);
    nock(FEEDS)
      .get('/good')
      .reply(304, (request: Request) => {
        requested.push(request.headers.get('if-none-match') ?? '');
        return null;
      });
    await run('2026-11-25T06:00:00Z');
    nock(FEEDS)
      .get('/good')
      .reply(200, PODCAST.replace(/<item><title>Long one[\s\S]*?<\/item>/u, ''));
    await run('2026-11-25T12:00:00Z');
    const [counts, last] = await inside(({ opportunities }) =>
      Promise.all([opportunities.counts(), opportunities.sources()]),
    );

    expect(first.map(({ name, problem, failures }) => [name, problem, failures])).toEqual([
      ['A', 'status 503', 1],
      ['B', '', 0],
      ['C', '', 0],
    ]);
    expect(requested).toEqual(['"1"']);
    expect(last.map(({ name, failures }) => [name, failures])).toEqual([
      ['A', 2],
      ['B', 0],
      ['C', 0],
    ]);
    expect([...counts.values()]).toEqual([4]);
    expect(nock.pendingMocks()).toEqual([]);
  });
});
