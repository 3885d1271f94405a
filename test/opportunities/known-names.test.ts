import { expect, it } from 'vitest';
import { OpportunityNames } from '../../src/opportunities/known-names.ts';

it.each([
  ['ISACA', 'isaca', true],
  ['Northwind Academy', 'northwind academy', true],
  ['ISACA London Chapter', 'isaca', false],
  ['Cloud Security', 'cloud security', false],
  ['Munich', 'munich', false],
  ['', '', false],
])('of the provider %j, %j is only a provider: %s', (provider, typed, expected) => {
  const names = new OpportunityNames();
  names.add({ provider });

  expect(names.isOnlyProvider(typed)).toBe(expected);
});
