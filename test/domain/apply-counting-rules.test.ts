import { describe, expect, it } from 'vitest';
import { day } from '../../src/domain/calendar.ts';
import { contributionsTo, countCredits } from '../../src/domain/count-credits.ts';
import { sum } from '../../src/domain/credit.ts';
import type { Cap, CreditRenewal, RequirementRule } from '../../src/domain/credit-rules.ts';
import type { Entry } from '../../src/domain/holding.ts';
import { termsOf } from '../../src/domain/renewal-terms.ts';
import { requirementsOf } from '../../src/domain/requirement.ts';
import { anEntry, aRenewal, known, type RenewalInShort } from './rules.ts';

const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const marks = [
  { code: 'ethics', name: 'Ethics' },
  { code: 'live', name: 'Live', from: { deliveries: ['in-person', 'online-live'] } },
] as const;
const categories = [
  { code: 'a', name: 'A' },
  { code: 'b', name: 'B' },
];
const rule = { per: 'cycle', chosenBy: 'cycle-start', severity: 'hard' } as const;
const overMark = (mark: string, per: RequirementRule['per'] = 'cycle'): RequirementRule => ({
  ...{ ...rule, code: `${mark}-${per}`, mark, per, amount: known(200) },
  ...(per === 'period' ? { months: 24 } : {}),
});

function bodyWith(caps: readonly Cap[], over: RenewalInShort = {}): CreditRenewal {
  return aRenewal({ marks, categories, caps, ...over });
}

function countedBy(renewal: CreditRenewal, entries: readonly Entry[]) {
  const holding = { cycle, periods: { 'ethics-period': day('2026-12-31') } };
  const counted = countCredits({ renewal, cycle: holding, entries });
  const requirements = requirementsOf(termsOf(renewal, holding, cycle.end));
  const of = (id: string) => {
    const requirement = requirements.find((one) => one.id === id);
    return requirement && sum(contributionsTo(counted, requirement).map(({ credits }) => credits));
  };
  const figure = (key: string) => sum((counted.cyclic.get(key) ?? []).map(({ credits }) => credits));
  const cuts = counted.cuts.map(({ entry, credits, parts }) => [
    entry,
    credits,
    parts.map(({ category, credits: some, marks: on = [] }) => [category, some, ...on].join(' ')),
  ]);
  return { of, figure, cuts };
}

const marked = (id: string, end: string, parts: readonly (readonly [string, number, ...string[]])[]) =>
  anEntry({ id, end, parts: parts.map(([category, credits, ...on]) => ({ category, credits, marks: on })) });

describe('a cap over a mark', () => {
  const cap = { per: 'cycle', mark: 'ethics', limit: known(300), name: 'ethics' } as const;

  it('cuts the parts with the mark and leaves the others', () => {
    const entries = [
      marked('1', '2025-02-01', [
        ['a', 200, 'ethics'],
        ['a', 500],
      ]),
      marked('2', '2025-03-01', [
        ['a', 400],
        ['b', 250, 'ethics'],
      ]),
    ];
    const { figure, cuts } = countedBy(bodyWith([cap]), entries);

    expect(cuts).toEqual([['2', 150, ['b 150 ethics']]]);
    expect(['total', 'a', 'b', 'mark:ethics'].map(figure)).toEqual([1200, 1100, 100, 300]);
  });

  it('applies per entry, per day and per year too', () => {
    const parts = [
      ['a', 500, 'ethics'],
      ['b', 100],
    ] as const;
    const entries = [
      marked('1', '2025-02-01', parts),
      marked('2', '2025-02-01', parts),
      marked('3', '2026-02-01', parts),
    ];
    const ethics = (per: Cap['per']) => countedBy(bodyWith([{ ...cap, per }]), entries).figure('mark:ethics');

    expect([ethics('entry'), ethics('day'), ethics('year'), ethics('cycle')]).toEqual([900, 600, 600, 300]);
  });

  it('comes before the caps over categories of its step', () => {
    const overA = { per: 'cycle', category: 'a', limit: known(600), name: 'A' } as const;
    const entries = [marked('1', '2025-02-01', [['a', 500, 'ethics']]), marked('2', '2025-03-01', [['a', 500]])];

    expect(countedBy(bodyWith([overA, cap]), entries).cuts).toEqual([
      ['1', 200, ['a 200 ethics']],
      ['2', 200, ['a 200']],
    ]);
  });
});

