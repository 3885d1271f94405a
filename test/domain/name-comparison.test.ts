import { expect, it } from 'vitest';
import { compareNames } from '../../src/domain/name-comparison.ts';

it.each([
  ['Elin Sörby', 'Elin Sorby', 'same'],
  ['SÖRBY, Elin', 'Elin Sörby', 'same'],
  ['Elin Maria Sörby', 'Elin Sörby', 'same'],
  ['J. van Oorschot', 'Jet van Oorschot', 'shorter'],
  ['Elin Sörby', 'Elin Maria Sörby', 'shorter'],
  ['Freya Lindgren', 'Freja Lindgren', 'spelling'],
  ['Anna Duarte', 'Ana Duarte', 'spelling'],
  ['K. van Oorschot', 'Jet van Oorschot', 'other'],
  ['Tom Duarte', 'Ana Duarte', 'other'],
  ['Rosa Feldmann', 'Elin Sörby', 'other'],
  ['Elin Sörby', 'Elin', 'same'],
])('%s on a document of %s is %s', (printed, member, expected) => {
  expect(compareNames(printed, member)).toBe(expected);
});
