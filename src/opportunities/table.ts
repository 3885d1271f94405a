import { type FoundOrder, findDateOrder } from '../sheets/cell-dates.ts';
import { findLengthReading, type LengthReading, parseLength } from '../sheets/cell-lengths.ts';
import { readHeading } from '../sheets/column-heading.ts';
import type { GridRow } from '../sheets/grid.ts';
import type { Sheet } from '../sheets/parse-sheet.ts';
import type { RawItem } from './feed-opportunity.ts';
import { parsePrice } from './parse-price.ts';
import { deliveryNamed, freeNamed, kindNamed, languageNamed, statedCreditsIn } from './table-cells.ts';
import { type OpportunityColumn, type OpportunityColumns, opportunityColumns } from './table-columns.ts';
import { type DateCell, readDateCell, readTimeCell } from './table-dates.ts';
import { MAX_ITEMS, type RawFeed } from './xml-feed.ts';

/** If every number without a unit in a column is at least this, they are minutes; with smaller ones they could be hours. */
const SURELY_MINUTES = 20;
const BARE = /^[\d.,:]+$/u;

interface TableReading {
  readonly columns: OpportunityColumns;
  readonly order: FoundOrder;
  readonly lengths: LengthReading | 'unclear';
}

/** Reads the opportunities of a table, and names the columns that aren't read; returns undefined if it has no title column. */
export function readOpportunityTable({ header, rows, source }: Sheet): RawFeed | undefined {
  const columns = opportunityColumns(header, rows);
  if (columns.title === undefined) return undefined;
  const reading = readingOf(columns, { header, rows, source });
  const read = rows.slice(0, MAX_ITEMS).map((row) => readRow(row, reading));
  const items = read.map(({ item, unread }) => ({
    ...item,
    unreadCells: [...unread].flatMap((column) => header[columns[column] ?? -1] ?? []),
  }));
  return {
    title: '',
    items,
    unreadColumns: unreadColumns({ header, rows, source }, columns),
    unreadSheets: source.kind === 'workbook' ? source.sheets.filter((name) => name !== source.sheet) : [],
    beyond: Math.max(0, rows.length - MAX_ITEMS),
  };
}

