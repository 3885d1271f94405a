import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import {
  categoryField,
  DEFAULT_CERTIFICATION_FIELD,
  fieldOfQuestion,
  NAME_PREFIX,
  nameOfField,
} from '../../views/portability/import-question-parts.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { findOwnFiles } from '../records/read-proof-fields.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';
import { storeTable } from './export-records.ts';
import { answersOfMapping, hashImportAnswers, importOptionsIn } from './import-answers.ts';
import { fileQuestions, type ImportQuestion } from './import-questions.ts';
import { isLongTable, previewTable } from './import-stored-file.ts';
import { rowsToHandBack } from './left-out-rows.ts';
import { type OpenTable, openRecordTable, type TableProblem } from './open-table.ts';
import { isEmpty, type TableContents } from './read-table.ts';
import { restTable } from './rejected-rows.ts';
import { findRememberedNames, rememberNames } from './remembered-names.ts';
import { saveBalances } from './save-balances.ts';
import { saveImport } from './save-import.ts';

/** An uploaded table, the answers it was read with, and its records or its problem; of a long table, the records of its first rows. */
export interface StoredTable {
  readonly fileId: string;
  readonly table: OpenTable;
  readonly answers: Answers;
  /** The answers that the table and earlier answers of the person give by themselves. */
  readonly proposed: Answers;
  readonly contents: TableContents | TableProblem;
}

type ReadTable =
  | (StoredTable & { readonly kind: 'read' })
  /** The selected columns don't fit the table. */
  | (StoredTable & { readonly kind: 'misread'; readonly contents: TableProblem });

/** Reads an uploaded table by the names of its columns, or returns why it can't be read. */
export async function proposeTableReading(fileId: string, scope: Scope): Promise<StoredTable | TableProblem> {
  const { request, data } = scope;
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  if (bytes === undefined) return { lines: [request.words.import.gone] };
  const table = await openRecordTable(bytes, { columns: {} }, request.words);
  return 'lines' in table ? table : readWithAnswers({ fileId, table }, {}, scope);
}

/** Reads a table with the answers that were given; those that a form didn't show are as the table and earlier answers of the person say. */
async function readWithAnswers(
  { fileId, table }: Pick<StoredTable, 'fileId' | 'table'>,
  given: Answers,
  scope: Scope,
): Promise<StoredTable> {
  const holdings = creditHoldings(await findHoldings(scope.request.person, scope.data));
  const proposed = proposedAnswers(table, holdings);
  const answers = { ...proposed, ...given };
  const contents = await previewTable(table, importOptionsIn(answers), scope);
  const read = { fileId, table, answers, proposed, contents };
  if ('lines' in contents) return read;
  const names = await findRememberedNames(contents.questions, holdings, scope);
  if (Object.keys(names).every((field) => field in given)) return { ...read, proposed: { ...proposed, ...names } };
  const answered = { ...proposed, ...names, ...given };
  return {
    ...read,
    answers: answered,
    proposed: { ...proposed, ...names },
    contents: await previewTable(table, importOptionsIn(answered), scope),
  };
}

function proposedAnswers({ proposed }: OpenTable, [only, ...others]: readonly CreditHolding[]): Answers {
  const isOnly = others.length === 0 && only !== undefined;
  const certification = isOnly ? { [DEFAULT_CERTIFICATION_FIELD]: only.certification.code } : {};
  return { ...answersOfMapping(proposed), ...certification };
}

/** Reads an uploaded table with the answers of its form. Throws `Refusal` if the file is gone or not a table. */
export async function readStoredTable(fileId: string, answers: Answers, scope: Scope): Promise<ReadTable> {
  const { request, data } = scope;
  const { words } = request;
  const [file] = await findOwnFiles([fileId], scope);
  const bytes = file === undefined ? undefined : await readFileBytes(fileId, data, data.fileStore);
  if (bytes === undefined) throw new Refusal(words.import.gone);
  const options = importOptionsIn(answers);
  const opened = await openRecordTable(bytes, options, words);
  if (!('lines' in opened))
    return { kind: 'read', ...(await readWithAnswers({ fileId, table: opened }, answers, scope)) };
  const table = await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in table) throw new Refusal(table.lines.join(' '));
  const proposed = answersOfMapping(table.proposed);
  return { kind: 'misread', fileId, table, answers: { ...proposed, ...answers }, proposed, contents: opened };
}

/** The person's certifications, and what the form of a table asks or was answered. */
interface TableQuestions {
  readonly holdings: readonly CreditHolding[];
  readonly questions: readonly ImportQuestion[];
  /** The names of the fields without which rows are left out or the table can't be read. */
  readonly open: ReadonlySet<string>;
}

