import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/calendar.ts';
import { carriedOver } from '../../src/domain/carry-over.ts';
import { contributionsTo, countCredits, settledOpenings } from '../../src/domain/count-credits.ts';
import { sum } from '../../src/domain/credit.ts';
import type { Cap, CreditRenewal } from '../../src/domain/credit-rules.ts';
import { cycleFor } from '../../src/domain/cycle-choice.ts';
import { cutToRoom } from '../../src/domain/estimate.ts';
import type { CountedHolding, Entry, OpeningBalance } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { requirementsOf } from '../../src/domain/requirement.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { fc } from '../support/properties.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const categories = [
  { code: 'education', name: 'Education' },
  { code: 'ways', name: 'Ways of Working', parent: 'education' },
  { code: 'power', name: 'Power Skills', parent: 'education' },
  { code: 'giving', name: 'Giving Back' },
];
const marks = [
  { code: 'ethics', name: 'Ethics' },
  { code: 'lab', name: 'Lab' },
];
const nested = aRenewal({ categories, marks });

type Short = readonly [string, number, ...string[]];
const toParts = (short: readonly Short[]) =>
  short.map(([category, credits, ...on]) => ({ category, credits, ...(on.length === 0 ? {} : { marks: on }) }));
const opening = (on: string, ...parts: readonly Short[]): OpeningBalance => ({ on: day(on), parts: toParts(parts) });
const record = (end: string, ...parts: readonly Short[]) => anEntry({ end, parts: toParts(parts) });

interface Case {
  readonly openings: readonly OpeningBalance[];
  readonly entries?: readonly Entry[];
  readonly renewal?: CreditRenewal;
  readonly certifiedOn?: Day;
}

function countedIn({ openings, entries = [], renewal = nested, certifiedOn }: Case) {
  const counted = countCredits({ renewal, cycle: { cycle, certifiedOn }, entries, openings });
  const stated = (key: string) =>
    sum(
      (counted.cyclic.get(key) ?? []).filter(({ entry }) => entry.startsWith('opening:')).map(({ credits }) => credits),
    );
  const all = (key: string) => sum((counted.cyclic.get(key) ?? []).map(({ credits }) => credits));
  const inYear = (year: number) =>
    sum((counted.yearly.get('total') ?? []).filter((one) => one.year === year).map(({ credits }) => credits));
  return { counted, stated, all, inYear };
}

describe('an opening balance', () => {
  it.each`
    on              | years
    ${'2025-12-31'} | ${[1500, 0, 0]}
    ${'2026-01-01'} | ${[0, 1500, 0]}
    ${'2027-12-31'} | ${[0, 0, 1500]}
  `('counts in the total and in the year of its day, $on', ({ on, years }) => {
    const { all, inYear } = countedIn({ openings: [opening(on, ['ways', 1500])] });

    expect([all('total'), all('education'), all('ways'), all('giving')]).toEqual([1500, 1500, 1500, 0]);
    expect([0, 1, 2].map(inYear)).toEqual(years);
  });

  it('counts from its day on, and only in its cycle', () => {
    const stated = opening('2025-12-31', ['ways', 1500]);
    const totalOn = (on: string, one = stated) =>
      sum(
        (
          countCredits({ renewal: nested, cycle: { cycle }, entries: [], openings: [one] }, day(on)).cyclic.get(
            'total',
          ) ?? []
        ).map(({ credits }) => credits),
      );

    expect([totalOn('2025-12-30'), totalOn('2025-12-31')]).toEqual([0, 1500]);
    expect(totalOn('2026-06-01', { ...stated, cycle: day('2022-01-01') })).toBe(0);
    expect(totalOn('2026-06-01', { ...stated, cycle: cycle.start })).toBe(1500);
  });

  it('is free of the caps per entry, per day and over kinds, and subject to the others', () => {
    const limit = known(1000);
    const stated = [opening('2025-12-31', ['ways', 1500])];
    const totalUnder = (cap: Omit<Cap, 'limit' | 'name'>) =>
      countedIn({ openings: stated, renewal: aRenewal({ categories, caps: [{ limit, name: 'x', ...cap }] }) }).all(
        'total',
      );

    expect([totalUnder({ per: 'entry' }), totalUnder({ per: 'day' })]).toEqual([1500, 1500]);
    expect(totalUnder({ per: 'year', kinds: ['course'] })).toBe(1500);
    expect(totalUnder({ per: 'cycle', deliveries: ['in-person'] })).toBe(1500);
    expect([totalUnder({ per: 'year' }), totalUnder({ per: 'cycle' })]).toEqual([1000, 1000]);
    expect(totalUnder({ per: 'cycle', category: 'education' })).toBe(1000);
    expect(totalUnder({ per: 'cycle', category: 'giving' })).toBe(1500);
  });

  it('comes before all records of its day when a cap cuts', () => {
    const renewal = aRenewal({ categories, caps: [{ per: 'cycle', limit: known(1000), name: 'all' }] });
    const entries = [anEntry({ id: 'r', end: '2026-01-01', parts: toParts([['giving', 500]]), order: 0 })];
    const { counted } = countedIn({ openings: [opening('2026-01-01', ['ways', 800])], entries, renewal });

    expect(counted.cuts).toMatchObject([{ entry: 'r', credits: 300 }]);
  });

  it('is cut like a record: the last category first, what has no mark first', () => {
    const renewal = aRenewal({ categories, marks, caps: [{ per: 'cycle', limit: known(500), name: 'all' }] });
    const stated = opening('2025-12-31', ['giving', 100], ['ways', 300, 'ethics'], ['ways', 300]);

    expect(countedIn({ openings: [stated], renewal }).counted.cuts).toMatchObject([
      {
        entry: 'opening:2025-12-31',
        credits: 200,
        parts: [
          { category: 'giving', credits: 100 },
          { category: 'ways', credits: 100, marks: [] },
        ],
      },
    ]);
  });
});

