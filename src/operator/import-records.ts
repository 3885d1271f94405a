import type { Catalogue } from '../catalogue/index.ts';
import type { Answers } from '../chat/form.ts';
import type { Context } from '../commands/command.ts';
import { creditHoldings, holdingsOf } from '../commands/held.ts';
import { readLog } from '../commands/read-log.ts';
import { workspaceCatalogue } from '../core/workspace-catalogue.ts';
import { dayIn } from '../domain/calendar.ts';
import { decode } from '../opportunities/decode.ts';
import { columnNamed, FIELDS, type Field, type Mapping, proposeMapping } from '../sheets/columns.ts';
import { type DateOrder, orderOf } from '../sheets/days.ts';
import { readSheet, type Sheet } from '../sheets/sheet.ts';
import type { NewActivity } from '../store/activities.ts';
import type { Person } from '../store/entities.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { logForm } from '../views/log-form.ts';
import { BadTable } from './bad-table.ts';
import { draftsOf } from './record-drafts.ts';
import { UsageError } from './workspace.ts';

/** What whoever imports a table says of it. */
export interface SaidOfTable {
  /** Which column says what, by its name or its number from 1, where that is not as proposed. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** What every row is for that names no certification. */
  readonly certification?: string | undefined;
  readonly order?: DateOrder | undefined;
}

/** What is said of a table on the command line; throws `UsageError` for what cannot be said. */
export function saidOfTable({
  set,
  cert,
  order,
}: {
  readonly set: readonly string[];
  readonly cert: string | undefined;
  readonly order: string | undefined;
}): SaidOfTable {
  if (order !== undefined && order !== 'day-first' && order !== 'month-first')
    throw new UsageError(`--order must be day-first or month-first, got '${order}'.`);
  const columns = Object.fromEntries(set.map((pair) => pair.split(/=(.*)/su).slice(0, 2)));
  const unknown = Object.keys(columns).find((one) => !FIELDS.some((field) => field === one));
  if (unknown !== undefined) throw new UsageError(`A table says no '${unknown}'. It may say: ${FIELDS.join(', ')}.`);
  return { columns, certification: cert, order };
}

/** What a table came to. */
export interface ReadTable {
  /** How it was read, a line for each thing. */
  readonly reading: readonly string[];
  readonly records: number;
  readonly already: number;
  readonly fresh: readonly NewActivity[];
}

const MOST_ROWS = 20_000;
const MOST_PROBLEMS = 20;
const DELIMITERS: Readonly<Record<string, string>> = { ',': 'commas', ';': 'semicolons', '\t': 'tabs', '|': 'bars' };

interface Importing {
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
  readonly person: Person;
  readonly today: Context['today'];
}

/**
 * Reads a member's records from a table, and writes nothing. Each row is held to what the form to log holds it to; what is there already is
 * left out, as often as it is there. Throws `UsageError` where something must be said first, and `BadTable` with a line for each row that is
 * wrong: then nothing of it can be taken.
 */
export async function readRecords(bytes: Uint8Array, said: SaidOfTable, importing: Importing): Promise<ReadTable> {
  const { data, person, catalogue, today } = importing;
  const sheet = readSheet(decode(bytes));
  if (sheet === undefined) throw new UsageError('There is no row in it.');
  if (sheet.rows.length > MOST_ROWS)
    throw new UsageError(`It has ${sheet.rows.length} rows; take at most ${MOST_ROWS} at once.`);
  const mapping = mappingOf(sheet, said.columns);
  const order = orderFor(sheet, mapping, said.order);
  const words = wordsFor('en-GB');
  const holdings = creditHoldings(await holdingsOf(importing));
  if (holdings.length === 0) throw new UsageError('There is no certification to log credits for: add one first.');
  const about = { command: 'log', title: '', submit: '', notes: [], files: [], state: undefined, answers: {} } as const;
  const form = logForm({ ...about, words, claimable: holdings });
  const context = { words, person, today, fileLimit: 0, interaction: {} } as const;
  const problems: string[] = [];
  const fresh: NewActivity[] = [];
  const there = await countsOf(person.personId, data);
  let already = 0;
  const usual = said.certification;
  const { drafts, problems: unread } = draftsOf(sheet, mapping, { order, usual, holdings, catalogue, today });
  problems.push(...unread);
  for (const { number, answers } of drafts) {
    const read = readLog({ form, answers, holdings }, context);
    if ('errors' in read) {
      problems.push(
        ...Object.entries(read.errors).map(([field, problem]) => problemLine(number, field, problem, answers)),
      );
      continue;
    }
    const key = keyOf(read.activity, holdings);
    const left = there.get(key) ?? 0;
    if (left > 0) there.set(key, left - 1);
    else fresh.push(read.activity);
    if (left > 0) already += 1;
  }
  if (problems.length > 0) throw new BadTable(problems, MOST_PROBLEMS);
  return { reading: readingOf(sheet, mapping, order), records: drafts.length, already, fresh };
}