function readingOf(columns: OpportunityColumns, { header, rows }: Sheet): TableReading {
  const valuesOf = (...of: readonly OpportunityColumn[]) =>
    of.flatMap((column) => {
      const at = columns[column];
      return at === undefined ? [] : rows.map(({ cells }) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
    });
  const heading = readHeading(header[columns.hours ?? -1] ?? '');
  const lengths = valuesOf('hours');
  const found = findLengthReading(lengths, {
    heading: heading.unit,
    stated: undefined,
    minutesPerHour: heading.minutesPerHour,
  });
  const areMinutes = lengths.filter((length) => BARE.test(length)).every((length) => Number(length) >= SURELY_MINUTES);
  return {
    columns,
    order: readHeading(header[columns.start ?? -1] ?? '').order ?? findDateOrder(valuesOf('start', 'end')),
    lengths: found === 'unclear' && areMinutes ? { bare: 'minutes', clock: 'minutes', minutesPerHour: 60 } : found,
  };
}

/** The headings of columns that are not read but have something in them. */
function unreadColumns({ header, rows }: Sheet, columns: OpportunityColumns): readonly string[] {
  const read = new Set(Object.values(columns));
  return header.filter(
    (heading, at) => heading !== '' && !read.has(at) && rows.some(({ cells }) => (cells[at] ?? '').trim() !== ''),
  );
}

interface RowReading {
  readonly item: RawItem;
  /** The columns whose cell says something that can't be read. */
  readonly unread: ReadonlySet<OpportunityColumn>;
}

function readRow(row: GridRow, reading: TableReading): RowReading {
  const unread = new Set<OpportunityColumn>();
  const get = (column: OpportunityColumn) => {
    const at = reading.columns[column];
    const cell = at === undefined ? '' : (row.cells[at]?.trim() ?? '');
    return cell === '' ? undefined : cell;
  };
  /** Reads a cell; one that says something that can't be read is noted. */
  const readAs = <Value>(column: OpportunityColumn, read: (cell: string) => Value | undefined): Value | undefined => {
    const cell = get(column);
    const value = cell === undefined ? undefined : read(cell);
    if (cell !== undefined && value === undefined) unread.add(column);
    return value;
  };
  if (row.fault === 'quote' || row.fault === 'too-wide' || row.fault === 'two-rows')
    return { item: { title: get('title'), number: row.number, isUnreadable: true }, unread };
  const item: RawItem = {
    number: row.number,
    key: get('id'),
    title: get('title'),
    url: get('url'),
    provider: get('provider'),
    description: get('description'),
    ...timesOf(reading, get, unread),
    duration: lengthOf(reading, get, unread),
    ...formOf(get, unread),
    isFree: readAs('free', freeNamed),
    language: readAs('language', languageNamed),
    price: readAs('price', (cell) => (parsePrice(cell) === undefined ? undefined : cell)),
    topics: get('topics')?.split(/\s*[;,|]\s*/u),
    place: get('place'),
    credits: readAs('credits', (cell) => statedCreditsIn(cell, get('certification'))),
  };
  return { item, unread };
}

type GetCell = (column: OpportunityColumn) => string | undefined;

/** The kind and the delivery, which tables write into one another's column. */
function formOf(get: GetCell, unread: Set<OpportunityColumn>): Partial<RawItem> {
  const cells = { kind: get('kind'), delivery: get('delivery') };
  const [kind, format] = [cells.kind, cells.delivery]
    .map((cell) => kindNamed(cell ?? ''))
    .find(([known]) => known !== undefined) ?? [undefined, undefined];
  const delivery = [cells.delivery, cells.kind]
    .map((cell) => deliveryNamed(cell ?? ''))
    .find((one) => one !== undefined);
  for (const column of ['kind', 'delivery'] as const) {
    const cell = cells[column] ?? '';
    if (cell !== '' && kindNamed(cell)[0] === undefined && deliveryNamed(cell) === undefined) unread.add(column);
  }
  return { kind, delivery, format };
}

/** The days and times. A day that can't be read stays, so that its row is left out and said. */
function timesOf({ order }: TableReading, get: GetCell, unread: Set<OpportunityColumn>): Partial<RawItem> {
  const given = get('start') ?? get('startTime');
  if (given === undefined) return {};
  const start = readDateCell(given, order);
  if ('problem' in start) return { startsAt: new Date(Number.NaN), isDateUnclear: start.problem === 'unclear-date' };
  const clockOf = (column: 'startTime' | 'endTime') => {
    const cell = get(column);
    const clock = cell === undefined ? undefined : readTimeCell(cell);
    if (cell !== undefined && clock === undefined) unread.add(column);
    return clock;
  };
  const startsAt = withTime(start.at, clockOf('startTime'));
  const endCell = get('end');
  const end: DateCell | undefined = endCell === undefined ? undefined : readDateCell(endCell, order);
  if (end !== undefined && 'problem' in end) unread.add('end');
  const endDay = end !== undefined && 'at' in end ? end.at : start.last;
  const endsAt = withTime(endDay ?? dayOf(startsAt) ?? '', clockOf('endTime'));
  if (!isDay(endsAt) || isDay(startsAt)) return { startsAt, endsAt: endsAt === '' ? undefined : endsAt };
  // The hours of the last day are unknown.
  if (endsAt !== dayOf(startsAt)) unread.add('end');
  return { startsAt };
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

function isDay(at: Date | string): boolean {
  return typeof at === 'string' && DAY.test(at);
}

function dayOf(at: Date | string): string | undefined {
  return typeof at === 'string' ? at.slice(0, 10) : undefined;
}

/** A day with the time of another cell; anything else as it is. */
function withTime(at: Date | string, clock: string | undefined): Date | string {
  return clock !== undefined && isDay(at) ? `${at}T${clock}` : at;
}

/** The length in minutes, or as it is written: `1 h 30`, `PT45M`. */
function lengthOf(
  { lengths }: TableReading,
  get: GetCell,
  unread: Set<OpportunityColumn>,
): number | string | undefined {
  const [minutes, hours] = [get('minutes'), get('hours')];
  if (minutes !== undefined) return /^\d+$/u.test(minutes) ? Number(minutes) : minutes;
  if (hours === undefined) return undefined;
  if (lengths === 'unclear' && BARE.test(hours)) return void unread.add('hours');
  return (lengths === 'unclear' ? undefined : parseLength(hours, lengths)) ?? hours;
}