describe('a cap that cuts inside an allocation', () => {
  const cap = { per: 'cycle', limit: known(500), name: 'everything' } as const;

  it('takes the last category first, and in one category what has no mark', () => {
    const parts = [
      ['b', 200, 'ethics'],
      ['a', 300, 'ethics'],
      ['a', 200],
      ['b', 100],
    ] as const;
    const { cuts, figure } = countedBy(bodyWith([{ ...cap, limit: known(400) }]), [marked('1', '2025-02-01', parts)]);

    expect(cuts).toEqual([['1', 400, ['b 100', 'b 200 ethics', 'a 100']]]);
    expect(figure('mark:ethics')).toBe(300);
  });

  it('takes the last entered of those that have a mark', () => {
    const renewal = bodyWith([cap], { marks: [...marks, { code: 'lab', name: 'Lab' }] });
    const parts = [
      ['a', 400, 'lab'],
      ['a', 400, 'ethics'],
    ] as const;
    const { figure } = countedBy(renewal, [marked('1', '2025-02-01', parts)]);

    expect([figure('mark:lab'), figure('mark:ethics')]).toEqual([400, 100]);
  });

  it('spreads each part over the days of an activity, odd hundredths to the first', () => {
    const daily = { per: 'day', limit: known(100), name: 'a day' } as const;
    const parts = [
      { category: 'a', credits: 200, marks: ['ethics'] },
      { category: 'a', credits: 200 },
    ];
    // Of each part 67, 67 and 66 a day; 34, 34 and 32 of the part without a mark go.
    const { cuts, figure } = countedBy(bodyWith([daily]), [
      anEntry({ id: '1', start: '2025-02-01', end: '2025-02-03', parts }),
    ]);

    expect(cuts).toEqual([['1', 100, expect.any(Array)]]);
    expect(figure('mark:ethics')).toBe(200);
  });
});

describe('a requirement over a mark', () => {
  it('counts what the caps of its step leave', () => {
    const caps = [
      { per: 'entry', limit: known(800), name: 'one entry' },
      { per: 'year', limit: known(600), name: 'a year' },
      { per: 'cycle', limit: known(100), name: 'the cycle' },
    ] as const;
    const renewal = bodyWith(caps, {
      requirements: [overMark('ethics'), overMark('ethics', 'year'), overMark('ethics', 'period')],
    });
    const { of } = countedBy(renewal, [marked('1', '2026-02-01', [['a', 900, 'ethics']])]);

    expect([of('period:ethics-period'), of('year:2:mark:ethics'), of('mark:ethics')]).toEqual([800, 600, 100]);
  });

  it('counts no other part of the same activity', () => {
    const parts = [
      ['a', 200, 'ethics'],
      ['a', 600],
    ] as const;

    expect(
      countedBy(bodyWith([], { requirements: [overMark('ethics')] }), [marked('1', '2025-02-01', parts)]).of(
        'mark:ethics',
      ),
    ).toBe(200);
  });

  it('leaves out the kinds that the body excepts', () => {
    const requirements = [{ ...overMark('ethics'), exceptKinds: ['webinar'] as const }];
    const entries = (['webinar', 'course'] as const).map((kind) =>
      anEntry({ kind, end: '2025-02-01', credits: 100, marks: ['ethics'] }),
    );

    expect(countedBy(bodyWith([], { requirements }), entries).of('mark:ethics')).toBe(100);
  });
});

describe('the delivery of an activity', () => {
  const delivered = (id: string, delivery?: 'in-person' | 'online-live' | 'self-paced') =>
    anEntry({ id, end: '2025-02-01', credits: 300, ...(delivery && { delivery }) });

  it('is what a cap over deliveries looks at', () => {
    const cap = { per: 'cycle', deliveries: ['self-paced'], limit: known(400), name: 'self-study' } as const;
    const entries = [
      delivered('1', 'self-paced'),
      delivered('2', 'in-person'),
      delivered('3'),
      delivered('4', 'self-paced'),
    ];
    const { cuts, figure } = countedBy(bodyWith([cap]), entries);

    expect(cuts).toEqual([['4', 200, ['total 200']]]);
    expect(figure('total')).toBe(1000);
  });

  it('gives the parts a mark that nobody sets', () => {
    const entries = [
      delivered('1', 'in-person'),
      delivered('2', 'online-live'),
      delivered('3', 'self-paced'),
      delivered('4'),
    ];

    expect(countedBy(bodyWith([], { requirements: [overMark('live')] }), entries).of('mark:live')).toBe(600);
  });
});
