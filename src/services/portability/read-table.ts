import { setImmediate as breathe } from 'node:timers/promises';
import type { Answers } from '../../chat/form.ts';
import { type DateOrder, findDateOrder } from '../../sheets/cell-dates.ts';
import { type ColumnField, columnNamed, FIELDS, type Mapping, proposeMapping } from '../../sheets/columns.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { parseSheetInWorker } from '../../sheets/parse-sheet-in-worker.ts';
import type { NewActivity } from '../../store/records/activities.ts';
import type { Words } from '../../strings/index.ts';
import { logForm } from '../../views/records/log-form.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { Data } from '../data.ts';
import { readRecordForm } from '../records/read-record-form.ts';
import { countRecords, recordKey } from '../records/record-key.ts';
import type { Request } from '../request.ts';
import { draftRecords, ROWS_PER_TURN } from './record-drafts.ts';

/** Why nothing of a table can be taken, each in words, with the field of a form it is about. */
export interface TableProblem {
  readonly field?: ColumnField | 'order';
  readonly lines: readonly string[];
}

/** A table, and which of its columns says what. */
export interface OpenTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
}

/** What a table comes to: records that are not there yet, and how many are. */
export interface TableContents {
  readonly order: DateOrder;
  readonly records: number;
  readonly already: number;
  readonly fresh: readonly NewActivity[];
}

export const MAX_TABLE_ROWS = 20_000;

/** Whose records are read, and in which words. */
export interface TableReadingContext extends Pick<Request, 'person' | 'today' | 'words'> {
  readonly data: Data;
}

/** Opens a table by its bytes, and finds which column says what. */
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
    const at = columnNamed(typed, header);
    if (typed !== '' && at === undefined) return { field, lines: [phrases.noColumn(typed, header)] };
    delete mapping[field];
    if (at !== undefined) mapping[field] = at;
  }
  return { sheet, mapping };
}

/**
 * Reads a member's records from a table, and writes nothing. Each row is held to what the form to log holds it to; what is there already is
 * left out, as often as it is there. Where one row is wrong nothing of it is taken.
 */
export async function readRecordTable(
  { sheet, mapping }: OpenTable,
  stated: ImportOptions,
  reading: TableReadingContext,
): Promise<TableContents | TableProblem> {
  const { data, person, today, words } = reading;
  const { catalogue } = data;
  const phrases = words.import;
  const missing = (['title', 'start'] as const).find((field) => mapping[field] === undefined);
  if (missing !== undefined) return { field: missing, lines: [phrases.missing(phrases.fields[missing], sheet.header)] };
  const found = findDateOrder(
    sheet.rows.flatMap(({ cells }) => [cells[mapping.start ?? -1] ?? '', cells[mapping.end ?? -1] ?? '']),
  );
  if (stated.order === undefined && found === 'unclear') return { field: 'order', lines: [phrases.unclear] };
  if (stated.order === undefined && found === 'mixed') return { field: 'order', lines: [phrases.mixed] };
  const order = stated.order ?? (found === 'month-first' ? found : 'day-first');
  const holdings = creditHoldings(await findHoldings(person, data));
  if (holdings.length === 0) return { lines: [words.log.noHoldings] };
  const about = { command: 'log', title: '', submit: '', notes: [], files: [], state: undefined, answers: {} } as const;
  const form = logForm({ ...about, words, claimable: holdings });
  const context = { words, person, today, fileLimit: 0 } as const;
  const fallback = stated.certification;
  const { drafts, problems } = await draftRecords(sheet, mapping, {
    order,
    usual: fallback,
    holdings,
    catalogue,
    today,
    words,
  });
  const wrong = [...problems];
  const fresh: NewActivity[] = [];
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const there = await countRecords(person.personId, data);
  for (const [index, { number, answers }] of drafts.entries()) {
    if (index % ROWS_PER_TURN === 0) await breathe();
    const read = readRecordForm({ form, answers, holdings }, context);
    if ('errors' in read) {
      for (const [field, problem] of Object.entries(read.errors))
        wrong.push({ number, text: fieldLine(field, problem, answers, words) });
      continue;
    }
    const key = recordKey(read.activity, codes);
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    else fresh.push(read.activity);
  }
  if (wrong.length === 0) return { order, records: drafts.length, already: drafts.length - fresh.length, fresh };
  return { lines: wrong.sort((a, b) => a.number - b.number).map(({ number, text }) => phrases.row(number, text)) };
}

/** How a table was read, for whoever must see that it is right. */
export function readingLines(
  { sheet, mapping }: OpenTable,
  order: DateOrder | undefined,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  const { header, rows, delimiter } = sheet;
  const columns = FIELDS.flatMap((field) => {
    const at = mapping[field];
    return at === undefined ? [] : [`${phrases.fields[field]}: ${header[at]}`];
  });
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name, at) => name !== '' && !used.has(at));
  return [
    phrases.readAs(
      rows.length,
      phrases.delimiters[delimiter] ?? delimiter,
      order === undefined ? '' : phrases.orders[order],
    ),
    ...(columns.length === 0 ? [] : [`${columns.join('; ')}.`]),
    ...(unused.length === 0 ? [] : [phrases.notRead(unused)]),
  ];
}

/** What is wrong with a table, so many things at most, and how many more there are. */
export function problemLines({ lines }: TableProblem, max: number, { import: phrases }: Words): readonly string[] {
  const more = lines.length - max;
  return [phrases.wrong(lines.length), ...lines.slice(0, max), ...(more > 0 ? [phrases.more(more)] : [])];
}

function fieldLine(field: string, problem: string, answers: Answers, words: Words): string {
  const [first = ''] = field.split('.');
  const given = answers[field];
  const value = typeof given === 'string' && given !== '' && !problem.includes(given) ? ` (${given.slice(0, 40)})` : '';
  return `${words.import.fields[first] ?? first}${value}: ${problem}`;
}
