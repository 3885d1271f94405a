import { expect, it } from 'vitest';
import { loadCatalogue } from '../../../src/catalogue/index.ts';
import { findMisspelt } from '../../../src/services/certifications/misspelt-name.ts';

const catalogue = loadCatalogue();

it.each([
  ['csia', 'cisa'],
  ['csim', 'cism'],
  ['csisp', 'cissp'],
  ['cissp2', 'cissp'],
  ['CRICS', 'crisc'],
])('%s is nearly %s', (word, code) => {
  expect(findMisspelt(word, catalogue)?.code).toBe(code);
});

it.each(['cisa', 'beginners', 'work', 'HR', 'everyone', 'c-sia', ''])('%j is not nearly a certification', (word) => {
  expect(findMisspelt(word, catalogue)).toBeUndefined();
});
