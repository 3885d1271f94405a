import type { Answers, Form, FormPart, Option } from '../../chat/form.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { Words } from '../../strings/index.ts';
import { DEFAULT_CERTIFICATION_FIELD, questionPart, type ShownQuestion } from './import-question-parts.ts';

/** The fields shown in the form; others are matched by column name only. */
const CHOOSABLE_FIELDS = FIELDS.filter((field) => !['id', 'removed', 'progress', 'marks', 'cycle'].includes(field));
/** A list to choose from holds a hundred. */
const MAX_COLUMNS = 99;
/** The value for “no column”. */
export const NO_COLUMN = '-';

/** The form that asks for the table. */
export function importFileForm(files: readonly Option[], { import: phrases }: Words, errors?: Form['errors']): Form {
  return {
    command: 'import',
    title: phrases.title,
    submit: phrases.read,
    parts: [
      { kind: 'text', text: phrases.intro },
      { kind: 'file', name: 'table', label: phrases.file, max: 1, options: files },
    ],
    ...(errors === undefined ? {} : { errors }),
  };
}

/** The form that shows what an archive would import. */
export function importArchiveForm(would: string, state: string, words: Words): Form {
  const { title, take, note } = words.import.over;
  return {
    command: 'import',
    title,
    submit: take,
    state,
    answers: {},
    parts: [
      { kind: 'text', text: would },
      { kind: 'text', text: note },
    ],
  };
}

/** The import options of a table. */
export interface ImportAbout {
  readonly header: readonly string[];
  /** Notes on the table, one paragraph each. */
  readonly lines: readonly string[];
  readonly certifications: readonly Option[];
  /** What is asked about the table, the answered questions among them. */
  readonly questions: readonly ShownQuestion[];
  readonly state: string;
  readonly answers: Answers;
}

/** Shows how a table is read, and lets it be read otherwise. */
export function importForm(about: ImportAbout, words: Words): Form {
  const { header, lines, certifications, questions, state, answers } = about;
  const phrases = words.import;
  const columns = header
    .slice(0, MAX_COLUMNS)
    .flatMap((name, at) => (name === '' ? [] : [{ value: String(at + 1), label: name }]));
  const options = [{ value: NO_COLUMN, label: phrases.noneColumn }, ...columns];
  const choices = CHOOSABLE_FIELDS.map((field): FormPart => {
    return { kind: 'choice', name: field, label: capital(phrases.fields[field]), options, optional: true };
  });
  const orders = (['day-first', 'month-first'] as const).map((value) => ({
    value,
    label: capital(phrases.orders[value]),
  }));
  return {
    command: 'import',
    title: phrases.title,
    submit: phrases.take,
    state,
    answers,
    parts: [
      ...lines.map((text) => ({ kind: 'text', text }) as const),
      {
        kind: 'choice',
        name: DEFAULT_CERTIFICATION_FIELD,
        label: phrases.defaultAnswer,
        options: certifications,
        optional: true,
      },
      ...questions.flatMap((one) => questionPart(one, { words, certifications }) ?? []),
      { kind: 'choice', name: 'order', label: phrases.order, hint: phrases.orderHint, options: orders, optional: true },
      ...choices,
    ],
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
