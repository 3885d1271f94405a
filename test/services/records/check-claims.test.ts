import { describe, expect, it } from 'vitest';
import type { ActivityKind } from '../../../src/domain/activity-kinds.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Certification } from '../../../src/domain/certification.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { FormErrors } from '../../../src/services/form-errors.ts';
import { checkAmounts, checkRenewals } from '../../../src/services/records/check-claims.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification, aRenewal, known, type RenewalInShort } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const cycle = { cycleId: 'y', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };

function aHolding(rules: RenewalInShort = {}, over: Partial<Certification> = {}): CreditHolding {
  const renewal = aRenewal(rules);
  const certification = aCertification({ ...over, renewal });
  return { holdingId: 'h', personId: 'p', number: '', certification, renewal, cycle, cycles: [cycle], entries: [] };
}

function input(kind: ActivityKind = 'webinar', end: string | undefined = '2026-03-02') {
  const on = end === undefined ? undefined : day(end);
  return {
    answers: {},
    activity: { kind, title: 'A talk', provider: '', start: on, end: on, minutes: undefined },
    words,
    errors: new FormErrors(new Map(), words),
  };
}

describe('the credits of a claim', () => {
  it.each([
    [[100], {}],
    [[25], {}],
    [[110], { f0: words.log.step('ABC Board', 25) }],
    [[25, 30, 35], { f1: words.log.step('ABC Board', 25), f2: words.log.step('ABC Board', 25) }],
    [[0], { f0: words.log.noCredits }],
    [[0, 0], { f0: words.log.noCredits }],
    [[0, 25], {}],
    [[], {}],
  ])('%j', (amounts, errors) => {
    const context = input();
    checkAmounts(
      aHolding(),
      amounts.map((credits, n) => ({ field: `f${n}`, category: 'total', credits })),
      context,
    );

    expect(context.errors.toObject()).toEqual(errors);
  });

  it('may be of any size where the body states no step', () => {
    const context = input();
    checkAmounts(aHolding({ conversion: {} }), [{ field: 'f', category: 'total', credits: 1 }], context);

    expect(context.errors.any).toBe(false);
  });
});

describe('the number of renewals that one activity serves', () => {
  const limited: RenewalInShort = { activities: [{ name: 'Webinars', kinds: ['webinar'], renewals: known(1) }] };
  const split: RenewalInShort = {
    ...limited,
    splits: known(true),
    categories: [
      { code: 'a', name: 'A' },
      { code: 'b', name: 'B' },
    ],
  };
  const tooMany = words.log.tooManyRenewals('ABC Board', 1);

  it.each([
    ['one', [aHolding(limited, { code: 'x' })], 'webinar', {}],
    ['two', [aHolding(limited, { code: 'x' }), aHolding(limited, { code: 'y' })], 'webinar', { 'credits.y': tooMany }],
    ['two of another kind', [aHolding(limited, { code: 'x' }), aHolding(limited, { code: 'y' })], 'course', {}],
    [
      'two of different bodies',
      [aHolding(limited, { code: 'x' }), aHolding(limited, { code: 'y', body: 'Other' })],
      'webinar',
      {},
    ],
    [
      'two, the second one split over categories',
      [aHolding(limited, { code: 'x' }), aHolding(split, { code: 'y' })],
      'webinar',
      { 'credits.y': tooMany },
    ],
  ] as const)('%s', (_, chosen, kind, errors) => {
    const context = input(kind);
    checkRenewals(chosen, context);

    expect(context.errors.toObject()).toEqual(errors);
  });
});
