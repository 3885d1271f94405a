import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/calendar.ts';
import { nudgesFor, type WatchedHolding } from '../../src/domain/nudge.ts';
import { standingOf } from '../../src/domain/standing.ts';
import { aCertification, anEntry, aRenewal, known } from './rules.ts';

const END = day('2026-12-31');
const mark = { rules: 'r1', figures: 'f1' };

/** A holding that ends on 31 Dec 2026, as it stands on a day, with credits earned on 1 Feb 2024. */
function watched(today: string, credits: number, over: Partial<WatchedHolding> = {}): WatchedHolding {
  const certification = aCertification({ renewal: aRenewal({ total: known(4000) }) });
  const cycle = { cycle: { start: day('2024-01-01'), end: END } };
  const entries = credits === 0 ? [] : [anEntry({ end: '2024-02-01', credits })];
  return {
    holdingId: 'h1',
    certification,
    standing: standingOf({ certification, cycle, entries }, day(today), 7),
    addedOn: day('2024-01-01'),
    inDebt: 0,
    letsLapse: false,
    figures: { now: mark },
    step: 0,
    ...over,
  };
}
const plan = (today: string, holding: WatchedHolding, told: readonly string[] = [], mayEscalate = true) =>
  nudgesFor([holding], { told: new Set(told), mayEscalate }, day(today));
const kindsOf = (today: string, holding: WatchedHolding, told: readonly string[] = []) =>
  plan(today, holding, told).topics.map((topic) =>
    topic.kind === 'deadline' ? `${topic.deadline.kind} ${topic.threshold}` : topic.kind,
  );

describe('a deadline', () => {
  // Even with the pace, so that only the deadline is a topic.
  it.each([
    [181, []],
    [180, ['earn 180']],
    [91, ['earn 180']],
    [90, ['earn 90']],
    [30, ['earn 30']],
    [7, ['earn 7']],
    [0, ['earn 7']],
    [-1, []],
  ])('%i days away: %j', (left, expected) => {
    const today = addDays(END, -left);

    expect(kindsOf(today, watched(today, 3999)).filter((kind) => kind.startsWith('earn'))).toEqual(expected);
  });

  it('is not mentioned if it was that near when the holding was added', () => {
    const today = addDays(END, -80);
    const added = (before: number) => watched(today, 3999, { addedOn: addDays(END, -before) });

    expect(kindsOf(today, added(90))).toEqual([]);
    expect(kindsOf(today, added(91))).toEqual(['earn 90']);
  });

  it('is the expiry once the credits are complete', () => {
    const today = addDays(END, -20);

    expect(kindsOf(today, watched(today, 4000))).toEqual(['expires 30']);
  });

  it('is mentioned once', () => {
    const today = addDays(END, -80);
    const [topic] = plan(today, watched(today, 3999)).topics;

    expect(kindsOf(today, watched(today, 3999), [topic?.key ?? ''])).toEqual([]);
  });
});

describe('a shortfall', () => {
  const today = '2025-06-01';

  it('is mentioned when it begins and again after it was resolved', () => {
    const behind = watched(today, 100);
    const key = plan(today, behind).topics[0]?.key ?? '';

    expect(kindsOf(today, behind)).toEqual(['behind']);
    expect(plan(today, behind, [key])).toMatchObject({ topics: [], resolved: [] });
    expect(plan(today, watched(today, 4000), [key]).resolved).toEqual([key]);
  });

  it.each([
    ['lets lapse', { letsLapse: true }, []],
    ['snoozed until today', { snoozedUntil: day(today) }, []],
    ['snoozed until yesterday', { snoozedUntil: addDays(day(today), -1) }, ['behind']],
  ])('of a holding that is %s: %j', (_what, over, expected) => {
    expect(kindsOf(today, watched(today, 100, over))).toEqual(expected);
  });
});

describe('documentation debt', () => {
  it.each([
    [91, 300, []],
    [90, 300, ['debt']],
    [90, 0, []],
  ])('%i days before the end, %i hundredths: %j', (left, inDebt, expected) => {
    const today = addDays(END, -left);

    expect(kindsOf(today, watched(today, 4000, { inDebt }))).toEqual(expected);
  });
});

describe('changed rules', () => {
  it.each([
    ['were never seen', undefined, []],
    ['are the same', mark, []],
    ['come to the same figures', { rules: 'r0', figures: 'f1' }, []],
    ['come to other figures', { rules: 'r0', figures: 'f0' }, ['rules']],
  ])('that %s: %j', (_what, before, expected) => {
    expect(kindsOf('2025-06-01', watched('2025-06-01', 4000, { figures: { before, now: mark } }))).toEqual(expected);
  });
});

describe('the ladder', () => {
  const today = addDays(END, -60);
  const ladder = (over: Partial<WatchedHolding>, told: readonly string[] = [], mayEscalate = true) => {
    const { topics, steps } = plan(today, watched(today, 100, over), told, mayEscalate);
    return [topics.flatMap((topic) => (topic.kind === 'ladder' ? [topic.step] : [])), steps];
  };
  const on = (step: number, daysAgo: number) => ({ step, stepOn: addDays(today, -daysAgo) });

  it.each([
    ['begins with the first message', {}, [[], [{ holdingId: 'h1', step: 1, stepOn: today }]]],
    ['waits for 14 days', on(1, 13), [[], []]],
    ['offers help after 14 days', on(1, 14), [[2], [{ holdingId: 'h1', step: 2, stepOn: today }]]],
    ['tells the manager 14 days later', on(2, 14), [[3], [{ holdingId: 'h1', step: 3, stepOn: today }]]],
    ['ends there', on(3, 50), [[], []]],
  ])('%s', (_what, over, expected) => {
    expect(ladder(over)).toEqual(expected);
  });

  it('tells no manager where that is not allowed', () => {
    expect(ladder(on(2, 14), [], false)).toEqual([[], []]);
  });

  it.each([
    ['the credits are complete', watched(today, 4000, on(2, 3))],
    ['the holding may lapse', watched(today, 100, { ...on(2, 3), letsLapse: true })],
  ])('starts again when %s', (_what, holding) => {
    expect(plan(today, holding).steps).toEqual([{ holdingId: 'h1', step: 0 }]);
  });
});
