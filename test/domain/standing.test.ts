import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/calendar.ts';
import type { Condition, RequirementRule, Unchecked } from '../../src/domain/credit-rules.ts';
import type { Entry, HoldingCycle } from '../../src/domain/holding.ts';
import { type CreditStanding, creditStanding } from '../../src/domain/standing.ts';
import { anEntry, aRenewal, known, type RenewalInShort } from './rules.ts';

const cycle = { start: day('2025-01-01'), end: day('2027-12-31') };
const TODAY = day('2026-11-23');

interface Case {
  readonly rules?: RenewalInShort;
  readonly entries?: readonly Entry[];
  readonly holding?: Partial<HoldingCycle>;
  readonly on?: Day;
}

function standing({ rules = {}, entries = [], holding = {}, on = TODAY }: Case): CreditStanding {
  return creditStanding({ renewal: aRenewal(rules), cycle: { cycle, ...holding }, entries }, on, 7);
}

/** The status of the holding, and what the headline names. */
function headline(given: Case): readonly [string, string | undefined] {
  const { status, binding } = standing(given);
  return [status, binding?.requirement.id];
}

const earned = (credits: number, end = '2025-06-01') => anEntry({ end, credits });
const yearly = { yearly: [{ amount: known(2000), severity: 'hard' }] } as const;
const hard = { chosenBy: 'cycle-start', severity: 'hard' } as const;
const ethics: RequirementRule = { ...hard, code: 'ethics', per: 'period', months: 12, amount: known(200) };
const practice: Condition = {
  code: 'practice',
  question: 'Do you practise?',
  options: [
    { code: 'yes', name: 'Yes' },
    { code: 'no', name: 'No' },
  ],
};
const unknownRule = (over: Partial<Unchecked> = {}): Unchecked => ({
  ...{ rule: 'a minimum', why: 'unknown', about: 'requirement' },
  ...over,
});

describe('the status of a holding', () => {
  it.each<[string, Case, readonly [string, string | undefined]]>([
    ['its binding requirement’s', {}, ['behind', 'total']],
    ['met with all of them', { entries: [earned(4000)] }, ['met', 'total']],
    ['not started before the first day', { on: day('2024-12-31') }, ['not-started', undefined]],
    ['missed after the last day', { on: day('2028-01-01') }, ['missed', 'total']],
    [
      'behind in the grace',
      { rules: { earningGrace: known({ days: 90 }) }, on: day('2028-01-01') },
      ['behind', 'total'],
    ],
  ])('is %s', (_what, given, expected) => {
    expect(headline(given)).toEqual(expected);
  });

  it('is missed with one missed requirement, while the headline names what can still be done', () => {
    const given = { rules: yearly, entries: [earned(1900), earned(2100, '2026-02-01')], on: day('2026-11-23') };

    // In 2026 the total of 40 and its own minimum are met: only what was missed is left.
    expect(headline(given)).toEqual(['missed', 'year:1']);
    expect(headline({ ...given, on: day('2027-01-10') })).toEqual(['missed', 'year:3']);
  });

  it('names what was missed, with the shortfall, whatever binds', () => {
    const { missed, binding } = standing({ rules: yearly, entries: [earned(1900)] });

    expect(binding?.requirement.id).toBe('year:2');
    expect(missed.map(({ pace, cure }) => [pace.requirement.id, pace.remaining, cure])).toEqual([
      ['year:1', 100, undefined],
    ]);
  });

  it('does not mind a missed suggestion', () => {
    const rules = { yearly: [{ amount: known(2000), severity: 'suggested' }] } as const;
    const { status, missed } = standing({ rules, entries: [earned(500), earned(3500, '2026-02-01')] });

    expect([status, missed]).toEqual(['met', []]);
  });
});

describe('a missed requirement that was cured', () => {
  const cure = { on: day('2026-03-01'), what: 'Made up with the late form' };
  const given = { rules: yearly, entries: [earned(1900), earned(2100, '2026-02-01')] };

  it('counts as met and binds nothing, and is still there with what cured it', () => {
    const cured = standing({ ...given, holding: { cured: { 'year:1': cure } } });

    expect([cured.status, cured.binding?.requirement.id]).toEqual(['met', 'year:2']);
    expect(cured.missed).toMatchObject([{ pace: { requirement: { id: 'year:1' } }, cure }]);
  });

  it.each`
    on              | status
    ${'2026-02-28'} | ${'missed'}
    ${'2026-03-01'} | ${'met'}
  `('is $status on $on', ({ on, status }) => {
    expect(standing({ ...given, holding: { cured: { 'year:1': cure } }, on: day(on) }).status).toBe(status);
  });

  it('is met where nothing else was ever asked for', () => {
    const over = { holding: { cured: { total: cure } }, on: day('2028-03-01') };

    expect(headline({ ...over, holding: { cured: { total: { ...cure, on: day('2028-02-01') } } } })).toEqual([
      'met',
      undefined,
    ]);
    expect(headline({ on: over.on })).toEqual(['missed', 'total']);
  });

  it('does not cure another', () => {
    expect(standing({ ...given, holding: { cured: { 'year:2': cure } } }).status).toBe('missed');
  });
});

