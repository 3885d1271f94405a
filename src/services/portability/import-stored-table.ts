import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import {
  categoryField,
  DEFAULT_CERTIFICATION_FIELD,
  NAME_PREFIX,
  nameOfField,
} from '../../views/portability/import-question-parts.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { FormErrors } from '../form-errors.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { findOwnFiles } from '../records/read-proof-fields.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';
import type { Scope } from '../workspace-data.ts';
import { storeTable } from './export-records.ts';
import { answersOfMapping, hashImportAnswers, importOptionsIn } from './import-answers.ts';
import { fileQuestions, type ImportQuestion } from './import-questions.ts';
import { readShortTable } from './import-stored-file.ts';
import { rowsToHandBack } from './left-out-rows.ts';
import { type OpenTable, openRecordTable, type TableProblem } from './open-table.ts';
import { isEmpty, type TableContents } from './read-table.ts';
import { findRememberedNames, rememberNames } from './remembered-names.ts';
import { restTable } from './rest-table.ts';
import { saveBalances } from './save-balances.ts';
import { saveImport } from './save-import.ts';

/** An uploaded table, the answers it was read with, and its records or its problem; undefined if it is read after the reply. */
export interface StoredTable {
  readonly fileId: string;
  readonly table: OpenTable;
  readonly answers: Answers;
  readonly contents: TableContents | TableProblem | undefined;
}

type ReadTable =
  | (StoredTable & { readonly kind: 'read' })
  /** The selected columns don't fit the table. */
  | (StoredTable & { readonly kind: 'misread'; readonly contents: TableProblem });

/** Reads an uploaded table by the names of its columns, or returns why it can't be read. */
export async function proposeTableReading(fileId: string, scope: Scope): Promise<StoredTable | TableProblem> {
  const { request, data } = scope;
  const { words, person } = request;
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  if (bytes === undefined) return { lines: [words.import.gone] };
  const table = await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in table) return table;
  const holdings = creditHoldings(await findHoldings(person, data));
  const [only, ...others] = holdings;
  const isOnly = others.length === 0 && only !== undefined;
  const certification = isOnly ? { [DEFAULT_CERTIFICATION_FIELD]: only.certification.code } : {};
  const answers: Answers = { ...answersOfMapping(table.mapping), ...certification };
  const contents = await readShortTable(table, importOptionsIn(answers), scope);
  if (contents === undefined || 'lines' in contents) return { fileId, table, answers, contents };
  const names = await findRememberedNames(contents.questions, holdings, scope);
  if (Object.keys(names).length === 0) return { fileId, table, answers, contents };
  const answered = { ...answers, ...names };
  return { fileId, table, answers: answered, contents: await readShortTable(table, importOptionsIn(answered), scope) };
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
  if (!('lines' in opened)) {
    const contents = await readShortTable(opened, options, scope);
    return { kind: 'read', fileId, table: opened, answers, contents };
  }
  const table = await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in table) throw new Refusal(table.lines.join(' '));
  return { kind: 'misread', fileId, table, answers, contents: opened };
}

/** The person's certifications, and what the form of a table asks or was answered. */
interface TableQuestions {
  readonly holdings: readonly CreditHolding[];
  readonly questions: readonly ImportQuestion[];
}

/** Returns what the form of a table asks: what is open, and what was answered, so that it can be changed. */
export async function findTableQuestions(
  { contents, answers, table }: StoredTable,
  { request: { person }, data }: Scope,
): Promise<TableQuestions> {
  const holdings = creditHoldings(await findHoldings(person, data));
  const open = contents === undefined || 'lines' in contents ? fileQuestions(table.sheet) : contents.questions;
  const careful = contents === undefined || 'lines' in contents ? [] : contents.placed.filter((one) => one.isCareful);
  const categories = holdings.filter(
    (holding) =>
      open.some((one) => one.about === 'category' && one.holding.holdingId === holding.holdingId) ||
      careful.some((one) => one.holding.holdingId === holding.holdingId) ||
      answerOf(answers, categoryField(holding.certification.code)) !== '',
  );
  return {
    holdings,
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
  if (contents !== undefined && 'lines' in contents) return { kind: 'problem', problem: contents };
  if (seen !== hashImportAnswers(answers)) return { kind: 'changed' };
  if (contents === undefined) {
    const encoding = fileQuestions(table.sheet).find(({ about }) => about === 'encoding');
    return encoding === undefined
      ? { kind: 'too-long' }
      : { kind: 'nothing', question: encoding, text: words.import.questions.encodingMissing };
  }
  const { fresh, balances, already, leftOut, questions } = contents;
  if (isEmpty(contents)) {
    const [first] = leftOut;
    const text = first === undefined ? words.import.empty : words.import.row(first.number, first.text);
    return { kind: 'nothing', question: questions[0], text };
  }
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
