import { type Answers, answerOf, type Field, type Form, type Option } from '../../chat/form.ts';
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

/** How a table is read, what importing it would do, and what is asked. */
export interface ImportAbout {
  readonly header: readonly string[];
  /** Paragraphs: what would be saved, what else the person should know, and how the columns are read. */
  readonly lines: {
    readonly result: readonly string[];
    readonly notes: readonly string[];
    readonly columns: readonly string[];
  };
  readonly certifications: readonly Option[];
  /** What is asked about the table, the answered questions among them. */
  readonly questions: readonly ShownQuestion[];
  /** The names of the fields without which rows are left out. */
  readonly open: ReadonlySet<string>;
  readonly state: string;
  readonly answers: Answers;
  /** The answers that the table gives by itself. */
  readonly proposed: Answers;
  /** Shows all fields. */
  readonly isExpanded?: boolean;
}

/** Shows what importing a table would save and asks what is open; how its columns are read is shown on request and can be changed. */
export function importForm(about: ImportAbout, words: Words): Form {
  const { lines, state, answers, isExpanded = false } = about;
  const phrases = words.import;
  const isFolded = ({ name }: Field) =>
    !isExpanded && name !== 'sheet' && !about.open.has(name) && isProposed(name, about);
  const fields = fieldsOfImport(about, words);
  const folded = isExpanded ? {} : ({ extra: true } as const);
  const [first = '', ...others] = lines.result;
  return {
    command: 'import',
    title: phrases.title,
    submit: phrases.take,
    moreFields: phrases.changeColumns,
    state,
    answers,
    parts: [
      { kind: 'text', text: [{ bold: first }] },
      ...others.map((text) => ({ kind: 'text', text }) as const),
      ...fields.filter((field) => !isFolded(field)),
      ...lines.notes.map((text) => ({ kind: 'text', text }) as const),
      ...lines.columns.map((text) => ({ kind: 'text', text, ...folded }) as const),
      ...fields.filter(isFolded).map((field) => ({ ...field, extra: true as const })),
    ],
  };
}

/** Whether a field is answered as the table proposes. */
function isProposed(name: string, { answers, proposed }: ImportAbout): boolean {
  const selected = (all: Answers) => (answerOf(all, name) === NO_COLUMN ? '' : answerOf(all, name));
  return selected(answers) === selected(proposed);
}

function fieldsOfImport({ header, certifications, questions }: ImportAbout, words: Words): readonly Field[] {
  const phrases = words.import;
  const columns = header
    .slice(0, MAX_COLUMNS)
    .flatMap((name, at) => (name === '' ? [] : [{ value: String(at + 1), label: name }]));
  const options = [{ value: NO_COLUMN, label: phrases.noneColumn }, ...columns];
  const orders = (['day-first', 'month-first'] as const).map((value) => ({
    value,
    label: capital(phrases.orders[value]),
  }));
  const choice = (name: string, label: string, choices: readonly Option[]) =>
    ({ kind: 'choice', name, label, options: choices, optional: true }) as const;
  return [
    choice(DEFAULT_CERTIFICATION_FIELD, phrases.defaultAnswer, certifications),
    { ...choice('order', phrases.order, orders), hint: phrases.orderHint },
    ...questions.flatMap((one) => questionPart(one, { words, certifications }) ?? []),
    ...CHOOSABLE_FIELDS.map((field) => choice(field, capital(phrases.fields[field]), options)),
  ];
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}
