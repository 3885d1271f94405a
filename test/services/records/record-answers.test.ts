import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/calendar.ts';
import type { CreditHolding } from '../../../src/services/certifications/member-holding.ts';
import { answersOfRecord } from '../../../src/services/records/record-answers.ts';
import type { Activity } from '../../../src/store/entities.ts';
import type { NewClaim } from '../../../src/store/records/activities.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { known, type RenewalInShort } from '../../domain/rules.ts';
import { aCreditHolding } from '../certifications/credit-holding.ts';

const categories = [
  { code: 'a', name: 'A' },
  { code: 'b', name: 'B' },
];
const record: Activity = {
  workspaceId: 'w',
  activityId: 'r',
  personId: 'p',
  entryOrder: 1,
  title: 'Zero trust',
  provider: 'SANS',
  kind: 'webinar',
  delivery: 'online-live',
  starts: day('2026-03-02'),
  ends: day('2026-03-02'),
  minutes: 90,
  description: 'How to get there.',
  version: 1,
  planned: false,
  createdAt: new Date('2026-03-02T12:00:00Z'),
  deletedAt: null,
  importId: null,
};
const stated = {
  title: 'Zero trust',
  provider: 'SANS',
  kind: 'webinar',
  delivery: 'online-live',
  start: '2026-03-02',
  duration: '90m',
  description: 'How to get there.',
};

function aClaim(code: string, parts: NewClaim['parts']): NewClaim {
  return { holdingId: `h-${code}`, cycleId: 'y', parts };
}

function answers(over: Partial<Activity>, claims: readonly NewClaim[] = [], holdings: readonly CreditHolding[] = []) {
  return answersOfRecord({ ...record, ...over }, { claims, holdings }, wordsFor('en-GB'));
}

describe('the answers of a stored record', () => {
  it.each([
    [{}, stated],
    [{ ends: day('2026-03-04') }, { ...stated, end: '2026-03-04' }],
    [{ title: 'Audit' }, { ...stated, title: 'Audit' }],
  ])('with %j', (over, expected) => {
    expect(answers(over)).toEqual({ ...expected, counts: [] });
  });

  it('have no duration where none is stored', () => {
    const { duration, ...rest } = stated;

    expect(answers({ minutes: null })).toEqual({ ...rest, counts: [] });
  });
});

describe('the answers of a claim', () => {
  it.each([
    [
      'without categories',
      {},
      [{ category: 'total', credits: 150 }],
      { 'credits.abc': '1.5', 'category.abc': 'total' },
    ],
    ['in a category', { categories }, [{ category: 'b', credits: 100 }], { 'credits.abc': '1', 'category.abc': 'b' }],
    [
      'split over categories',
      { categories, splits: known(true) },
      [
        { category: 'a', credits: 100 },
        { category: 'b', credits: 25 },
      ],
      { 'credits.abc': '1.25', 'category.abc': 'a', 'credits.abc.b': '0.25' },
    ],
    [
      'of two categories that are no longer split',
      { categories },
      [
        { category: 'b', credits: 100 },
        { category: 'a', credits: 50 },
      ],
      { 'credits.abc': '1.5', 'category.abc': 'b' },
    ],
    ['without parts', {}, [], { 'credits.abc': '0' }],
  ])('%s', (_, rules, parts, expected) => {
    const read = answers({}, [aClaim('abc', parts)], [aCreditHolding('abc', rules as RenewalInShort)]);

    expect(read).toEqual({ ...stated, counts: ['abc'], ...expected });
  });

  it.each([
    ['one amount', {}],
    ['split amounts', { categories, splits: known(true) }],
  ])('have its marks beside %s', (_, rules) => {
    const marked = [
      { category: 'a', credits: 100 },
      { category: 'a', credits: 50, marks: ['ethics'] },
      { category: 'a', credits: 25, marks: ['ethics', 'lab'] },
    ];
    const read = answers({}, [aClaim('abc', marked)], [aCreditHolding('abc', rules as RenewalInShort)]);

    expect(read).toMatchObject({ 'mark.abc.ethics': '0.75', 'mark.abc.lab': '0.25' });
    expect(Object.entries(read).filter(([name]) => name.startsWith('credits.'))).toEqual([
      [expect.any(String), '1.75'],
    ]);
    expect(answers({}, [aClaim('abc', [])], [aCreditHolding('abc')])).not.toHaveProperty('mark.abc.ethics');
  });

  it('are those of the holdings in the form, in their order', () => {
    const claims = ['def', 'gone', 'abc'].map((code) => aClaim(code, [{ category: 'total', credits: 100 }]));
    const read = answers({}, claims, [aCreditHolding('abc'), aCreditHolding('xyz'), aCreditHolding('def')]);

    expect(read.counts).toEqual(['abc', 'def']);
    expect(Object.keys(read).filter((name) => name.startsWith('credits.'))).toEqual(['credits.abc', 'credits.def']);
  });
});
