import { createHash } from 'node:crypto';
import { type Answers, answerOf } from '../../chat/form.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import { categoryField, DEFAULT_CERTIFICATION_FIELD, NO_COLUMN } from '../../views/portability/import-form.ts';

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
  const order = (['day-first', 'month-first'] as const).find((one): one is DateOrder => one === typed('order'));
  return {
    columns: Object.fromEntries(columns),
    certification: typed(DEFAULT_CERTIFICATION_FIELD) || undefined,
    categories: categoriesIn(answers),
    order,
  };
}

/** Returns the categories selected for rows that name none, by the code of the certification. */
function categoriesIn(answers: Answers): Readonly<Record<string, string>> {
  const prefix = categoryField('');
  const names = Object.keys(answers).filter((name) => name.startsWith(prefix) && answerOf(answers, name) !== '');
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), answerOf(answers, name)]));
}

/** Returns a hash of the answers that decide how a table is read, so that it is imported only as it was shown. */
export function hashImportAnswers(answers: Answers): string {
  const decided = [...FIELDS, DEFAULT_CERTIFICATION_FIELD, 'order'].map((name) => answerOf(answers, name));
  const categories = Object.entries(categoriesIn(answers)).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([decided, categories]))
    .digest('hex')
    .slice(0, 16);
}
