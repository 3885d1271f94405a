import type { Answers, Form, FormPart, Option } from '../../chat/form.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Category } from '../../domain/credit-rules.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { Words } from '../../strings/index.ts';

/** The fields shown in the form; others are matched by column name only. */
const CHOOSABLE_FIELDS = FIELDS.filter((field) => field !== 'id' && field !== 'removed');
/** A list to choose from holds a hundred. */
const MAX_COLUMNS = 99;
/** The value for “no column”. */
export const NO_COLUMN = '-';

/** The name of the field for the certification of rows that name none. */
export const DEFAULT_CERTIFICATION_FIELD = 'defaultCertification';

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
  /** The certifications for whose rows a category is asked. */
  readonly questions: readonly CategoryQuestion[];
  readonly state: string;
  readonly answers: Answers;
}

interface CategoryQuestion {
  readonly certification: Certification;
  readonly categories: readonly Category[];
}

/** Returns the name of the field for the category of rows that name none. */
export function categoryField(code: string): string {
  return `category.${code}`;
}

function categoryPart({ certification: { code, short }, categories }: CategoryQuestion, words: Words): FormPart {
  const options = categories.map((category) => ({ value: category.code, label: category.name }));
  const { rowCategory: label, rowCategoryHint: hint } = words.import;
  return { kind: 'choice', name: categoryField(code), label: label(short), hint, options, optional: true };
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
      ...questions.map((one) => categoryPart(one, words)),
      { kind: 'choice', name: 'order', label: phrases.order, hint: phrases.orderHint, options: orders, optional: true },
      ...choices,
    ],
  };
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
