import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import {
  answersOfMapping,
  hashImportAnswers,
  importOptionsIn,
} from '../../../src/services/portability/import-answers.ts';
import type { ImportOptions } from '../../../src/sheets/import-options.ts';
import { NO_COLUMN } from '../../../src/views/portability/import-form.ts';
import { categoryField, nameField } from '../../../src/views/portability/import-question-parts.ts';

it('numbers the columns of a table from one, in the order of its fields', () => {
  expect(answersOfMapping({ start: 0, title: 3 })).toEqual({ title: '4', start: '1' });
});

describe('the options of an import', () => {
  const none: ImportOptions = { columns: {}, categories: {}, names: {}, areDistinct: false };

  it.each<[Answers, Partial<ImportOptions>]>([
    [{}, {}],
    [{ title: '2', start: NO_COLUMN }, { columns: { title: '2', start: '' } }],
    [{ defaultCertification: 'cissp' }, { certification: 'cissp' }],
    [{ order: 'month-first' }, { order: 'month-first' }],
    [{ order: 'year-first' }, {}],
    [
      { unit: 'minutes', encoding: 'windows-1250', sheet: 'Log', length: '1h' },
      { unit: 'minutes', encoding: 'windows-1250', sheet: 'Log', length: '1h' },
    ],
    [{ unit: 'days', encoding: 'klingon' }, {}],
    [{ distinct: 'yes' }, { areDistinct: true }],
    [
      { [nameField('My Cert+ №1')]: 'cissp', [nameField('Other')]: '-' },
      { names: { 'my cert no1': 'cissp', other: '' } },
    ],
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
    { [nameField('CISP')]: 'cissp' },
    { unit: 'hours' },
    { encoding: 'macintosh' },
    { sheet: 'Log' },
    { length: '1h' },
    { distinct: 'yes' },
  ])('changes with %j', (over) => {
    expect(hashImportAnswers({ ...answers, ...over })).not.toBe(hash);
  });

  it('does not depend on the order of the answers, nor on others', () => {
    expect(hashImportAnswers(Object.fromEntries(Object.entries(answers).reverse()))).toBe(hash);
    expect(hashImportAnswers({ ...answers, colour: 'red', [categoryField('c')]: '' })).toBe(hash);
  });
});
