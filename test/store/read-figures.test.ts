import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { testDatabase } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const now = new Date('2026-11-23T12:00:00Z');
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
let store: Store;

beforeAll(async () => {
  store = await Store.open(testDatabase());
});
afterAll(() => store.close());

const PLACE = { platform: 'slack', tenant: 'T', address: 'C1' } as const;
const FEED = { provider: '', kind: 'webinar', delivery: '', language: '', isOn: true } as const;

it('the figures add up what waits in all workspaces, and leave the workspace as they found it', async () => {
  const before = await store.operatingFigures(later(90));
  for (const name of ['one', 'other']) {
    const workspaceId = await store.directory.workspaceOf('slack', newTenant(), now);
    await store.inWorkspace(workspaceId, async ({ outbox, opportunities, audit }) => {
      audit.actAs('operator', now);
      await outbox.plan({ key: 'a', purpose: 'digest', place: PLACE, card: {} }, now);
      await outbox.plan({ key: 'b', purpose: 'nudge', place: PLACE, card: {}, dueAt: later(3600) }, now);
      await opportunities.addSource({ ...FEED, name, address: 'https://example.org/feed' }, now);
      const off = { ...FEED, name: 'off', address: 'https://example.org/off', isOn: false };
      await opportunities.addSource(off, now);
      const failing = await opportunities.addSource({ ...FEED, name: 'f', address: 'https://example.org/f' }, now);
      await opportunities.recordFailure(failing ?? '', 'timeout', now);
    });
  }

  const after = await store.operatingFigures(later(90));

  const added = (purpose: string, state: string) => {
    const countIn = ({ outbox }: typeof after) =>
      outbox.find((one) => one.purpose === purpose && one.state === state)?.count ?? 0;
    return countIn(after) - countIn(before);
  };
  expect([added('digest', 'due'), added('nudge', 'later'), added('nudge', 'due')]).toEqual([2, 2, 0]);
  expect(after.oldestMessageDueSeconds).toBeGreaterThanOrEqual(90);
  expect(after.workspaces - before.workspaces).toBe(2);
  expect(after.workspacesDue - before.workspacesDue).toBe(2);
  expect(after.oldestWorkspaceDueSeconds).toBeGreaterThanOrEqual(90);
  expect(after.feeds.new - before.feeds.new).toBe(2);
  expect(after.feeds.failing - before.feeds.failing).toBe(2);
  expect(after.feeds.off - before.feeds.off).toBe(2);
});

it('they are the figures of nothing in an empty database', async () => {
  const empty = await Store.open({ kind: 'memory', dump: new Blob([readFileSync(inject('template'))]) });

  expect(await empty.operatingFigures(now)).toEqual({
    workspaces: 0,
    workspacesDue: 0,
    oldestWorkspaceDueSeconds: 0,
    outbox: [],
    oldestMessageDueSeconds: 0,
    feeds: { ok: 0, failing: 0, new: 0, off: 0 },
  });
  await empty.close();
});