function problemLine(number: number, field: string, problem: string, answers: Answers): string {
  const given = answers[field];
  const value = typeof given === 'string' && given !== '' && !problem.includes(given) ? ` (${given.slice(0, 40)})` : '';
  return `Row ${number}, ${field.split('.')[0]}${value}: ${problem}`;
}

function mappingOf({ header }: Sheet, columns: SaidOfTable['columns']): Mapping {
  const said = FIELDS.flatMap((field) => {
    const typed = columns[field];
    if (typed === undefined) return [];
    const at = columnNamed(typed, header);
    if (at === undefined) throw new UsageError(`There is no column '${typed}'. There are: ${header.join(', ')}.`);
    return [[field, at] as const];
  });
  const mapping: Mapping = { ...proposeMapping(header), ...Object.fromEntries(said) };
  const missing = (['title', 'start'] as const).filter((field) => mapping[field] === undefined);
  if (missing.length > 0)
    throw new UsageError(
      `No column says the ${missing.join(' and the ')}. There are: ${header.join(', ')}. Say which, such as --set ${missing[0]}=${JSON.stringify(header[0])}.`,
    );
  return mapping;
}

function orderFor({ rows }: Sheet, { start = -1, end = -1 }: Mapping, said: DateOrder | undefined): DateOrder {
  const found = orderOf(rows.flatMap(({ cells }) => [cells[start] ?? '', cells[end] ?? '']));
  if (said !== undefined) return said;
  if (found === 'unclear')
    throw new UsageError('Its dates can be read in two ways (3/4/2026). Say --order day-first or --order month-first.');
  if (found === 'mixed')
    throw new UsageError('Its dates are written in both orders (25/4/2026 and 4/25/2026). Make them one in the table.');
  return found === 'none' ? 'day-first' : found;
}

function readingOf({ header, rows, delimiter }: Sheet, mapping: Mapping, order: DateOrder): readonly string[] {
  const columns = FIELDS.flatMap((field) => {
    const at = mapping[field];
    return at === undefined ? [] : [`${field}: ${header[at]}`];
  });
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name, at) => name !== '' && !used.has(at));
  return [
    `${rows.length} rows, by ${DELIMITERS[delimiter] ?? delimiter}, ${order}. ${columns.join('; ')}.`,
    ...(unused.length === 0 ? [] : [`Not read: ${unused.join(', ')}.`]),
  ];
}

/** How often each record is there; those in the trash are not. */
async function countsOf(personId: string, { records }: WorkspaceData): Promise<Map<string, number>> {
  const lines = (await records.all(personId)).filter(({ takenBackAt }) => takenBackAt === null);
  const counts = new Map<string, number>();
  for (const own of Map.groupBy(lines, ({ activityId }) => activityId).values()) {
    const [first] = own;
    if (first === undefined) continue;
    const claims = own.map(({ certification, category, credits }) => `${certification} ${category} ${credits}`);
    const key = JSON.stringify([first.title, first.provider, first.starts, first.ends, claims.sort()]);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function keyOf(
  { title, provider, starts, ends, claims }: NewActivity,
  holdings: ReturnType<typeof creditHoldings>,
): string {
  const codes = new Map(holdings.map(({ holdingId, certification }) => [holdingId, certification.code]));
  const parts = claims.flatMap(({ holdingId, parts }) =>
    parts.map(({ category, credits }) => `${codes.get(holdingId)} ${category} ${credits}`),
  );
  return JSON.stringify([title, provider, starts, ends, parts.sort()]);
}

/** Takes a member's records from a table, all of it or nothing; the same table once more adds nothing. */
export async function importRecords(
  data: WorkspaceData,
  { personId, bytes, said, dryRun }: Taking,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<ReadTable> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error('Somebody was found and is not there.');
  const own = await workspaceCatalogue(data, catalogue);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const read = await readRecords(bytes, said, { data, catalogue: own, person, today });
  if (!dryRun) await data.activities.addAll(read.fresh, now);
  return read;
}

interface Taking {
  readonly personId: string;
  readonly bytes: Uint8Array;
  readonly said: SaidOfTable;
  /** Reads and says what would be taken, and takes nothing. */
  readonly dryRun: boolean;
}
