import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import {
  answersOfMapping,
  hashImportAnswers,
  importOptionsIn,
} from '../../../src/services/portability/import-answers.ts';
import type { ImportOptions } from '../../../src/sheets/import-options.ts';
import { categoryField, NO_COLUMN } from '../../../src/views/portability/import-form.ts';

it('numbers the columns of a table from one, in the order of its fields', () => {
  expect(answersOfMapping({ start: 0, title: 3 })).toEqual({ title: '4', start: '1' });
});

describe('the options of an import', () => {
  const none: ImportOptions = { columns: {}, certification: undefined, categories: {}, order: undefined };

  it.each<[Answers, Partial<ImportOptions>]>([
    [{}, {}],
    [{ title: '2', start: NO_COLUMN }, { columns: { title: '2', start: '' } }],
    [{ defaultCertification: 'cissp' }, { certification: 'cissp' }],
    [{ order: 'month-first' }, { order: 'month-first' }],
    [{ order: 'year-first' }, {}],
    [{ [categoryField('cissp')]: 'group-a', [categoryField('ccsp')]: '' }, { categories: { cissp: 'group-a' } }],
  ])('%j', (answers, options) => {
    expect(importOptionsIn(answers)).toEqual({ ...none, ...options });
  });
});

describe('the hash of the answers of an import', () => {
  const answers: Answers = { title: '1', start: '2', [categoryField('a')]: 'x', [categoryField('b')]: 'y' };
  const hash = hashImportAnswers(answers);

  it.each<Answers>([
    { title: '2' },
    { defaultCertification: 'cissp' },
    { order: 'day-first' },
    { [categoryField('a')]: 'y' },
    { [categoryField('c')]: 'x' },
  ])('changes with %j', (over) => {
    expect(hashImportAnswers({ ...answers, ...over })).not.toBe(hash);
  });

  it('does not depend on the order of the answers, nor on others', () => {
    expect(hashImportAnswers(Object.fromEntries(Object.entries(answers).reverse()))).toBe(hash);
    expect(hashImportAnswers({ ...answers, colour: 'red', [categoryField('c')]: '' })).toBe(hash);
  });
});
