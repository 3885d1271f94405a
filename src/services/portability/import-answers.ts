import { createHash } from 'node:crypto';
import { type Answers, answerOf } from '../../chat/form.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import { ENCODINGS } from '../../sheets/detect-encoding.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import { NO_COLUMN } from '../../views/portability/import-form.ts';
import {
  categoryField,
  DEFAULT_CERTIFICATION_FIELD,
  NAME_PREFIX,
  NO_CERTIFICATION,
  nameOfField,
  QUESTION_FIELDS,
} from '../../views/portability/import-question-parts.ts';

/** Returns the answers of the import form that select the columns of a table as it was read. */
export function answersOfMapping(mapping: Mapping): Answers {
  const columns = FIELDS.map((field) => [field, mapping[field]] as const);
  return Object.fromEntries(
    columns.flatMap(([field, column]) => (column === undefined ? [] : [[field, String(column + 1)]])),
  );
}

/** Reads the answers of the import form as import options. */
export function importOptionsIn(answers: Answers): ImportOptions {
  const typed = (name: string) => answerOf(answers, name);
  const columns = FIELDS.filter((field) => answers[field] !== undefined).map((field) => {
    const column = typed(field);
    return [field, column === NO_COLUMN ? '' : column] as const;
  });
  const oneOf = <T extends string>(name: string, values: readonly T[]) => values.find((value) => value === typed(name));
  return {
    columns: Object.fromEntries(columns),
    certification: typed(DEFAULT_CERTIFICATION_FIELD) || undefined,
    categories: categoriesIn(answers),
    names: namesIn(answers),
    order: oneOf('order', ['day-first', 'month-first']),
    unit: oneOf('unit', ['minutes', 'hours']),
    encoding: oneOf('encoding', ENCODINGS),
    sheet: typed('sheet') || undefined,
    length: typed('length') || undefined,
    balanceRows: oneOf('balanceRows', ['balance', 'activity']),
    balanceDay: typed('balanceDay') || undefined,
    balanceAmounts: oneOf('balanceAmounts', ['each', 'running']),
    existingBalances: oneOf('existingBalances', ['replace', 'existing']),
    existingRecords: oneOf('existingRecords', ['same', 'distinct']),
    areDistinct: typed('distinct') === 'yes',
  };
}

/** Returns what names mean, by the folded name: the code of a certification, or empty for none. */
export function namesIn(answers: Answers): Readonly<Record<string, string>> {
  const fields = Object.keys(answers).filter((name) => name.startsWith(NAME_PREFIX) && answerOf(answers, name) !== '');
  return Object.fromEntries(
    fields.map((field) => {
      const answer = answerOf(answers, field);
      return [nameOfField(field), answer === NO_CERTIFICATION ? '' : answer];
    }),
  );
}

/** Returns the categories selected for rows that name none, by the code of the certification. */
function categoriesIn(answers: Answers): Readonly<Record<string, string>> {
  const prefix = categoryField('');
  const names = Object.keys(answers).filter((name) => name.startsWith(prefix) && answerOf(answers, name) !== '');
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), answerOf(answers, name)]));
}

/** Returns a hash of the answers that decide how a table is read, so that it is imported only as it was shown. */
export function hashImportAnswers(answers: Answers): string {
  const columns = FIELDS.map((name) => answerOf(answers, name)).map((column) => (column === NO_COLUMN ? '' : column));
  const decided = [
    ...columns,
    ...[DEFAULT_CERTIFICATION_FIELD, ...QUESTION_FIELDS].map((name) => answerOf(answers, name)),
  ];
  const byName = ([one]: [string, string], [other]: [string, string]) => (one < other ? -1 : 1);
  const categories = Object.entries(categoriesIn(answers)).sort(byName);
  const names = Object.entries(namesIn(answers)).sort(byName);
  return createHash('sha256')
    .update(JSON.stringify([decided, categories, names]))
    .digest('hex')
    .slice(0, 16);
}
