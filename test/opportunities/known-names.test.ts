import { expect, it } from 'vitest';
import { OpportunityNames } from '../../src/opportunities/known-names.ts';

it.each([
  ['ISACA', 'isaca', true],
  ['Northwind Academy', 'northwind academy', true],
  ['ISACA London Chapter', 'isaca', false],
  ['Cloud Security', 'cloud security', false],
  ['Munich', 'munich', false],
  ['', '', false],
  // In small letters it is a French word.
  ['SANS', 'SANS', true],
  ['SANS', 'sans', false],
  ['CLOUD', 'CLOUD', false],
])('of the provider %j, %j is only a provider: %s', (provider, typed, expected) => {
  const names = new OpportunityNames();
  names.add({ provider });

  expect(names.isOnlyProvider(typed)).toBe(expected);
});

it('takes small letters for a provider in capitals only where they are no English word', () => {
  const names = new OpportunityNames();
  names.add({ provider: 'SANS' });
  names.add({ provider: 'FIRST' });

  expect(['sans', 'first', 'avec'].map((typed) => names.isForeignAcronym(typed))).toEqual([true, false, false]);
});

it('knows for which certifications credits are stated in a category', () => {
  const names = new OpportunityNames();
  names.add({ provider: 'PMI', credits: [{ certification: 'PMP', category: 'Ways of Working', amount: 100 }] });
  const certification = (short: string) => ({ code: short.toLowerCase(), short, name: short, aliases: [] });

  expect(names.isCategoryOf('ways of working', certification('PMP'))).toBe(true);
  expect(names.isCategoryOf('ways of working', certification('CAPM'))).toBe(false);
  expect(names.isCategoryOf('power skills', certification('PMP'))).toBe(false);
});
