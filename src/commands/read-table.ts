import { setImmediate as breathe } from 'node:timers/promises';
import type { Answers } from '../chat/form.ts';
import { columnNamed, FIELDS, type Field, type Mapping, proposeMapping } from '../sheets/columns.ts';
import { type DateOrder, orderOf } from '../sheets/days.ts';
import type { SaidOfTable } from '../sheets/said.ts';
import type { Sheet } from '../sheets/sheet.ts';
import { sheetElsewhere } from '../sheets/sheet-elsewhere.ts';
import type { NewActivity } from '../store/activities.ts';
import type { Words } from '../strings/index.ts';
import { logForm } from '../views/log-form.ts';
import type { Context } from './command.ts';
import { creditHoldings, holdingsOf } from './held.ts';
import { readLog } from './read-log.ts';
import { BREATH, draftsOf } from './record-drafts.ts';
import { countsOf, keyOf } from './same-record.ts';

/** Why nothing of a table can be taken, each in words, with the field of a form it is about. */
export interface TableProblem {
  readonly field?: Field | 'order';
  readonly lines: readonly string[];
}

/** A table, and which of its columns says what. */
export interface OpenTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
}

/** What a table comes to: records that are not there yet, and how many are. */
export interface ReadTable {
  readonly order: DateOrder;
  readonly records: number;
  readonly already: number;
  readonly fresh: readonly NewActivity[];
}

export const MOST_ROWS = 20_000;

/** Whose records are read, and in which words. */
export type Reading = Pick<Context, 'data' | 'catalogue' | 'person' | 'today' | 'words'>;

/** Opens a table by its bytes, and finds which column says what. */
export async function openTable(
  bytes: Uint8Array,
  { columns }: SaidOfTable,
  words: Words,
): Promise<OpenTable | TableProblem> {
  const say = words.import;
  const sheet = await sheetElsewhere(bytes);
  if (typeof sheet === 'string') return { lines: [say[sheet]] };
  if (sheet.rows.length > MOST_ROWS) return { lines: [say.tooMany(sheet.rows.length, MOST_ROWS)] };
  const { header } = sheet;
  const mapping: Partial<Record<Field, number>> = { ...proposeMapping(header) };
  for (const field of FIELDS) {
    const typed = columns[field];
    if (typed === undefined) continue;
    const at = columnNamed(typed, header);
    if (typed !== '' && at === undefined) return { field, lines: [say.noColumn(typed, header)] };
    delete mapping[field];
    if (at !== undefined) mapping[field] = at;
  }
  return { sheet, mapping };
}

/**
 * Reads a member's records from a table, and writes nothing. Each row is held to what the form to log holds it to; what is there already is
 * left out, as often as it is there. Where one row is wrong nothing of it is taken.
 */
export async function readTable(
  { sheet, mapping }: OpenTable,
  said: SaidOfTable,
  reading: Reading,
): Promise<ReadTable | TableProblem> {
  const { data, person, catalogue, today, words } = reading;
  const say = words.import;
  const missing = (['title', 'start'] as const).find((field) => mapping[field] === undefined);
  if (missing !== undefined) return { field: missing, lines: [say.missing(say.fields[missing], sheet.header)] };
  const found = orderOf(
    sheet.rows.flatMap(({ cells }) => [cells[mapping.start ?? -1] ?? '', cells[mapping.end ?? -1] ?? '']),
  );
  if (said.order === undefined && found === 'unclear') return { field: 'order', lines: [say.unclear] };
  if (said.order === undefined && found === 'mixed') return { field: 'order', lines: [say.mixed] };
  const order = said.order ?? (found === 'month-first' ? found : 'day-first');
  const holdings = creditHoldings(await holdingsOf(reading));
  if (holdings.length === 0) return { lines: [words.log.noHoldings] };
  const about = { command: 'log', title: '', submit: '', notes: [], files: [], state: undefined, answers: {} } as const;
  const form = logForm({ ...about, words, claimable: holdings });
  const context = { words, person, today, fileLimit: 0, interaction: {} } as const;
  const usual = said.certification;
  const { drafts, problems } = await draftsOf(sheet, mapping, { order, usual, holdings, catalogue, today, words });
  const wrong = [...problems];
  const fresh: NewActivity[] = [];
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const there = await countsOf(person.personId, data);
  for (const [index, { number, answers }] of drafts.entries()) {
    if (index % BREATH === 0) await breathe();
    const read = readLog({ form, answers, holdings }, context);
    if ('errors' in read) {
      for (const [field, problem] of Object.entries(read.errors))
        wrong.push({ number, text: fieldLine(field, problem, answers, words) });
      continue;
    }
    const key = keyOf(read.activity, codes);
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    else fresh.push(read.activity);
  }
  if (wrong.length === 0) return { order, records: drafts.length, already: drafts.length - fresh.length, fresh };
  return { lines: wrong.sort((a, b) => a.number - b.number).map(({ number, text }) => say.row(number, text)) };
}

/** How a table was read, for whoever must see that it is right. */
export function readingLines(
  { sheet, mapping }: OpenTable,
  order: DateOrder | undefined,
  words: Words,
): readonly string[] {
  const say = words.import;
  const { header, rows, delimiter } = sheet;
  const columns = FIELDS.flatMap((field) => {
    const at = mapping[field];
    return at === undefined ? [] : [`${say.fields[field]}: ${header[at]}`];
  });
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name, at) => name !== '' && !used.has(at));
  return [
    say.readAs(rows.length, say.delimiters[delimiter] ?? delimiter, order === undefined ? '' : say.orders[order]),
    ...(columns.length === 0 ? [] : [`${columns.join('; ')}.`]),
    ...(unused.length === 0 ? [] : [say.notRead(unused)]),
  ];
}

/** What is wrong with a table, so many things at most, and how many more there are. */
export function problemLines({ lines }: TableProblem, most: number, { import: say }: Words): readonly string[] {
  const more = lines.length - most;
  return [say.wrong(lines.length), ...lines.slice(0, most), ...(more > 0 ? [say.more(more)] : [])];
}

function fieldLine(field: string, problem: string, answers: Answers, words: Words): string {
  const [first = ''] = field.split('.');
  const given = answers[field];
  const value = typeof given === 'string' && given !== '' && !problem.includes(given) ? ` (${given.slice(0, 40)})` : '';
  return `${words.import.fields[first] ?? first}${value}: ${problem}`;
}
