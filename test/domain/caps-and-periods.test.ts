import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { carriedOver } from '../../src/domain/carry-over.ts';
import { countCredits } from '../../src/domain/count-credits.ts';
import type { Cap, RequirementRule } from '../../src/domain/credit-rules.ts';
import { explain } from '../../src/domain/explain.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { creditStanding } from '../../src/domain/standing.ts';
import { anEntry, aRenewal, known, type RenewalInShort } from './rules.ts';

const cycle = { cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
const hard = { chosenBy: 'cycle-start', severity: 'hard' } as const;
const inPart = (end: string, credits: number, over: Partial<Entry> & { category?: string } = {}): Entry => {
  const { category = 'a', ...rest } = over;
  return { ...anEntry({ end, kind: 'course', parts: [{ category, credits }] }), ...rest };
};

describe('a requirement with a period of its own', () => {
  const review: RequirementRule = { ...hard, code: 'review', per: 'period', months: 72, amount: known(1000) };
  const caps: Cap[] = [{ per: 'day', limit: known(600), name: 'a day' }];

  it('sees a day cap once over the records of all cycles', () => {
    const renewal = aRenewal({ requirements: [review], caps });
    const holding = { ...cycle, periods: { review: day('2027-12-31') } };
    const entries = [
      anEntry({ end: '2024-06-03', credits: 500, cycle: '2022-01-01' }),
      anEntry({ end: '2024-06-03', credits: 500, cycle: '2025-01-01' }),
      anEntry({ end: '2024-06-04', credits: 500, cycle: '2022-01-01' }),
    ];

    const { periodic, periodicCuts } = countCredits({ renewal, cycle: holding, entries });

    expect(periodic.get('review')?.map(({ credits }) => credits)).toEqual([500, 100, 500]);
    expect(periodicCuts.map(({ credits }) => credits)).toEqual([400]);
  });

  it('spreads a course of several days under it', () => {
    const renewal = aRenewal({ requirements: [review], caps });
    const holding = { ...cycle, periods: { review: day('2027-12-31') } };
    const entries = [
      anEntry({ start: '2025-03-03', end: '2025-03-08', credits: 3600 }),
      anEntry({ end: '2025-03-08', credits: 100, cycle: '2022-01-01' }),
    ];

    const { periodic } = countCredits({ renewal, cycle: holding, entries });

    expect(periodic.get('review')?.map(({ credits }) => credits)).toEqual([3600]);
  });
});

describe('a tie', () => {
  const first: RequirementRule = { ...hard, code: 'yearly-a', category: 'a', per: 'year', amount: known(1000) };
  const second: RequirementRule = { ...hard, code: 'b', category: 'b', per: 'cycle', amount: known(1000) };
  const categories = [
    { code: 'a', name: 'A' },
    { code: 'b', name: 'B' },
  ];
  const oneYear = { cycle: { start: day('2025-01-01'), end: day('2025-12-31') } };

  it.each`
    order              | binding
    ${[first, second]} | ${'year:1:a'}
    ${[second, first]} | ${'category:b'}
  `('between a yearly minimum and one of the cycle goes by their rules: $binding', ({ order, binding }) => {
    const renewal = aRenewal({ total: known(0), requirements: order, categories });
    const standing = creditStanding({ renewal, cycle: oneYear, entries: [] }, day('2025-06-01'), 7);

    expect(standing.binding?.requirement.id).toBe(binding);
  });
});

describe('what is carried over', () => {
  it.each`
    severity       | left
    ${'hard'}      | ${500}
    ${'suggested'} | ${1500}
  `('is lowered by a minimum only if it is hard ($severity)', ({ severity, left }) => {
    const minimum: RequirementRule = { ...hard, severity, code: 'a', category: 'a', per: 'cycle', amount: known(5000) };
    const renewal = aRenewal({
      categories: [{ code: 'a', name: 'A' }],
      requirements: [minimum],
      carryOver: { cap: known(2000), from: [{ category: 'a' }] },
    });
    const entries = [inPart('2027-06-01', 5500)];

    expect(carriedOver(termsOf(renewal, cycle, cycle.cycle.end), { entries })).toEqual([
      { category: 'a', credits: left },
    ]);
  });
});

describe('an explanation adds up', () => {
  const categories = [
    { code: 'a', name: 'A', minimum: known(1000) },
    { code: 'b', name: 'B' },
  ];
  const marks = [
    { code: 'ethics', name: 'ethics' },
    { code: 'live', name: 'live', from: { deliveries: ['online-live'] } } as const,
  ];
  const requirements: RequirementRule[] = [
    { ...hard, code: 'ethics', mark: 'ethics', per: 'cycle', amount: known(300) },
    { ...hard, code: 'live', mark: 'live', per: 'year', amount: known(300) },
    { ...hard, code: 'taught', per: 'year', amount: known(900), exceptKinds: ['reading'] },
    { ...hard, code: 'year-a', category: 'a', per: 'year', amount: known(900) },
  ];
  const entries: Entry[] = [
    inPart('2025-02-01', 900, { delivery: 'online-live', course: 'x' }),
    inPart('2025-02-02', 900, { delivery: 'online-live', course: 'x' }),
    inPart('2025-03-01', 700, { kind: 'reading' }),
    { ...inPart('2025-04-01', 0), parts: [{ category: 'b', credits: 500, marks: ['ethics'] }] },
    inPart('2024-01-01', 400, { delivery: 'online-live' }),
    inPart('2025-05-01', 800, { category: 'b', delivery: 'online-live' }),
  ];

  it.each<[string, RenewalInShort]>([
    ['without caps', {}],
    ['with a cap over a mark', { caps: [{ per: 'cycle', limit: known(200), mark: 'ethics', name: 'ethics' }] }],
    ['with one a year', { caps: [{ per: 'year', limit: known(1000), mark: 'live', name: 'live' }] }],
    [
      'with a cap over a delivery',
      { caps: [{ per: 'cycle', limit: known(1000), deliveries: ['online-live'], name: 'live webinars' }] },
    ],
    [
      'with one a year over everything',
      {
        caps: [
          { per: 'year', limit: known(1200), name: 'a year' },
          { per: 'year', limit: known(1000), deliveries: ['online-live'], name: 'live webinars' },
        ],
      },
    ],
    ['with a course that counts once', { onceOnly: known(true) }],
  ])('%s', (_why, rules) => {
    const renewal = aRenewal({ categories, marks, requirements, ...rules });
    const carryOver = [{ category: 'b', credits: 150, marks: ['ethics'] }];
    const standing = creditStanding({ renewal, cycle: { ...cycle, carryOver }, entries }, day('2025-06-01'), 7);

    for (const pace of standing.paces) {
      const { claimed, carriedOver: carried, cuts, counted } = explain(standing, entries, pace);
      const left = cuts.reduce((rest, { credits }) => rest - credits, claimed + carried);

      expect([pace.requirement.id, left]).toEqual([pace.requirement.id, counted]);
    }
  });
});
