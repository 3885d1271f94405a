import { setImmediate as yieldToEventLoop } from 'node:timers/promises';
import type { Answers } from '../../chat/form.ts';
import { type DateOrder, findDateOrder } from '../../sheets/cell-dates.ts';
import { type ColumnField, FIELDS } from '../../sheets/column-names.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import { columnNamed, type Mapping, proposeMapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { parseSheetInWorker } from '../../sheets/parse-sheet-in-worker.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { limitText } from '../../views/claim-reasons.ts';
import { logForm } from '../../views/records/log-form.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { findOverClaims, type OverClaim, withOverClaimReasons } from '../records/over-claims.ts';
import { readRecordForm } from '../records/read-record-form.ts';
import { countRecords, recordKey, takeRecord } from '../records/record-key.ts';
import type { Request } from '../request.ts';
import type { Data } from '../workspace-data.ts';
import { draftRecords, type PlacedRows, type RecordDraft, ROWS_PER_TURN, type RowProblem } from './record-drafts.ts';

/** The problems of a refused table, and the form field they concern. */
export interface TableProblem {
  readonly field?: ColumnField | 'order';
  readonly lines: readonly string[];
  /** The holdings for whose rows a category must be selected. */
  readonly asks?: readonly CreditHolding[];
}

/** A table with the column of each field. */
export interface OpenTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
}

/** The records of a table: how many there are, which are new, and how many exist already. */
export interface TableContents {
  readonly order: DateOrder;
  readonly records: number;
  readonly already: number;
  readonly fresh: readonly NewActivity[];
  /** The categories of rows that name none, as decided by the rules. */
  readonly placed: readonly PlacedRows[];
}

const MAX_TABLE_ROWS = 20_000;

/** The person whose records are read, their words and their workspace. */
export interface TableReadingContext extends Pick<Request, 'person' | 'today' | 'words'> {
  readonly data: Data;
}

/** Parses a table and finds the column of each field. */
export async function openRecordTable(
  bytes: Uint8Array,
  { columns }: ImportOptions,
  words: Words,
): Promise<OpenTable | TableProblem> {
  const phrases = words.import;
  const sheet = await parseSheetInWorker(bytes);
  if (typeof sheet === 'string') return { lines: [phrases[sheet]] };
  if (sheet.rows.length > MAX_TABLE_ROWS) return { lines: [phrases.tooMany(sheet.rows.length, MAX_TABLE_ROWS)] };
  const { header } = sheet;
  const mapping: Partial<Record<ColumnField, number>> = { ...proposeMapping(header) };
  for (const field of FIELDS) {
    const typed = columns[field];
    if (typed === undefined) continue;
    const column = columnNamed(typed, header);
    if (typed !== '' && column === undefined) return { field, lines: [phrases.noColumn(typed, header)] };
    delete mapping[field];
    if (column !== undefined) mapping[field] = column;
  }
  return { sheet, mapping };
}

/**
 * Reads a member's records from a table. Rows are checked like the log form; records that exist are left out, as often as they exist. With
 * any problem, only the problems are returned. Writes nothing.
 */
export async function readRecordTable(
  { sheet, mapping }: OpenTable,
  options: ImportOptions,
  context: TableReadingContext,
): Promise<TableContents | TableProblem> {
  const { data, person, today, words } = context;
  const { catalogue } = data;
  const order = findOrder({ sheet, mapping }, options, words);
  if (typeof order !== 'string') return order;
  const holdings = creditHoldings(await findHoldings(person, data));
  if (holdings.length === 0) return { lines: [words.log.noHoldings] };
  const { certification: defaultCertification, categories = {} } = options;
  const draftContext = { order, defaultCertification, categories, holdings, catalogue, today, words };
  const { drafts, problems, placed } = await draftRecords(sheet, mapping, draftContext);
  const checked = await checkDrafts(drafts, holdings, { person, today, words });
  const allProblems = [...problems, ...checked.problems].sort((a, b) => a.number - b.number);
  if (allProblems.length > 0) {
    const asks = [...new Set(problems.flatMap((problem) => problem.asks ?? []))];
    return { asks, lines: allProblems.map(({ number, text }) => words.import.row(number, text)) };
  }
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const existing = await countRecords(person.personId, data);
  const fresh = checked.activities.filter((activity) => !takeRecord(recordKey(activity, codes), existing));
  return { order, records: drafts.length, already: drafts.length - fresh.length, fresh, placed };
}

/** Returns the order of day and month in the dates of a table, or the problem when it isn't clear or a column is missing. */
function findOrder({ sheet, mapping }: OpenTable, options: ImportOptions, words: Words): DateOrder | TableProblem {
  const phrases = words.import;
  const missing = (['title', 'start'] as const).find((field) => mapping[field] === undefined);
  if (missing !== undefined) return { field: missing, lines: [phrases.missing(phrases.fields[missing], sheet.header)] };
  if (options.order !== undefined) return options.order;
  const found = findDateOrder(
    sheet.rows.flatMap(({ cells }) => [cells[mapping.start ?? -1] ?? '', cells[mapping.end ?? -1] ?? '']),
  );
  if (found === 'unclear') return { field: 'order', lines: [phrases.unclear] };
  if (found === 'mixed') return { field: 'order', lines: [phrases.mixed] };
  return found === 'month-first' ? found : 'day-first';
}

interface CheckedDrafts {
  readonly activities: readonly NewActivity[];
  readonly problems: readonly RowProblem[];
}

/** Checks drafts like sent log forms. */
async function checkDrafts(
  drafts: readonly RecordDraft[],
  holdings: readonly CreditHolding[],
  context: Pick<Request, 'person' | 'today' | 'words'>,
): Promise<CheckedDrafts> {
  const { words } = context;
  const about = { command: 'log', title: '', submit: '', notes: [], files: [], state: undefined } as const;
  const counts = holdings.map(({ certification }) => certification.code);
  const form = logForm({ ...about, words, claimable: holdings, answers: { counts } });
  const activities: NewActivity[] = [];
  const problems: RowProblem[] = [];
  for (const [index, { number, answers }] of drafts.entries()) {
    if (index % ROWS_PER_TURN === 0) await yieldToEventLoop();
    const read = readRecordForm({ form, answers, holdings }, { ...context, fileLimit: 0 });
    if ('activity' in read) {
      const overClaims = findOverClaims(read.activity, holdings, answers);
      const unexplained = overClaims.filter(({ reason }) => reason === '');
      for (const overClaim of unexplained)
        problems.push({ number, text: `${words.import.fields.credits}: ${unexplainedText(overClaim, words)}` });
      if (unexplained.length === 0) activities.push(withOverClaimReasons(read.activity, holdings, overClaims));
    } else
      for (const [field, problem] of Object.entries(read.errors))
        problems.push({ number, text: `${describeField(field, answers, { problem, words })}: ${problem}` });
  }
  return { activities, problems };
}

function unexplainedText({ claimed, limit, renewal }: OverClaim, words: Words): string {
  return words.claim.reasonMissing(claimed, limitText(limit, renewal, words));
}

/** Returns the name of a field with its value, unless the problem quotes the value already. */
function describeField(
  field: string,
  answers: Answers,
  { problem, words }: { readonly problem: string; readonly words: Words },
): string {
  const [first = ''] = field.split('.');
  const given = answers[field];
  const value = typeof given === 'string' && given !== '' && !problem.includes(given) ? ` (${given.slice(0, 40)})` : '';
  return `${words.import.fields[first] ?? first}${value}`;
}
