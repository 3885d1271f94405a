import { providerWords } from '../../catalogue/provider-words.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Words } from '../../strings/index.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding, MemberHolding } from '../certifications/member-holding.ts';
import { findKeyedRecords, type KeyedRecord } from '../records/record-key.ts';
import { type CheckedRecord, checkDrafts } from './check-drafts.ts';
import { draftContext } from './draft-context.ts';
import { compareWithExisting, possibleDuplicateText } from './existing-records.ts';
import { distinctQuestions, type ImportQuestion } from './import-questions.ts';
import type { LeftOutRow } from './left-out-rows.ts';
import type { OpenTable, TableProblem, TableReadingContext } from './open-table.ts';
import { type PlacedRows, placedRowsIn } from './placed-rows.ts';
import { draftRecords } from './record-drafts.ts';
import { findSimilarInTable } from './similar-drafts.ts';
import { placeBalances, type TableBalance } from './table-balances.ts';

/** What a table gives: its records, those that exist already, its opening balances, the rows that give neither, and what to ask. */
export interface TableContents {
  readonly order: DateOrder | undefined;
  /** The number of its rows: each is in one record, in opening balances or left out. */
  readonly rows: number;
  readonly records: number;
  readonly already: number;
  readonly fresh: readonly CheckedRecord[];
  readonly balances: readonly TableBalance[];
  readonly leftOut: readonly LeftOutRow[];
  /** The categories of rows that name none. */
  readonly placed: readonly PlacedRows[];
  readonly questions: readonly ImportQuestion[];
  /** The columns of certifications and categories. */
  readonly claimColumns: readonly number[];
}

/** Whether no row of a table gives anything, not even what is there already. */
export function isEmpty({
  records,
  balances,
  leftOut,
}: Pick<TableContents, 'records' | 'balances' | 'leftOut'>): boolean {
  return records + balances.length === 0 && !leftOut.some(({ reason }) => reason === 'existing');
}

/**
 * Reads a member's records from a table. Rows are checked like the log form; records that exist are left out, as often as they exist. Rows
 * with a problem or without an answer are left out with the reason. `maxRows` rows are read, all without it; each column is judged as a whole in
 * any case. Writes nothing.
 */
export async function readRecordTable(
  table: OpenTable,
  options: ImportOptions,
  context: TableReadingContext & RowLimit,
): Promise<TableContents | TableProblem> {
  const { data, person } = context;
  const prepared = await prepareRecords(table, options, { ...context, all: await findHoldings(person, data) });
  if ('lines' in prepared) return prepared;
  const existing = await findKeyedRecords(person.personId, data);
  return withoutExisting(prepared, { existing, options, words: context.words });
}

/** How many rows of a table are read at most. */
interface RowLimit {
  readonly maxRows?: number | undefined;
}

/** The person whose records are read, with all their certifications. */
interface PreparationContext extends TableReadingContext, RowLimit {
  readonly all: readonly MemberHolding[];
}

/** The records of a table, whether they exist or not. */
export interface PreparedRecords extends Omit<TableContents, 'records' | 'already' | 'fresh'> {
  readonly checked: readonly CheckedRecord[];
  readonly holdings: readonly CreditHolding[];
}