describe('an opening balance gives way to records', () => {
  const stated = [opening('2025-12-31', ['ways', 1500])];

  it.each<[string, readonly Entry[], number]>([
    ['of its own category', [record('2025-06-01', ['ways', 400])], 1100],
    ['of its own day', [record('2025-12-31', ['ways', 400])], 1100],
    ['of the first day that may earn', [record('2025-01-01', ['ways', 400])], 1100],
    ['not of the day after', [record('2026-01-01', ['ways', 400])], 1500],
    ['not of what ended before the cycle', [record('2024-12-31', ['ways', 400])], 1500],
    ['not of another category', [record('2025-06-01', ['power', 400])], 1500],
    ['not of an enclosing category', [record('2025-06-01', ['education', 400])], 1500],
    ['never below 0', [record('2025-06-01', ['ways', 1000]), record('2025-07-01', ['ways', 1000])], 0],
  ])('%s', (_what, entries, left) => {
    expect(countedIn({ openings: stated, entries }).stated('ways')).toBe(left);
  });

  it('whenever they were entered, and by what the caps per entry and per day leave of them', () => {
    const caps = [
      { per: 'entry', limit: known(500), name: 'one entry' },
      { per: 'day', limit: known(300), name: 'a day' },
      { per: 'year', limit: known(100), kinds: ['course'], name: 'courses' },
    ] as const;
    const renewal = aRenewal({ categories, caps });
    const course = (order: number) =>
      anEntry({ kind: 'course', end: '2025-06-01', parts: toParts([['ways', 900]]), order });

    expect(countedIn({ openings: stated, entries: [course(1)], renewal }).stated('ways')).toBe(1200);
    expect(countedIn({ openings: stated, entries: [course(1), course(2)], renewal }).stated('ways')).toBe(1200);
  });

  it('not to a course that counts once already', () => {
    const renewal = aRenewal({ categories, onceOnly: known(true) });
    const twice = ['2025-06-01', '2025-07-01'].map((end) =>
      anEntry({ kind: 'course', course: 'x', end, parts: toParts([['ways', 400]]) }),
    );

    expect(countedIn({ openings: stated, entries: twice, renewal }).stated('ways')).toBe(1100);
  });

  it('of a category inside it, but its own category first', () => {
    const both = [opening('2025-12-31', ['education', 1000], ['ways', 300], ['total', 200])];
    const left = (entries: readonly Entry[]) => {
      const { stated: of } = countedIn({ openings: both, entries });
      return [of('ways'), of('education') - of('ways'), of('total') - of('education')];
    };

    expect(left([])).toEqual([300, 1000, 200]);
    expect(left([record('2025-06-01', ['ways', 200])])).toEqual([100, 1000, 200]);
    expect(left([record('2025-06-01', ['ways', 500])])).toEqual([0, 800, 200]);
    expect(left([record('2025-06-01', ['power', 500])])).toEqual([300, 500, 200]);
    expect(left([record('2025-06-01', ['ways', 1400])])).toEqual([0, 0, 100]);
    expect(left([record('2025-06-01', ['giving', 500])])).toEqual([300, 1000, 0]);
  });

  it('of the same mark before those without, and never of another mark', () => {
    const some = [opening('2025-12-31', ['ways', 300], ['ways', 200, 'ethics'], ['education', 100, 'ethics'])];
    const left = (entry: Entry) => {
      const { stated: of } = countedIn({ openings: some, entries: [entry] });
      return [of('ways'), of('mark:ethics'), of('total')];
    };

    expect(left(record('2025-06-01', ['ways', 150, 'ethics']))).toEqual([350, 150, 450]);
    expect(left(record('2025-06-01', ['ways', 150]))).toEqual([350, 300, 450]);
    expect(left(record('2025-06-01', ['ways', 400, 'ethics']))).toEqual([100, 100, 200]);
    expect(left(record('2025-06-01', ['ways', 550, 'ethics']))).toEqual([0, 50, 50]);
    expect(left(record('2025-06-01', ['ways', 400]))).toEqual([200, 300, 300]);
    expect(left(record('2025-06-01', ['ways', 400, 'lab']))).toEqual([200, 300, 300]);
  });

  it('takes the early span and the credits before a first cycle for its span too', () => {
    const early = [record('2024-11-01', ['ways', 400])];
    const span = aRenewal({ categories, earlySpan: known({ days: 90 }) });
    const isaca = aRenewal({
      categories,
      earlyCredits: known(true),
      cycle: { anchor: known('january'), months: known(36) },
    });
    const certifiedOn = day('2024-10-01');

    expect(countedIn({ openings: stated, entries: early, renewal: span }).stated('ways')).toBe(1100);
    expect(countedIn({ openings: stated, entries: early, renewal: isaca, certifiedOn }).stated('ways')).toBe(1100);
    expect(countedIn({ openings: stated, entries: early, renewal: isaca }).stated('ways')).toBe(1500);
  });

  it('never lets a figure fall below what was stated, nor below what the records have', () => {
    const entries = fc.array(
      fc.record({
        end: fc.constantFrom('2025-01-01', '2025-06-01', '2025-12-31', '2026-06-01'),
        category: fc.constantFrom('ways', 'power', 'giving'),
        credits: fc.integer({ min: 1, max: 900 }),
      }),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 2000 }), (list, credits) => {
        const records = list.map(({ end, category, credits: some }) => record(end, [category, some]));
        const openings = [opening('2025-12-31', ['total', credits])];
        const before = sum(list.filter(({ end }) => end <= '2025-12-31').map((one) => one.credits));
        const after = sum(list.filter(({ end }) => end > '2025-12-31').map((one) => one.credits));

        expect(countedIn({ openings, entries: records }).all('total')).toBe(Math.max(credits, before) + after);
      }),
    );
  });
});