/** Returns what the form of a table asks: what is open, and what was answered, so that it can be changed. */
export async function findTableQuestions(
  { contents, answers, table }: StoredTable,
  { request: { person }, data }: Scope,
): Promise<TableQuestions> {
  const holdings = creditHoldings(await findHoldings(person, data));
  const open = 'lines' in contents ? fileQuestions(table.sheet) : contents.questions;
  const careful = 'lines' in contents ? [] : contents.placed.filter((one) => one.isCareful);
  const missing = 'lines' in contents && contents.field !== undefined ? [contents.field] : [];
  const categories = holdings.filter(
    (holding) =>
      open.some((one) => one.about === 'category' && one.holding.holdingId === holding.holdingId) ||
      careful.some((one) => one.holding.holdingId === holding.holdingId) ||
      answerOf(answers, categoryField(holding.certification.code)) !== '',
  );
  return {
    holdings,
    open: new Set([...missing, ...open.map(fieldOfQuestion)]),
    questions: [
      ...open.filter(({ about }) => about !== 'category'),
      ...answeredQuestions(open, answers, table),
      ...categories.map((holding) => ({ about: 'category', holding }) as const),
    ],
  };
}

/** The questions that the person answered, of those that are not open any more. */
function answeredQuestions(
  open: readonly ImportQuestion[],
  answers: Answers,
  { sheet: { source } }: OpenTable,
): readonly ImportQuestion[] {
  const isOpen = (about: ImportQuestion['about']) => open.some((one) => one.about === about);
  const fields = (
    ['unit', 'length', 'balanceRows', 'balanceDay', 'balanceAmounts', 'existingBalances'] as const
  ).filter((one) => !isOpen(one) && answerOf(answers, one) !== '');
  const names = Object.keys(answers).filter(
    (field) => field.startsWith(NAME_PREFIX) && answerOf(answers, field) !== '',
  );
  const hasEncodings = source.kind === 'text' && source.encodings.length > 0 && !isOpen('encoding');
  const hasSheets = source.kind === 'workbook' && source.sheets.length > 1 && !isOpen('sheet');
  return [
    ...fields.map((about) => ({ about })),
    ...(!isOpen('existingRecords') && answerOf(answers, 'existingRecords') !== ''
      ? [{ about: 'existingRecords', lines: [] } as const]
      : []),
    ...names.map((field) => ({ about: 'name', name: nameOfField(field) }) as const),
    ...(hasEncodings ? [{ about: 'encoding', choices: source.encodings } as const] : []),
    ...(hasSheets ? [{ about: 'sheet', sheets: source.sheets } as const] : []),
  ];
}

type TableOutcome =
  | { readonly kind: 'errors'; readonly errors: Errors }
  | { readonly kind: 'problem'; readonly problem: TableProblem }
  /** The answers are not those the table was shown with. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'too-long' }
  /** No row can be imported; the question that would change that. */
  | { readonly kind: 'nothing'; readonly question: ImportQuestion | undefined; readonly text: string }
  | {
      readonly kind: 'imported';
      readonly records: number;
      readonly balances: number;
      readonly already: number;
      readonly leftOut: number;
      /** The number of rows in the file of those that can be corrected. */
      readonly handedBack: number;
      /** The file of rows that weren't imported. */
      readonly restFileId: string | undefined;
    };

/**
 * Imports the records of a table that are right, if its form was sent as it was shown, and stores the other rows as a file to correct. `seen` is
 * the hash of the answers that were shown.
 */
export async function importStoredTable(
  { form, answers }: SentForm,
  { contents, table, seen }: Pick<StoredTable, 'contents' | 'table'> & { readonly seen: string | undefined },
  scope: Scope,
): Promise<TableOutcome> {
  const { words, now, today } = scope.request;
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.any) return { kind: 'errors', errors: errors.toObject() };
  if ('lines' in contents) return { kind: 'problem', problem: contents };
  if (seen !== hashImportAnswers(answers)) return { kind: 'changed' };
  const { fresh, balances, already, leftOut, questions } = contents;
  const isLong = isLongTable(table);
  if (isEmpty(contents) && (!isLong || questions.length > 0)) {
    const [first] = leftOut;
    const text = first === undefined ? words.import.empty : words.import.row(first.number, first.text);
    return { kind: 'nothing', question: questions[0], text };
  }
  if (isLong) return { kind: 'too-long' };
  await saveImport(fresh, { data: scope.data, now, today });
  await saveBalances(balances, { data: scope.data, now });
  await rememberNames(answers, scope);
  const rest = restTable(table.sheet, leftOut, words);
  const handedBack = rowsToHandBack(table.sheet.rows, leftOut).length;
  const name = words.import.handedBackFile(today);
  const restFileId = rest === undefined ? undefined : await storeTable(rest, name, scope);
  return {
    kind: 'imported',
    records: fresh.length,
    balances: balances.length,
    already,
    leftOut: leftOut.length,
    handedBack,
    restFileId,
  };
}
