import { describe, expect, it } from 'vitest';
import { brokenReferences } from '../../src/catalogue/references.ts';
import type { RequirementRule } from '../../src/domain/credit-rules.ts';
import { aCertification, aRenewal, known, type RenewalInShort } from '../domain/rules.ts';

const rule = { per: 'cycle', chosenBy: 'cycle-start', severity: 'hard', amount: known(100) } as const;
const CATEGORIES = [
  { code: 'a', name: 'A' },
  { code: 'b', name: 'B', parent: 'a' },
];

/** The paths of broken references with their messages. */
function broken(renewal: RenewalInShort, sources: Record<string, string> = { S1: 'https://example.org' }) {
  const certification = aCertification({ renewal: aRenewal(renewal), sources });
  return brokenReferences(certification).map(({ path, message }) => `${path.join('.')} ${message}`);
}

const requirement = (over: Partial<RequirementRule>): RenewalInShort => ({
  categories: CATEGORIES,
  requirements: [{ ...rule, code: 'extra', ...over }],
});

it('finds nothing in rules whose references all exist', () => {
  expect(broken(requirement({ category: 'b' }))).toEqual([]);
});

describe('a source', () => {
  it('must be a key of the sources', () => {
    const total = { ...known(4000), sources: ['S1', 'S9'] };

    expect(broken({ total })).toEqual(["renewal.requirements.0.amount.sources must name a key of sources, got 'S9'"]);
  });

  it('must not be a name that every object has', () => {
    expect(broken({ total: { ...known(4000), sources: ['constructor'] } })).toEqual([
      "renewal.requirements.0.amount.sources must name a key of sources, got 'constructor'",
    ]);
  });

  it('must be used', () => {
    expect(broken({}, { S1: 'https://example.org', S2: 'https://example.org/2' })).toEqual([
      'sources.S2 must be used by a value',
    ]);
  });

  it.each([
    ['O', 'catalogue', 1],
    ['M', 'catalogue', 1],
    ['O', 'workspace', 1],
    ['M', 'workspace', 0],
  ] as const)('of the certainty %s may be missing only in the rules of a workspace: %s', (certainty, origin, count) => {
    const renewal = aRenewal({ total: { value: 4000, certainty, sources: [] } });

    const problems = brokenReferences(aCertification({ renewal, sources: { S1: 'https://example.org' } }), origin);

    expect(problems.map(({ path, message }) => `${path.join('.')} ${message}`)).toEqual(
      Array.from({ length: count }, () => 'renewal.requirements.0.amount.sources must name a source'),
    );
  });
});

describe('a category', () => {
  it.each<[string, RenewalInShort, string]>([
    [
      'used twice',
      { categories: [CATEGORIES[0], CATEGORIES[0]].filter((one) => one !== undefined) },
      "renewal.categories.1.code must be used once, got 'a'",
    ],
    [
      'before its parent',
      { categories: [...CATEGORIES].reverse() },
      "renewal.categories.0.parent must name a category that stands before it, got 'a'",
    ],
    [
      'that is its own parent',
      { categories: [{ code: 'a', name: 'A', parent: 'a' }] },
      "renewal.categories.0.parent must name a category that stands before it, got 'a'",
    ],
    [
      'that fills one that does not exist',
      { categories: [{ code: 'a', name: 'A', fills: 'z' }] },
      "renewal.categories.0.fills must name a category, got 'z'",
    ],
    [
      'that does not exist',
      requirement({ category: 'z' }),
      "renewal.requirements.1.category must name a category, got 'z'",
    ],
  ])('%s is broken', (_name, renewal, problem) => {
    expect(broken(renewal)).toEqual([problem]);
  });

  it('may fill one that stands behind it', () => {
    expect(
      broken({
        categories: [
          { code: 'a', name: 'A', fills: 'b' },
          { code: 'b', name: 'B' },
        ],
      }),
    ).toEqual([]);
  });
});

describe('a requirement', () => {
  it('must have a code of its own', () => {
    expect(broken(requirement({ code: 'total' }))).toEqual([
      "renewal.requirements.1.code must be used once, got 'total'",
    ]);
  });

  it('must name a mark that exists', () => {
    expect(broken(requirement({ mark: 'ethics' }))).toEqual([
      "renewal.requirements.1.mark must name a mark, got 'ethics'",
    ]);
  });

  it.each<[string, Partial<RequirementRule>, boolean]>([
    ['a period with months', { per: 'period', months: 24 }, true],
    ['a period without months', { per: 'period' }, false],
    ['a cycle with months', { months: 24 }, false],
    ['a cycle without months', {}, true],
  ])('of %s is whole: %s', (_name, over, isWhole) => {
    expect(broken(requirement(over))).toEqual(
      isWhole ? [] : ['renewal.requirements.1.months must be given for a period of its own, and only there'],
    );
  });

  it.each([
    [{ 'first-cycle': ['yes'] }, []],
    [{ 'first-cycle': ['maybe'] }, ["renewal.requirements.1.when.first-cycle must name an option, got 'maybe'"]],
    [{ working: ['yes'] }, ["renewal.requirements.1.when.working must name a condition, got 'working'"]],
  ])('under the condition %j has the problems %j', (when, problems) => {
    expect(broken(requirement({ when }))).toEqual(problems);
  });
});