describe('what nobody can tell', () => {
  const all = [earned(4000)];

  it.each<[string, RenewalInShort, Partial<HoldingCycle>, string]>([
    ['a requirement the catalogue does not know', { unchecked: [unknownRule()] }, {}, 'unknown'],
    ['a disputed one', { unchecked: [unknownRule({ why: 'disputed' })] }, {}, 'unknown'],
    ['a paused one', { unchecked: [unknownRule({ why: 'paused' })] }, {}, 'unknown'],
    ['a cap, a conversion or carry-over', { unchecked: [unknownRule({ about: 'other' })] }, {}, 'met'],
    ['a change that is announced', { unchecked: [unknownRule({ from: day('2027-01-01') })] }, {}, 'met'],
    ['a period without its last day', { requirements: [ethics] }, {}, 'unknown'],
    ['a suggested one without its last day', { requirements: [{ ...ethics, severity: 'suggested' }] }, {}, 'unknown'],
    [
      'a requirement that depends on an answer not given',
      { conditions: [practice], requirements: [{ ...ethics, per: 'cycle', when: { practice: ['yes'] } }] },
      {},
      'unknown',
    ],
    [
      'one that an answer rules out',
      { conditions: [practice], requirements: [{ ...ethics, when: { practice: ['yes'] } }] },
      { conditions: { practice: 'no' } },
      'met',
    ],
    ['an answer that only caps depend on', { conditions: [practice] }, {}, 'met'],
    [
      'a requirement that a default answers',
      {
        conditions: [{ ...practice, defaultAnswer: 'no' }],
        requirements: [{ ...ethics, per: 'cycle', when: { practice: ['yes'] } }],
      },
      {},
      'met',
    ],
  ])('of %s', (_what, rules, holding, status) => {
    expect(headline({ rules, holding, entries: all })).toEqual([status, status === 'met' ? 'total' : undefined]);
  });

  it.each([
    ['behind', [], ['behind', 'total']],
    ['met', all, ['unknown', undefined]],
  ] as const)('takes the place of met alone, not of %s', (_what, entries, expected) => {
    expect(headline({ rules: { unchecked: [unknownRule()] }, entries })).toEqual(expected);
  });

  it('takes no place of missed', () => {
    expect(headline({ rules: { unchecked: [unknownRule()] }, on: day('2028-01-01') })).toEqual(['missed', 'total']);
  });

  it('is named in the order of the catalogue', () => {
    const rules = {
      conditions: [practice],
      requirements: [
        { ...ethics, code: 'law', when: { practice: ['yes'] } },
        { ...ethics, code: 'ethics' },
      ],
      unchecked: [unknownRule({ rule: 'x', about: 'other' }), unknownRule({ rule: 'y' })],
    };

    expect(standing({ rules }).unknown).toEqual([
      { kind: 'condition', condition: practice },
      { kind: 'period', code: 'ethics' },
      { kind: 'rule', unchecked: unknownRule({ rule: 'y' }) },
    ]);
  });
});

describe('recommendations alone', () => {
  const suggested = { total: known(0), yearly: [{ amount: known(2000), severity: 'suggested' }] } as const;

  it('make a holding met, and no headline', () => {
    expect(headline({ rules: suggested })).toEqual(['met', undefined]);
    expect(standing({ rules: suggested }).paces).toHaveLength(3);
  });

  it('make it unknown where one of them is not known', () => {
    expect(headline({ rules: { ...suggested, unchecked: [unknownRule()] } })).toEqual(['unknown', undefined]);
  });

  it('are what is left of a cycle that asks for nothing', () => {
    expect(headline({ rules: { total: known(0) } })).toEqual(['met', undefined]);
  });
});

describe('a period of its own', () => {
  const given = (last: string, over: Case = {}): Case => ({
    rules: { requirements: [ethics] },
    entries: [earned(4000)],
    ...over,
    holding: { periods: { ethics: day(last) }, ...over.holding },
  });

  it.each`
    last            | on              | expected
    ${'2026-12-31'} | ${'2026-11-23'} | ${['behind', 'period:ethics']}
    ${'2026-06-30'} | ${'2026-11-23'} | ${['missed', 'period:ethics']}
    ${'2024-12-31'} | ${'2026-11-23'} | ${['missed', 'period:ethics']}
    ${'2028-12-31'} | ${'2026-11-23'} | ${['met', 'total']}
    ${'2028-11-30'} | ${'2026-11-23'} | ${['met', 'total']}
  `('that ends on $last is $expected on $on', ({ last, on, expected }) => {
    expect(headline(given(last, { on: day(on) }))).toEqual(expected);
  });

  it('that was met before the cycle is no part of it', () => {
    const before = anEntry({ end: '2024-06-01', credits: 200, cycle: '2022-01-01' });
    const entries = [before];

    expect(headline(given('2024-12-31', { entries }))).toEqual(['behind', 'total']);
    expect(headline(given('2024-12-31', { entries: [...entries, earned(4000)] }))).toEqual(['met', 'total']);
  });

  it('that was missed before the cycle is cured like any other', () => {
    const cured = { 'period:ethics': { on: day('2026-01-01'), what: 'Reinstated' } };

    expect(headline(given('2024-12-31', { holding: { cured } }))).toEqual(['met', 'total']);
  });
});

describe('a certification renewed by another', () => {
  const renewedBy = { short: 'CySA+', on: day('2026-03-01') };
  const rules = { unchecked: [unknownRule()], ...yearly };

  it('is met from that day, whatever was missed or is not known', () => {
    const { status, binding, renewedBy: by } = standing({ rules, holding: { renewedBy } });

    expect([status, binding, by]).toEqual(['met', undefined, renewedBy]);
  });

  it('is what it was until then', () => {
    const { status, renewedBy: by } = standing({ rules, holding: { renewedBy }, on: day('2026-02-28') });

    expect([status, by]).toEqual(['missed', undefined]);
  });
});
