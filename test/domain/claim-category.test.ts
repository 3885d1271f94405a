import { describe, expect, it } from 'vitest';
import { categoryOfClaim } from '../../src/domain/claim-category.ts';
import type { CreditRenewal } from '../../src/domain/credit-rules.ts';
import { courseOf } from '../../src/domain/holding.ts';
import { anEntry, aRenewal, known } from './rules.ts';

const source = { certainty: 'O', sources: ['S1'] } as const;
const renewal = aRenewal({
  categories: [
    { code: 'fraud', name: 'Fraud', minimum: known(1000) },
    { code: 'ethics', name: 'Ethics', minimum: known(200) },
    { code: 'other', name: 'Other' },
  ],
  topicCategories: [
    { category: 'fraud', topics: ['Embezzlement', 'fraud schemes'], ...source },
    { category: 'ethics', topics: ['code of ethics'], ...source },
  ],
  defaultCategories: [
    { kinds: ['course', 'webinar'], providers: ['ACFE'], category: 'fraud', ...source },
    { kinds: ['course', 'webinar'], category: 'other', ...source },
    { kinds: ['podcast'], category: 'ethics', ...source },
  ],
});

const earlier = (provider: string, categories: readonly string[], order: number) =>
  anEntry({
    end: '2026-01-10',
    kind: 'mentoring',
    order,
    course: courseOf(provider, `Session ${order}`) ?? '',
    parts: categories.map((category) => ({ category, credits: 100 })),
  });

describe('the category of a claim', () => {
  it.each([
    ['stated', { kind: 'course', title: 'Embezzlement' }, 'ethics', { category: 'ethics', why: 'stated' }],
    ['an unknown one', { kind: 'course' }, 'nope', { category: 'other', why: 'default' }],
    [
      'of a topic in the title',
      { kind: 'course', title: 'Embezzlements in banks' },
      '',
      { category: 'fraud', why: 'topics', topic: 'Embezzlement' },
    ],
    [
      'of a topic in the description',
      { kind: 'podcast', title: 'Episode 4', topics: 'On FRAUD-SCHEMES.' },
      '',
      { category: 'fraud', why: 'topics', topic: 'fraud schemes' },
    ],
    ['of topics of two categories', { kind: 'course', title: 'Embezzlement and the code of ethics' }, '', undefined],
    ['of half a word', { kind: 'course', title: 'Embezzlementology' }, '', { category: 'other', why: 'default' }],
    ['of a kind', { kind: 'webinar', provider: 'SANS' }, '', { category: 'other', why: 'default' }],
    [
      'of a provider',
      { kind: 'webinar', provider: ' acfe ' },
      '',
      { category: 'fraud', why: 'default', isOfProvider: true },
    ],
    ['of a kind whose default has a minimum', { kind: 'podcast' }, '', undefined],
    ['of a kind without a default', { kind: 'mentoring' }, '', undefined],
    ['of an unknown kind', {}, '', undefined],
  ] as const)('%s', (_, activity, stated, expected) => {
    expect(categoryOfClaim(renewal, activity, { stated })).toEqual(expected);
  });

  it.each([
    [[], { category: 'total', why: 'only' }],
    [[{ code: 'all', name: 'All' }], { category: 'all', why: 'only' }],
  ])('is the only one of %j', (categories, expected) => {
    expect(categoryOfClaim(aRenewal({ categories }), {}, {})).toEqual(expected);
  });

  it.each([
    ['the latest', [earlier('Bo Ltd.', ['other'], 2), earlier('bo ltd', ['ethics'], 1)], 'Bo, Ltd', 'other'],
    ['of another provider', [earlier('Ann', ['other'], 1)], 'Bo', undefined],
    ['of no provider', [earlier('', ['other'], 1)], '', undefined],
    ['of several categories', [earlier('Bo', ['other', 'ethics'], 2), earlier('Bo', ['other'], 1)], 'Bo', undefined],
    ['that is none any more', [earlier('Bo', ['total'], 1)], 'Bo', undefined],
  ])('chosen before: %s', (_, entries, provider, category) => {
    const choice = categoryOfClaim(renewal, { kind: 'mentoring', provider }, { entries });

    expect(choice).toEqual(category === undefined ? undefined : { category, why: 'chosen-before' });
  });

  it('chosen before wins over the default, and over topics of two categories', () => {
    const entries = [{ ...earlier('Bo', ['ethics'], 1), kind: 'course' as const }];
    const title = 'Embezzlement and the code of ethics';

    expect(categoryOfClaim(renewal, { kind: 'course', provider: 'Bo' }, { entries })?.why).toBe('chosen-before');
    expect(categoryOfClaim(renewal, { kind: 'course', provider: 'Bo', title }, { entries })?.category).toBe('ethics');
  });

  it('is that of the domains for a subject inside them, unless it is stated or named otherwise', () => {
    const ofDomains = aRenewal({
      categories: [
        { code: 'a', name: 'A' },
        { code: 'b', name: 'B' },
      ],
      topicCategories: [{ category: 'a', topics: ['Asset Security'], domains: true, ...source }],
      defaultCategories: [{ kinds: ['webinar'], category: 'b', ...source }],
    });
    const choose = (more: object) => categoryOfClaim(ofDomains, { kind: 'webinar', title: 'Zero trust' }, more);

    expect(choose({ subject: 'zero trust' })).toEqual({ category: 'a', why: 'topics', topic: 'zero trust' });
    expect(choose({ subject: 'zero trust', stated: 'b' })).toEqual({ category: 'b', why: 'stated' });
    expect(choose({})).toEqual({ category: 'b', why: 'default' });
    expect(categoryOfClaim(renewal, { kind: 'course' }, { subject: 'zero trust' })?.why).toBe('default');
  });

  it('is never a category that only contains others', () => {
    const nested: CreditRenewal = aRenewal({
      categories: [
        { code: 'education', name: 'Education' },
        { code: 'skills', name: 'Skills', parent: 'education' },
        { code: 'giving', name: 'Giving Back' },
      ],
      defaultCategories: [{ kinds: ['course'], category: 'education', ...source }],
    });

    expect(categoryOfClaim(nested, { kind: 'course' }, { stated: 'education' })).toBeUndefined();
  });
});