describe('two opening balances', () => {
  const first = opening('2025-12-31', ['ways', 1000]);
  const second = opening('2026-12-31', ['ways', 800], ['giving', 300]);
  const left = (...entries: readonly Entry[]) => {
    const { counted } = countedIn({ openings: [second, first], entries });
    const of = (id: string) =>
      sum((counted.cyclic.get('total') ?? []).filter(({ entry }) => entry === id).map(({ credits }) => credits));
    return [of('opening:2025-12-31'), of('opening:2026-12-31')];
  };

  it('state what was earned apart, in any order', () => {
    expect(left()).toEqual([1000, 1100]);
  });

  it('give way each to the records of its own span', () => {
    expect(left(record('2025-12-31', ['ways', 400]))).toEqual([600, 1100]);
    expect(left(record('2026-01-01', ['ways', 400]))).toEqual([1000, 700]);
    expect(left(record('2025-12-31', ['giving', 400]))).toEqual([1000, 1100]);
    expect(left(record('2026-12-31', ['giving', 400]))).toEqual([1000, 800]);
    expect(left(record('2025-06-01', ['ways', 2000]))).toEqual([0, 1100]);
  });

  it('meet the yearly minimums of their years', () => {
    const renewal = aRenewal({ categories, yearly: [{ amount: known(1000), severity: 'hard' }] });
    const paces = creditStanding(
      { renewal, cycle: { cycle }, entries: [], openings: [first, second] },
      day('2027-01-10'),
      7,
    ).paces;

    expect(paces.filter(({ requirement }) => requirement.per === 'year').map(({ status }) => status)).toEqual([
      ...['met', 'met', 'on-track'],
    ]);
  });
});

