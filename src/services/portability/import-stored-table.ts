import { type Answers, answerOf, type Errors } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { categoryField, DEFAULT_CERTIFICATION_FIELD } from '../../views/portability/import-form.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { FormErrors } from '../form-errors.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { findOwnFiles } from '../records/read-proof-fields.ts';
import { Refusal } from '../refusal.ts';
import type { SentForm } from '../sent-form.ts';
import type { Scope } from '../workspace-data.ts';
import { answersOfMapping, hashImportAnswers, importOptionsIn } from './import-answers.ts';
import { readShortTable } from './import-stored-file.ts';
import { type OpenTable, openRecordTable, type TableContents, type TableProblem } from './read-table.ts';

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
  const [only, ...others] = creditHoldings(await findHoldings(person, data));
  const isOnly = others.length === 0 && only !== undefined;
  const certification = isOnly ? { [DEFAULT_CERTIFICATION_FIELD]: only.certification.code } : {};
  const answers: Answers = { ...answersOfMapping(table.mapping), ...certification };
  return { fileId, table, answers, contents: await readShortTable(table, importOptionsIn(answers), scope) };
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

/** The person's certifications, and those for whose rows the form of a table asks or was asked a category. */
interface TableHoldings {
  readonly holdings: readonly CreditHolding[];
  readonly uncategorised: readonly CreditHolding[];
}

/** Returns the certifications that the form of a table lets choose. */
export async function findTableHoldings(
  { contents, answers }: StoredTable,
  { request: { person }, data }: Scope,
): Promise<TableHoldings> {
  const holdings = creditHoldings(await findHoldings(person, data));
  const asks = contents !== undefined && 'lines' in contents ? (contents.asks ?? []) : [];
  const uncategorised = holdings.filter(
    ({ certification: { code }, holdingId }) =>
      asks.some((one) => one.holdingId === holdingId) || answerOf(answers, categoryField(code)) !== '',
  );
  return { holdings, uncategorised };
}

type TableOutcome =
  | { readonly kind: 'errors'; readonly errors: Errors }
  | { readonly kind: 'problem'; readonly problem: TableProblem }
  /** The answers are not those the table was shown with. */
  | { readonly kind: 'changed' }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'imported'; readonly records: number; readonly already: number };

/** Imports the records of a table, all or nothing, if its form was sent as it was shown. `seen` is the hash of the answers that were shown. */
export async function importStoredTable(
  { form, answers }: SentForm,
  { contents, seen }: Pick<StoredTable, 'contents'> & { readonly seen: string | undefined },
  { request: { words, now }, data }: Scope,
): Promise<TableOutcome> {
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.any) return { kind: 'errors', errors: errors.toObject() };
  if (contents !== undefined && 'lines' in contents) return { kind: 'problem', problem: contents };
  if (seen !== hashImportAnswers(answers)) return { kind: 'changed' };
  if (contents === undefined) return { kind: 'too-long' };
  await data.activities.addAll(contents.fresh, now);
  return { kind: 'imported', records: contents.fresh.length, already: contents.already };
}