/** Reads and checks the records of a table. Takes long for many rows and asks the database nothing. */
export async function prepareRecords(
  table: OpenTable,
  options: ImportOptions,
  { all, maxRows, ...context }: PreparationContext,
): Promise<PreparedRecords | TableProblem> {
  const { words } = context;
  const { sheet, mapping } = table;
  const phrases = words.import;
  // Letters that were read wrongly would be saved, so nothing is before this is answered.
  if (sheet.source.kind === 'text' && sheet.source.isEncodingUnclear)
    return { field: 'encoding', lines: [phrases.questions.encodingMissing] };
  const missing = (['title', 'start'] as const).find((field) => mapping[field] === undefined);
  if (missing !== undefined) return { field: missing, lines: [phrases.missing(phrases.fields[missing], sheet.header)] };
  const holdings = creditHoldings(all);
  if (holdings.length === 0) return { lines: [words.log.noHoldings] };
  const draftReading = draftContext(table, options, { ...context, holdings, carriers: carriersAmong(all) });
  const rows = sheet.rows.slice(0, maxRows);
  const drafted = await draftRecords(rows, draftReading);
  const checked = await checkDrafts(drafted.drafts, holdings, context);
  const pairs = options.areDistinct === true ? [] : findSimilarInTable(checked.records, providerWords());
  const similar = new Set(pairs.map(({ record }) => record));
  const records = checked.records.filter((record) => !similar.has(record));
  const placed = placeBalances(drafted.balances, { ...context, options, all });
  const leftOut = [
    ...drafted.leftOut,
    ...placed.leftOut,
    ...checked.failed.flatMap(({ rows, text }) => leave(rows, 'problem', text)),
    ...pairs.flatMap(({ record, earlier, isSame }) =>
      leave(record.rows, 'duplicate', phrases.similar(earlier.rows[0] ?? 0, isSame)),
    ),
  ].sort((a, b) => a.number - b.number);
  checkRows(rows, { checked: records, balances: placed.balances, leftOut });
  const numbers = pairs.map(({ record, earlier }) => [earlier.rows[0] ?? 0, record.rows[0] ?? 0] as const);
  const { order } = draftReading.activity;
  return {
    order: order === 'day-first' || order === 'month-first' ? order : undefined,
    rows: rows.length,
    checked: records,
    holdings,
    balances: placed.balances,
    leftOut,
    placed: placedRowsIn(records, drafted.placed),
    questions: distinctQuestions(sheet, [...drafted.questions, ...placed.questions], numbers),
    claimColumns: draftReading.claims.columns.map(({ column }) => column),
  };
}

function carriersAmong(all: readonly MemberHolding[]): ReadonlyMap<string, string> {
  return new Map(
    all.flatMap(({ certification, carriedBy }) =>
      carriedBy === undefined ? [] : [[certification.code, carriedBy.code] as const],
    ),
  );
}

function leave(rows: readonly number[], reason: LeftOutRow['reason'], text: string): readonly LeftOutRow[] {
  return rows.map((number) => ({ number, reason, text }));
}

/** Throws an error unless each row of a table is in one record, in opening balances or left out. A row can be in several balances. */
function checkRows(
  rows: readonly GridRow[],
  { checked, balances, leftOut }: Pick<PreparedRecords, 'checked' | 'balances' | 'leftOut'>,
): void {
  const stated = new Set(balances.flatMap((balance) => balance.rows));
  const counted = [...checked.flatMap((record) => record.rows), ...stated, ...leftOut.map(({ number }) => number)];
  if (counted.length !== rows.length || new Set(counted).size !== rows.length)
    throw new Error(`A table has ${rows.length} rows, but ${counted.length} are in records, balances or left out.`);
}

interface ExistingContext {
  /** The records of the person. */
  readonly existing: readonly KeyedRecord[];
  readonly options: Pick<ImportOptions, 'existingRecords'>;
  readonly words: Words;
}

/**
 * Leaves out the records that exist already, as often as they exist, and those that look like an existing one, unless the person said that
 * they are different activities.
 */
export async function withoutExisting(
  { checked, holdings, ...contents }: PreparedRecords,
  { existing, options: { existingRecords }, words }: ExistingContext,
): Promise<TableContents> {
  const { already, possible, fresh } = await compareWithExisting(checked, existing, holdings);
  const all = [...fresh, ...possible.map(({ record }) => record)];
  if (possible.length === 0 || existingRecords === 'distinct')
    return { ...contents, records: already + all.length, already, fresh: inOrder(all) };
  const reason = existingRecords === 'same' ? 'existing' : 'duplicate';
  const left = possible.flatMap((one) => leave(one.record.rows, reason, possibleDuplicateText(one, words)));
  const question = { about: 'existingRecords', lines: left.map(({ number }) => number) } as const;
  return {
    ...contents,
    leftOut: [...contents.leftOut, ...left].sort((a, b) => a.number - b.number),
    questions: existingRecords === 'same' ? contents.questions : [...contents.questions, question],
    records: already + fresh.length,
    already,
    fresh,
  };
}

/** As in the file. */
function inOrder(records: readonly CheckedRecord[]): readonly CheckedRecord[] {
  return records.toSorted((one, other) => (one.rows[0] ?? 0) - (other.rows[0] ?? 0));
}
