import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { contributionsTo, countCredits } from '../../src/domain/count-credits.ts';
import { sum } from '../../src/domain/credit.ts';
import type { NewHolderRow, RequirementRule } from '../../src/domain/credit-rules.ts';
import type { HoldingCycle } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { requirementsOf } from '../../src/domain/requirement.ts';
import { anEntry, aRenewal, known, type RenewalInShort } from './rules.ts';

function required(rules: RenewalInShort, holding: HoldingCycle): readonly (readonly [string, number])[] {
  const terms = termsOf(aRenewal(rules), holding, holding.cycle.end);
  return requirementsOf(terms).map(({ id, required: credits }) => [id, credits]);
}

describe('what the table of a body asks of a new holder', () => {
  const ethics: RequirementRule = {
    ...{ code: 'ethics', category: 'ethics', per: 'cycle', chosenBy: 'cycle-start', severity: 'hard' },
    amount: known(400),
  };
  const table: readonly NewHolderRow[] = [
    { from: '04-01', to: '09-30', total: 2000, minimums: { ethics: 200 } },
    { from: '10-01', to: '12-31', total: 1000, minimums: { ethics: 0 } },
    { from: '01-01', to: '03-31', total: 3000 },
  ];
  const rules = (rows: readonly NewHolderRow[], months = 12): RenewalInShort => ({
    cycle: { anchor: known('fixed-day'), months: known(months), fixedDay: known({ ends: '03-31', year: 2001 }) },
    categories: [{ code: 'ethics', name: 'Ethics' }],
    requirements: [ethics],
    newHolder: { table: known(rows) },
  });
  const firstCycle = (certifiedOn: string, end = '2027-03-31') => ({
    cycle: { start: day(certifiedOn), end: day(end) },
    certifiedOn: day(certifiedOn),
  });

  it.each`
    certifiedOn     | total   | ethics
    ${'2026-04-01'} | ${2000} | ${200}
    ${'2026-09-30'} | ${2000} | ${200}
    ${'2026-10-01'} | ${1000} | ${undefined}
    ${'2026-12-31'} | ${1000} | ${undefined}
    ${'2027-01-01'} | ${3000} | ${400}
    ${'2027-03-30'} | ${3000} | ${400}
  `('is $total in all of one certified on $certifiedOn', ({ certifiedOn, total, ethics: of }) => {
    expect(required(rules(table), firstCycle(certifiedOn))).toEqual([
      ['total', total],
      ...(of === undefined ? [] : [['category:ethics', of]]),
    ]);
  });

  it.each([
    [
      'in a later cycle',
      { cycle: { start: day('2027-04-01'), end: day('2028-03-31') }, certifiedOn: day('2025-10-10') },
    ],
    ['where the day is not known', { cycle: { start: day('2026-10-10'), end: day('2027-03-31') } }],
    ['where no row fits', firstCycle('2026-10-10')],
  ])('is what it asks of everybody %s', (_what, holding) => {
    expect(required(rules(table.slice(0, 1)), holding)).toEqual([
      ['total', 4000],
      ['category:ethics', 400],
    ]);
  });

  it('takes a span over the turn of the year', () => {
    const rows = [{ from: '10-01', to: '02-28', total: 500 }];
    const totalOf = (certifiedOn: string) => required(rules(rows), firstCycle(certifiedOn))[0]?.[1];

    expect(['2026-09-30', '2026-10-01', '2027-01-15', '2027-02-28', '2027-03-01'].map(totalOf)).toEqual([
      ...[4000, 500, 500, 500, 4000],
    ]);
  });

  it('tells the years of the body’s cycle apart', () => {
    const rows = [
      { from: '01-01', to: '12-31', year: 1, total: 2000 },
      { from: '01-01', to: '12-31', year: 2, total: 500 },
    ];
    const totalOf = (certifiedOn: string) => required(rules(rows, 24), firstCycle(certifiedOn))[0]?.[1];

    // The cycle ends on 31 March 2027; its first year begins on 1 April 2025, its second a year later.
    expect(['2025-03-31', '2025-04-01', '2026-03-31', '2026-04-01', '2027-03-30'].map(totalOf)).toEqual([
      ...[2000, 2000, 2000, 500, 500],
    ]);
  });
});

describe('credits before a cycle', () => {
  const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
  const yearly = [{ amount: known(1000), severity: 'hard' }] as const;

  function countedIn(rules: RenewalInShort, end: string, holding: Partial<HoldingCycle> = {}) {
    const renewal = aRenewal({ yearly, ...rules });
    const whole = { cycle, ...holding };
    const counted = countCredits({ renewal, cycle: whole, entries: [anEntry({ end, credits: 300 })] });
    const requirements = requirementsOf(termsOf(renewal, whole, cycle.end));
    return requirements.map((one) => sum(contributionsTo(counted, one).map(({ credits }) => credits)));
  }

  it.each`
    span             | end             | counts
    ${{ days: 31 }}  | ${'2024-12-01'} | ${true}
    ${{ days: 31 }}  | ${'2024-11-30'} | ${false}
    ${{ months: 6 }} | ${'2024-07-01'} | ${true}
    ${{ months: 6 }} | ${'2024-06-30'} | ${false}
  `('of $span count in its first year: $end $counts', ({ span, end, counts }) => {
    const credits = counts ? 300 : 0;

    expect(countedIn({ earlySpan: known(span) }, end)).toEqual([credits, credits, 0, 0]);
  });

  it('are chosen by the first day of the cycle', () => {
    const earlySpan = [
      { ...known({ days: 31 }), until: day('2024-12-31') },
      { ...known({ days: 62 }), from: day('2025-01-01') },
    ];

    expect(countedIn({ earlySpan }, '2024-11-01')[0]).toBe(300);
  });

  it('reach back to the certification in a first cycle, whichever is earlier', () => {
    const january: RenewalInShort = {
      cycle: { anchor: known('january'), months: known(36) },
      earlyCredits: known(true),
    };
    const both = { ...january, earlySpan: known({ days: 31 }) };
    const certifiedOn = (on: string) => ({ certifiedOn: day(on) });

    expect(countedIn(both, '2024-06-01', certifiedOn('2024-06-01'))[0]).toBe(300);
    expect(countedIn(both, '2024-12-01', certifiedOn('2024-12-20'))[0]).toBe(300);
    expect(countedIn(january, '2024-12-01', certifiedOn('2024-12-20'))[0]).toBe(0);
  });

  it.each`
    certifiedOn     | anchor         | counts
    ${'2024-01-01'} | ${'january'}   | ${true}
    ${'2023-12-31'} | ${'january'}   | ${false}
    ${'2024-12-31'} | ${'january'}   | ${true}
    ${'2024-01-01'} | ${'certified'} | ${false}
  `('of one certified on $certifiedOn belong to the cycle from 2025: $counts ($anchor)', (row) => {
    const rules: RenewalInShort = {
      cycle: { anchor: known(row.anchor), months: known(36) },
      earlyCredits: known(true),
    };

    expect(countedIn(rules, '2024-12-31', { certifiedOn: day(row.certifiedOn) })[0]).toBe(row.counts ? 300 : 0);
  });
});
