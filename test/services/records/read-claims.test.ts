import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { FormErrors } from '../../../src/services/form-errors.ts';
import { readClaims } from '../../../src/services/records/read-claims.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { aCertification, anEntry, aRenewal, known, type RenewalInShort } from '../../domain/rules.ts';

const words = wordsFor('en-GB');
const first = { cycleId: 'first', cycle: { start: day('2022-01-01'), end: day('2024-12-31') } };
const second = { cycleId: 'second', cycle: { start: day('2025-01-01'), end: day('2027-12-31') } };
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

function read(holdings: readonly CreditHolding[], answers: Answers, over: { minutes?: number; on?: string } = {}) {
  const errors = new FormErrors(new Map(), words);
  const on = over.on === '' ? undefined : day(over.on ?? '2026-03-02');
  const activity = { kind: 'webinar', start: on, end: on, minutes: over.minutes } as const;
  const claims = readClaims(holdings, { answers, activity, words, errors });
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
    ['in the first category', { categories }, { 'credits.abc': '1' }, [{ category: 'a', credits: 100 }]],
    [
      'in the first instead of an unknown category',
      { categories },
      { 'credits.abc': '1', 'category.abc': 'x' },
      [{ category: 'a', credits: 100 }],
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
      'split, with nothing in one',
      { categories, splits: known(true) },
      { 'credits.abc.a': '0', 'credits.abc.b': '1' },
      [{ category: 'b', credits: 100 }],
    ],
  ] as const)('%s', (_, rules, answers, parts) => {
    const { claims, errors } = read([aHolding('abc', rules as RenewalInShort)], { counts: ['abc'], ...answers });

    expect(claims).toEqual([{ holdingId: 'h-abc', cycleId: 'second', marks: [], parts }]);
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

  it('has the marks of its certification', () => {
    const { claims } = read([aHolding('abc')], {
      counts: ['abc'],
      'credits.abc': '1',
      'marks.abc': ['ethics'],
      'marks.def': ['x'],
    });

    expect(claims[0]?.marks).toEqual(['ethics']);
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
    [
      'is estimated in the first of several parts',
      { categories, splits: known(true) },
      [],
      60,
      { parts: [{ category: 'a', credits: 100 }], errors: {} },
    ],
    [
      'needs a duration also where it is split',
      { categories, splits: known(true) },
      [],
      undefined,
      { parts: [], errors: { 'credits.abc.a': words.log.noCredits } },
    ],
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
