import { describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { type Day, day } from '../../src/domain/calendar.ts';
import { contributionsTo, countCredits } from '../../src/domain/count-credits.ts';
import type { CarryOver, CreditRenewal } from '../../src/domain/credit-rules.ts';
import { explain } from '../../src/domain/explain.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { requirementsOf } from '../../src/domain/requirement.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const cycle = { cycle: { start: day('2024-01-01'), end: day('2026-12-31') } };
const inPart = (end: string, credits: number, category = 'a') => anEntry({ end, parts: [{ category, credits }] });

function rules(carryOver: CarryOver): CreditRenewal {
  return aRenewal({
    categories: [
      { code: 'a', name: 'A' },
      { code: 'b', name: 'B' },
    ],
    yearly: [
      { amount: known(4000), severity: 'hard' },
      { amount: known(800), severity: 'hard', category: 'b' },
    ],
    carryOver,
  });
}

/** What counts for each requirement of a year, by its id. */
function countedFor(renewal: CreditRenewal, entries: readonly Entry[], on: Day = cycle.cycle.end) {
  const counted = countCredits({ renewal, cycle, entries }, on);
  const requirements = requirementsOf(termsOf(renewal, cycle, on));
  return Object.fromEntries(
    requirements.map((one) => [one.id, contributionsTo(counted, one).reduce((all, { credits }) => all + credits, 0)]),
  );
}

const yearly = { cap: known(3000), per: 'year' } as const;

describe('what a year has above its minimum', () => {
  it('counts for the same minimum of the next year too, and not for the cycle', () => {
    const entries = [inPart('2024-05-01', 5000), inPart('2025-05-01', 1000)];

    expect(countedFor(rules(yearly), entries)).toMatchObject({ 'year:1': 5000, 'year:2': 2000, total: 6000 });
  });

  it('counts at most up to the cap, and of a category up to its maximum', () => {
    const entries = [inPart('2024-05-01', 9000), inPart('2024-06-01', 2000, 'b')];
    const from = [{ category: 'a' }, { category: 'b', max: 500 }];

    expect(countedFor(rules({ ...yearly, from }), entries)).toMatchObject({ 'year:2': 3000, 'year:2:b': 500 });
    expect(countedFor(rules(yearly), entries)).toMatchObject({ 'year:2:b': 1200 });
    expect(countedFor(rules({ ...yearly, from: [{ category: 'a' }] }), entries)).toMatchObject({ 'year:2:b': 0 });
  });

  it('is not carried on into the year after', () => {
    const entries = [inPart('2024-05-01', 9000), inPart('2025-05-01', 3500)];

    expect(countedFor(rules(yearly), entries)).toMatchObject({ 'year:2': 6500, 'year:3': 0 });
  });

  it('is all of a year without a minimum', () => {
    const renewal = { ...rules(yearly), newHolder: { exemptYears: known(1) } };
    const held = { ...cycle, certifiedOn: cycle.cycle.start };
    const counted = countCredits({ renewal, cycle: held, entries: [inPart('2024-05-01', 2500)] });

    expect(counted.carriedIntoYears).toEqual([{ code: 'yearly-all', on: '2025-01-01', year: 1, credits: 2500 }]);
  });

  it('counts from the first day of the next year', () => {
    const entries = [inPart('2024-05-01', 5000)];

    expect(countedFor(rules(yearly), entries, day('2024-12-31'))).toMatchObject({ 'year:2': 0 });
    expect(countedFor(rules(yearly), entries, day('2025-01-01'))).toMatchObject({ 'year:2': 1000 });
  });

  it('is nothing where what is carried goes into the next cycle', () => {
    expect(countedFor(rules({ cap: known(3000) }), [inPart('2024-05-01', 5000)])).toMatchObject({ 'year:2': 0 });
  });

  it('is explained, and is not taken for recent work in a forecast', () => {
    const entries = [inPart('2024-12-01', 5000), inPart('2025-01-10', 1000)];
    const standing = creditStanding({ renewal: rules(yearly), cycle, entries }, day('2025-01-20'), 7);
    const second = standing.paces.find(({ requirement }) => requirement.id === 'year:2');

    expect(second && explain(standing, entries, second)).toMatchObject({
      claimed: 1000,
      carriedFromYear: 1000,
      carriedOver: 0,
      counted: 2000,
    });
    expect(second?.forecast).toEqual({ kind: 'on', day: '2025-07-19' });
  });

  it('is that of Michigan: of ethics at most 2 hours, of accounting at most 8', () => {
    const renewal = loadCatalogue().find('cpa-michigan')?.renewal;
    if (renewal?.kind !== 'credits') throw new Error('Michigan has no credits.');
    const licence = { cycle: { start: day('2025-07-01'), end: day('2027-06-30') } };
    const entries = [
      inPart('2025-11-03', 5000, 'general'),
      inPart('2025-11-04', 2000, 'accounting-auditing'),
      inPart('2025-11-05', 600, 'ethics'),
    ];
    const counted = countCredits({ renewal, cycle: licence, entries }, day('2026-07-01'));
    const carried = Object.fromEntries(counted.carriedIntoYears.map(({ code, credits }) => [code, credits]));

    expect(carried).toEqual({ yearly: 3600, 'yearly-accounting-auditing': 800, 'yearly-ethics': 200 });
  });
});