describe('an opening balance elsewhere', () => {
  const terms = (renewal: CreditRenewal) => termsOf(renewal, { cycle }, cycle.end);

  it('is no part of a forecast', () => {
    const renewal = aRenewal({ categories });
    const forecast = (entries: readonly Entry[]) =>
      creditStanding(
        { renewal, cycle: { cycle }, entries, openings: [opening('2026-06-01', ['ways', 1000])] },
        day('2026-06-30'),
        7,
      ).paces[0]?.forecast;

    expect(forecast([])).toEqual({ kind: 'nothing-earned' });
    // 40 - 10 - 10 remain; at 10 in 90 days that takes 180.
    expect(forecast([record('2026-06-02', ['ways', 1000])])).toEqual({ kind: 'on', day: '2026-12-27' });
  });

  it('raises the total that carry-over is taken from, but no month is its own', () => {
    const renewal = aRenewal({ categories, carryOver: { cap: known(2000) } });
    const left = (stated: number, entries: readonly Entry[]) => {
      const openings = [opening('2027-12-01', ['ways', stated])];
      return sum(carriedOver(terms(renewal), { entries, openings }).map(({ credits }) => credits));
    };

    expect(left(3500, [record('2027-12-02', ['ways', 700])])).toBe(200);
    expect(left(4500, [record('2027-12-02', ['ways', 300])])).toBe(300);
    expect(left(4500, [])).toBe(0);
  });

  it('is in a period of its own, on its day', () => {
    const rule = { code: 'review', per: 'period', months: 24, chosenBy: 'cycle-start', severity: 'hard' } as const;
    const renewal = aRenewal({ categories, requirements: [{ ...rule, amount: known(1000) }] });
    const holding = { cycle, periods: { review: day('2026-12-31') } };
    const countedOf = (...openings: readonly OpeningBalance[]) => {
      const counted = countCredits({
        ...{ renewal, cycle: holding, openings },
        entries: [record('2026-06-01', ['ways', 100])],
      });
      const requirement = requirementsOf(termsOf(renewal, holding, cycle.end)).find(({ per }) => per === 'period');
      return requirement && sum(contributionsTo(counted, requirement).map(({ credits }) => credits));
    };

    expect(countedOf()).toBe(100);
    expect(countedOf(opening('2026-12-31', ['ways', 500]))).toBe(500);
    expect(countedOf(opening('2027-01-01', ['ways', 500]))).toBe(100);
    expect(countedOf({ ...opening('2024-12-31', ['ways', 500]), cycle: day('2022-01-01') })).toBe(100);
    expect(countedOf({ ...opening('2025-01-01', ['ways', 500]), cycle: day('2022-01-01') })).toBe(600);
  });

  it('leaves a rolling cycle with the day it is stated for', () => {
    const renewal = aRenewal({ categories, cycle: { anchor: known('rolling'), months: known(36) } });
    const stated = (on: string) => ({ ...opening(on, ['ways', 500]), cycle: day('2022-01-01') });

    expect(countedIn({ openings: [stated('2025-01-01')], renewal }).all('total')).toBe(500);
    expect(countedIn({ openings: [stated('2024-12-31')], renewal }).all('total')).toBe(0);
  });

  it('keeps an activity in the grace for the next cycle where it makes the old one whole', () => {
    const renewal = aRenewal({ earningGrace: known({ days: 90 }) });
    const next = { cycle: { start: day('2028-01-01'), end: day('2030-12-31') } };
    const index = (openings: readonly OpeningBalance[]) =>
      cycleFor(
        { renewal, cycles: [{ cycle }, next], entries: [], openings },
        { end: day('2028-02-01'), savedOn: day('2028-02-01') },
      );

    expect(index([])).toBe(0);
    expect(index([{ ...opening('2027-12-31', ['total', 4000]), cycle: cycle.start }])).toBe(1);
  });
});

describe('an estimate beside an opening balance', () => {
  const stated = [opening('2025-12-31', ['total', 600])];
  const activity = (end: string) =>
    ({ kind: 'webinar', start: day(end), end: day(end), category: 'total', marks: [] }) as const;
  const estimate = { low: 100, likely: 200, high: 200 };
  const holding = (limit: number, entries: readonly Entry[] = []): CountedHolding => ({
    ...{ cycle: { cycle }, entries, openings: stated },
    renewal: aRenewal({ caps: [{ per: 'cycle', limit: known(limit), name: 'all' }] }),
  });

  it('is what the activity would add if the balance stayed as it is', () => {
    expect(cutToRoom(holding(4000), activity('2025-06-01'), estimate)).toMatchObject({ low: 100, likely: 200 });
    expect(cutToRoom(holding(700), activity('2025-06-01'), estimate)).toMatchObject({ low: 100, likely: 100 });
    expect(cutToRoom(holding(600), activity('2025-06-01'), estimate)).toMatchObject({ low: 0, likely: 0 });
  });

  it('takes what records left of the balance for it', () => {
    const entries = [anEntry({ end: '2025-03-01', credits: 400 })];

    expect(settledOpenings(holding(4000, entries))).toMatchObject([{ parts: [{ credits: 200 }], settled: true }]);
    expect(cutToRoom(holding(700, entries), activity('2025-06-01'), estimate)).toMatchObject({ likely: 100 });
  });
});
