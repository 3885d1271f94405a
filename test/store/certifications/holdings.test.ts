import { beforeEach, describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();
const first = { start: day('2022-01-01'), end: day('2024-12-31') };
const second = { start: day('2025-01-01'), end: day('2027-12-31') };
const parts = [
  { category: 'a', credits: 500 },
  { category: 'a', credits: 200, marks: ['ethics'] },
];
let personId = '';
let holdingId = '';
let cycleIds: readonly string[] = [];

beforeEach(async () => {
  personId = await world.join('ana');
  await world.inWorkspace(async ({ holdings }) => {
    holdingId = (await holdings.add({ personId, certification: 'abc', number: '' }, NOW)) ?? '';
    cycleIds = [await holdings.addCycle(holdingId, first, {}), await holdings.addCycle(holdingId, second, {})];
  });
});

function state(statedFor: string, some: typeof parts = parts, { cycle = 1, accepted = false } = {}): Promise<void> {
  const opening = { cycleId: cycleIds[cycle] ?? '', statedFor: day(statedFor), parts: some, accepted };
  return world.inWorkspace(({ holdings }) => holdings.setOpening(holdingId, opening, NOW));
}

async function openings() {
  const [found] = await world.inWorkspace(({ holdings }) => holdings.of(personId));
  return found?.openings.map(({ cycleId, statedFor, parts: some, accepted }) => ({
    ...{ cycle: cycleIds.indexOf(cycleId), statedFor, parts: some, accepted },
  }));
}

describe('an opening balance', () => {
  it('is stored with the marks of its parts, by day', async () => {
    await state('2026-06-30', parts, { accepted: true });
    await state('2025-12-31', [{ category: 'a', credits: 100 }]);
    await state('2024-12-31', parts, { cycle: 0 });

    expect(await openings()).toEqual([
      { cycle: 0, statedFor: '2024-12-31', parts, accepted: false },
      { cycle: 1, statedFor: '2025-12-31', parts: [{ category: 'a', credits: 100 }], accepted: false },
      { cycle: 1, statedFor: '2026-06-30', parts, accepted: true },
    ]);
  });

  it('stands in place of one for the same day', async () => {
    await state('2026-06-30');
    await state('2026-06-30', [{ category: 'b', credits: 100 }], { accepted: true });

    expect(await openings()).toEqual([
      { cycle: 1, statedFor: '2026-06-30', parts: [{ category: 'b', credits: 100 }], accepted: true },
    ]);
  });

  it('is taken back without parts', async () => {
    await state('2025-12-31');
    await state('2026-06-30');
    await state('2026-06-30', []);

    expect(await openings()).toMatchObject([{ statedFor: '2025-12-31' }]);
  });

  it('goes with its holding', async () => {
    await state('2026-06-30');
    await world.inWorkspace(({ holdings }) => holdings.remove(personId, holdingId));

    expect(await openings()).toBeUndefined();
    expect(await world.verdict()).toBe('whole');
  });

  it('is in the log with its holding, and in a report as of a day', async () => {
    await state('2026-06-30', parts, { accepted: true });
    const entries = await world.readLog((log) => log.entriesAfter(0, 100));
    const logged = await world.inWorkspace(async ({ history }) => {
      const mark = await history.markBefore(new Date(Date.now() + 60_000));
      return mark && history.holdings([personId], mark);
    });

    expect(entries.at(-1)).toMatchObject({ subject: holdingId, what: 'edit', why: 'opening-balance' });
    expect(logged?.[0]?.openings).toMatchObject([
      { holdingId, cycleId: cycleIds[1], statedFor: '2026-06-30', parts, accepted: true, createdAt: NOW },
    ]);
    expect(await world.verdict()).toBe('whole');
  });
});

describe('a cure', () => {
  it('is stored with its cycle, by requirement, and logged', async () => {
    const cured = { 'year:1': { on: day('2026-02-01'), what: 'Made up' } };
    await world.inWorkspace(({ holdings }) => holdings.updateCycle(cycleIds[1] ?? '', { cured }));
    const [found] = await world.inWorkspace(({ holdings }) => holdings.of(personId));
    const logged = await world.inWorkspace(async ({ history }) => {
      const mark = await history.markBefore(new Date(Date.now() + 60_000));
      return mark && history.holdings([personId], mark);
    });

    expect(found?.cycles.map((cycle) => cycle.cured)).toEqual([{}, cured]);
    expect(logged?.[0]?.cycles.map((cycle) => cycle.cured)).toEqual([{}, cured]);
    expect(await world.verdict()).toBe('whole');
  });
});

it('is logged as before while it has neither', async () => {
  const contents = await world.readLog((log) => log.contentsBetween(0, 100));
  const content = [...contents.values()].findLast(({ subject }) => subject === holdingId)?.content as {
    readonly cycles: readonly object[];
  };

  expect(content).not.toHaveProperty('openings');
  expect(content.cycles).toHaveLength(2);
  for (const cycle of content.cycles) expect(cycle).not.toHaveProperty('cured');
});
