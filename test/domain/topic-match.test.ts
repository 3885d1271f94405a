import { expect, it } from 'vitest';
import { isOutsideDomains } from '../../src/domain/topic-match.ts';
import { aRenewal } from './rules.ts';

const source = { certainty: 'O', sources: ['S1'] } as const;
const security = aRenewal({
  categories: [
    { code: 'a', name: 'A' },
    { code: 'b', name: 'B' },
  ],
  topicCategories: [{ category: 'a', topics: ['Security and Risk Management', 'Network Security'], ...source }],
});

it.each([
  ['Payroll tax update 2026', '', true],
  ['Management of payroll', '', true],
  ['Zero trust for hybrid networks', '', false],
  ['Payroll tax', 'What a risk officer should know', false],
  ['', '', false],
])('%s (%s) is outside the domains: %s', (title, topics, expected) => {
  expect(isOutsideDomains(security, { title, topics })).toBe(expected);
});

it('is never outside domains that are not known', () => {
  expect(isOutsideDomains(aRenewal(), { title: 'Payroll tax' })).toBe(false);
});
