import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { asOperator, openStore } from '../../support/store.ts';

const world = openStore();
const HOUR_MS = 3_600_000;
const now = new Date('2026-11-23T12:00:00Z');
let workspaceId = '';

beforeEach(() => {
  workspaceId = randomUUID();
});

function later(ms: number): Date {
  return new Date(now.getTime() + ms);
}

async function isDue(at: Date): Promise<boolean> {
  return (await world.store.schedule.due(at, 1000)).includes(workspaceId);
}

describe('the schedule of a workspace', () => {
  it.each([
    [-1, true],
    [0, true],
    [1, false],
    [25 * HOUR_MS, false],
    // No check is planned that far ahead: a clock was wrong.
    [25 * HOUR_MS + 1, true],
  ])('%i ms from now is due: %s', async (ms, expected) => {
    await world.store.schedule.scheduleNoLaterThan(workspaceId, later(ms));

    expect(await isDue(now)).toBe(expected);
    expect(await asOperator(world.store, workspaceId, ({ schedule }) => schedule.claimDue(workspaceId, now))).toBe(
      expected,
    );
  });

  it.each([
    ['an earlier time is taken', [1000, 500], 500],
    ['a later time is not', [500, 1000], 500],
  ] as const)('%s', async (_, times, due) => {
    for (const ms of times) await world.store.schedule.scheduleNoLaterThan(workspaceId, later(ms));

    expect([await isDue(later(due - 1)), await isDue(later(due))]).toEqual([false, true]);
  });

  it('is put off after a check, also to a later time', async () => {
    await world.store.schedule.scheduleNoLaterThan(workspaceId, now);
    await asOperator(world.store, workspaceId, ({ schedule }) => schedule.setNext(workspaceId, later(HOUR_MS)));

    expect([await isDue(later(HOUR_MS - 1)), await isDue(later(HOUR_MS))]).toEqual([false, true]);
  });

  it('ends when the workspace is deleted', async () => {
    await world.store.schedule.scheduleNoLaterThan(workspaceId, now);
    await world.store.schedule.forget(workspaceId);

    expect(await isDue(now)).toBe(false);
    expect(await asOperator(world.store, workspaceId, ({ schedule }) => schedule.claimDue(workspaceId, now))).toBe(
      false,
    );
  });

  it('lists those that wait longest first, up to a number', async () => {
    const others = [randomUUID(), randomUUID()];
    const long = later(-1000 * HOUR_MS);
    await world.store.schedule.scheduleNoLaterThan(others[0] ?? '', new Date(long.getTime() + 2));
    await world.store.schedule.scheduleNoLaterThan(others[1] ?? '', new Date(long.getTime() + 1));
    await world.store.schedule.scheduleNoLaterThan(workspaceId, new Date(long.getTime() + 3));

    expect(await world.store.schedule.due(now, 2)).toEqual([others[1], others[0]]);
  });

  it('knows whether anything was scheduled through it', async () => {
    const { schedule } = world.store;
    const before = schedule.hasScheduled;
    await schedule.scheduleNoLaterThan(workspaceId, now);

    expect([before, schedule.hasScheduled, world.store.schedule.hasScheduled]).toEqual([false, true, false]);
  });
});
