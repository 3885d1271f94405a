import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { chooseCategory } from '../../../src/services/records/choose-category.ts';

const certification = loadCatalogue().get('cissp');
if (certification?.renewal.kind !== 'credits') throw new Error('CISSP has credits.');
const holding = { certification, renewal: certification.renewal, entries: [] };

it.each([
  ['Zero trust for hybrid networks', { category: 'group-a', why: 'topics', topic: 'zero trust' }],
  ['Hiring people who stay', { category: 'group-b', why: 'default' }],
])('puts the opportunity %j where its subject belongs', (title, expected) => {
  expect(chooseCategory(holding, { kind: 'webinar', title, topics: '' })).toEqual(expected);
});

it('does not judge what was typed by its words alone', () => {
  expect(chooseCategory(holding, { kind: 'webinar', title: 'Zero trust for hybrid networks' })?.why).toBe('default');
});
