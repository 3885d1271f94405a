import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import type { ActivityKind } from '../../../src/domain/activity-kinds.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { FormErrors } from '../../../src/services/form-errors.ts';
import { readClaims } from '../../../src/services/records/read-claims.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification, anEntry, aRenewal, known, type RenewalInShort } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const first = { cycleId: 'first', cycle: { start: day('2022-01-01'), end: day('2024-12-31') } };
const second = { cycleId: 'second', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
const source = { certainty: 'O', sources: ['S1'] } as const;
const defaultCategories = [{ kinds: ['webinar'], category: 'b', ...source }] as const;
const categories = [
  { code: 'a', name: 'A' },
  { code: 'b', name: 'B' },
];

function aHolding(code: string, rules: RenewalInShort = {}, entries: CreditHolding['entries'] = []): CreditHolding {
  const renewal = aRenewal(rules);
  const certification = aCertification({ code, short: code.toUpperCase(), renewal });
  const cycles = [first, second];
  return { holdingId: `h-${code}`, personId: 'p', number: '', certification, renewal, cycle: second, cycles, entries };
}

interface Stated {
  readonly minutes?: number;
  readonly on?: string;
  readonly kind?: ActivityKind;
  readonly title?: string;
}

function read(holdings: readonly CreditHolding[], answers: Answers, over: Stated = {}) {
  const errors = new FormErrors(new Map(), words);
  const on = over.on === '' ? undefined : day(over.on ?? '2026-03-02');
  const { minutes, kind = 'webinar', title = 'A talk' } = over;
  const activity = { kind, title, provider: 'SANS', start: on, end: on, minutes } as const;
  const claims = readClaims(holdings, { answers, activity, today: day('2026-11-29'), words, errors });
  return { claims, errors: errors.toObject() };
}

describe('a typed claim', () => {
  it.each([
    ['without categories', {}, { 'credits.abc': '1.5' }, [{ category: 'total', credits: 150 }]],
    [
      'in the chosen category',
      { categories },
      { 'credits.abc': '1', 'category.abc': 'b' },
      [{ category: 'b', credits: 100 }],
    ],
    [
      'in the default category',
      { categories, defaultCategories },
      { 'credits.abc': '1' },
      [{ category: 'b', credits: 100 }],
    ],
    [
      'split over categories',
      { categories, splits: known(true) },
      { 'credits.abc.a': '1', 'credits.abc.b': '0.5' },
      [
        { category: 'a', credits: 100 },
        { category: 'b', credits: 50 },
      ],
    ],
    [
      'split, the rest in its category',
      { categories, splits: known(true) },
      { 'credits.abc': '3', 'category.abc': 'a', 'credits.abc.b': '0.5' },
      [
        { category: 'a', credits: 250 },
        { category: 'b', credits: 50 },
      ],
    ],
    [
      'split, with all of it in other categories',
      { categories, splits: known(true) },
      { 'credits.abc': '0.5', 'credits.abc.b': '0.5' },
      [{ category: 'b', credits: 50 }],
    ],
    [
      'split, with nothing in one',
      { categories, splits: known(true) },
      { 'credits.abc.a': '0', 'credits.abc.b': '1' },
      [{ category: 'b', credits: 100 }],
    ],
  ] as const)('%s', (_, rules, answers, parts) => {
    const { claims, errors } = read([aHolding('abc', rules as RenewalInShort)], { counts: ['abc'], ...answers });

    expect(claims).toEqual([{ holdingId: 'h-abc', cycleId: 'second', parts }]);
    expect(errors).toEqual({});
  });

  it.each([
    ['x', words.log.unreadable('x')],
    ['-1', words.log.negative],
    ['1.123', words.log.tooFine],
    ['999999', words.log.tooLarge],
    ['0', words.log.noCredits],
    ['1.1', words.log.step('ABC Board', 25)],
  ])('of %s is refused', (typed, error) => {
    const { errors } = read([aHolding('abc')], { counts: ['abc'], 'credits.abc': typed }, { minutes: 60 });

    expect(errors).toEqual({ 'credits.abc': error });
  });

  const marks = [
    { code: 'ethics', name: 'Ethics' },
    { code: 'lab', name: 'Lab' },
    { code: 'live', name: 'Live', from: { deliveries: ['in-person'] } },
  ] as const;

  it.each([
    ['a part of it', { 'mark.abc.ethics': '0.5' }, [50, ['ethics'], 50]],
    ['all of it', { 'mark.abc.ethics': '1' }, [100, ['ethics']]],
    ['none of it', { 'mark.abc.ethics': '0' }, [100]],
    ['two parts of it', { 'mark.abc.ethics': '0.25', 'mark.abc.lab': '0.25' }, [25, ['ethics'], 25, ['lab'], 50]],
    ['nothing of another certification', { 'mark.def.ethics': '1' }, [100]],
    ['nothing that follows from the delivery', { 'mark.abc.live': '1' }, [100]],
  ])('has the marks of its certification for %s', (_, answers, expected) => {
    const { claims, errors } = read([aHolding('abc', { marks })], { counts: ['abc'], 'credits.abc': '1', ...answers });
    const read1 = claims[0]?.parts.flatMap(({ credits, marks: on }) => (on === undefined ? [credits] : [credits, on]));

    expect(read1).toEqual(expected);
    expect(errors).toEqual({});
  });

  it.each([
    ['1.25', words.log.moreMarkedThanClaimed('Ethics', 100)],
    ['x', words.log.unreadable('x')],
  ])('of 1 credit refuses a mark on %s', (typed, error) => {
    const answers = { counts: ['abc'], 'credits.abc': '1', 'mark.abc.ethics': typed };

    expect(read([aHolding('abc', { marks })], answers).errors).toEqual({ 'mark.abc.ethics': error });
  });
});

describe('a claim whose category is not decided', () => {
  const asked = `${words.claim.askCategory('ABC Board')} ${words.claim.choose(['A', 'B'])}`;

  it.each([
    ['not stated', {}],
    ['unknown', { 'category.abc': 'x' }],
  ])('is refused beside the field: %s', (_, answers) => {
    const { errors } = read([aHolding('abc', { categories })], { counts: ['abc'], 'credits.abc': '1', ...answers });

    expect(errors).toEqual({ 'category.abc': asked });
  });

  it('is refused as well where it would be estimated', () => {
    const { errors } = read([aHolding('abc', { categories })], { counts: ['abc'] }, { minutes: 60 });

    expect(errors).toEqual({ 'category.abc': asked });
  });

  it('is asked for the area where it is split, unless an amount in one states it', () => {
    const split = aHolding('abc', { categories, splits: known(true) });

    expect(read([split], { counts: ['abc'] }, { minutes: 60 }).errors).toEqual({ 'category.abc': asked });
    expect(read([split], { counts: ['abc'], 'credits.abc': '2', 'credits.abc.b': '1' }).errors).toEqual({
      'category.abc': asked,
    });
    expect(read([split], { counts: ['abc'], 'credits.abc.b': '1' }).errors).toEqual({});
  });

  it('is refused where more is in other categories than in all', () => {
    const split = aHolding('abc', { categories, splits: known(true) });

    expect(read([split], { counts: ['abc'], 'credits.abc': '1', 'credits.abc.b': '1.5' }).errors).toEqual({
      'credits.abc': words.log.moreInCategories(150),
    });
  });

  it('is estimated in the default category where it is split', () => {
    const split = aHolding('abc', { categories, defaultCategories, splits: known(true) });

    expect(read([split], { counts: ['abc'] }, { minutes: 60 }).claims[0]?.parts).toEqual([
      { category: 'b', credits: 100 },
    ]);
  });
});

describe('an activity with several rates', () => {
  const activities = [
    { name: 'Book', kinds: ['reading'], rate: known({ perItem: 500 }) },
    { name: 'Article', kinds: ['reading'], rate: known({ perItem: 100 }) },
  ] as const;
  const holding = aHolding('abc', { activities });
  const reading = { kind: 'reading', minutes: 60 } as const;

  it.each([
    ['without the item', {}, { 'item.abc': words.claim.askItem(['Book', 'Article']) }],
    ['with a wrong number', { 'item.abc': 'Book', 'items.abc': '1.5' }, { 'items.abc': words.claim.badItems }],
  ])('is refused %s', (_, answers, errors) => {
    expect(read([holding], { counts: ['abc'], ...answers }, reading).errors).toEqual(errors);
  });

  it('is estimated by its item', () => {
    const answers = { counts: ['abc'], 'item.abc': 'Article', 'items.abc': '2' };

    expect(read([holding], answers, reading).claims[0]?.parts).toEqual([{ category: 'total', credits: 200 }]);
  });
});

describe('the certifications of an activity', () => {
  const holdings = [aHolding('abc'), aHolding('def')];

  it('are those that were chosen', () => {
    const { claims, errors } = read(holdings, { counts: ['def'], 'credits.def': '1' });

    expect([claims.map(({ holdingId }) => holdingId), errors]).toEqual([['h-def'], {}]);
  });

  it('have to be chosen where credits are typed', () => {
    const { claims, errors } = read(holdings, { counts: ['def'], 'credits.def': '1', 'credits.abc': '2' });

    expect(claims).toHaveLength(1);
    expect(errors).toEqual({ 'credits.abc': words.log.notTicked('ABC') });
  });

  it('may keep a 0 where they are not chosen', () => {
    expect(read(holdings, { counts: ['def'], 'credits.def': '1', 'credits.abc': '0' }).errors).toEqual({});
  });

  it('have to be one at least', () => {
    expect(read(holdings, {})).toEqual({ claims: [], errors: { counts: words.log.countsForNothing } });
  });
});

describe('the cycle of a claim', () => {
  it.each([
    ['2024-06-01', 'first'],
    ['2026-06-01', 'second'],
    ['2010-06-01', 'second'],
    ['', 'second'],
  ])('on %j is the %s', (on, cycleId) => {
    expect(read([aHolding('abc')], { counts: ['abc'], 'credits.abc': '1' }, { on }).claims[0]?.cycleId).toBe(cycleId);
  });
});

describe('a claim without credits', () => {
  const full: RenewalInShort = { caps: [{ per: 'cycle', limit: known(100), name: 'all' }] };
  const earned = [anEntry({ end: '2026-01-10', credits: 100 })];

  it.each([
    ['is estimated', {}, [], 90, { parts: [{ category: 'total', credits: 150 }], errors: {} }],
    ['needs a duration', {}, [], undefined, { parts: [], errors: { 'credits.abc': words.log.noCredits } }],
    [
      'needs a conversion',
      { conversion: {} },
      [],
      60,
      { parts: [], errors: { 'credits.abc': words.log.noConversion } },
    ],
    ['may be too short', {}, [], 5, { parts: [], errors: { 'credits.abc': words.log.worthNothing(5) } }],
    ['may have no room left', full, earned, 60, { parts: [], errors: { 'credits.abc': words.log.noRoom(100) } }],
  ] as const)('%s', (_, rules, entries, minutes, expected) => {
    const holding = aHolding('abc', rules as RenewalInShort, entries);
    const { claims, errors } = read([holding], { counts: ['abc'] }, minutes === undefined ? {} : { minutes });

    expect({ parts: claims[0]?.parts, errors }).toEqual(expected);
  });

  it('needs a day', () => {
    const { errors } = read([aHolding('abc')], { counts: ['abc'] }, { on: '', minutes: 60 });

    expect(errors).toEqual({ 'credits.abc': words.log.noCredits });
  });
});
