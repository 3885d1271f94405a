import { isDateLike } from './cell-dates.ts';
import { foldName, readHeading } from './column-heading.ts';
import { COLUMN_NAMES, type ColumnField, FIELDS } from './column-names.ts';
import { type DayRole, dayRole, fieldByWords, isIgnoredColumn } from './column-patterns.ts';
import type { GridRow } from './grid.ts';

/** The index of the column of each field; fields without a column are absent. */
export type Mapping = Readonly<Partial<Record<ColumnField, number>>>;

/** Names that are those of a field only where no other column is. */
const WEAK_NAMES = new Set([
  'name',
  'what',
  'type',
  'subject',
  'topic',
  'value',
  'format',
  'form',
  'for',
  'time',
  'method',
  'art',
  'episode',
  'folge',
  'episodio',
  'talk',
  'lecture',
]);
/** Names of the last day of an activity that is also its only one where there is no first. */
const LAST_DAY_NAMES = new Set(
  'date completed,completion date,completed,completed on,date earned,date attended,abgeschlossen am'.split(','),
);
/** Names of a column of status where its cells aren't dates. */
const DONE_NAMES = new Set([
  'completed',
  'complete',
  'finished',
  'done',
  'abgeschlossen',
  'erledigt',
  'termine',
  'completado',
]);

interface NamedColumn {
  readonly column: number;
  readonly field: ColumnField | undefined;
  readonly day: DayRole | undefined;
  /** The lower, the more certain. */
  readonly rank: number;
}

/** Maps columns to fields by their headings and by what their cells hold; the best of several. Other columns are not guessed. */
export function proposeMapping(header: readonly string[], rows: readonly GridRow[] = []): Mapping {
  const columns = header.map((heading, column) => nameColumn(heading, column, samplesOf(rows, column)));
  const mapping: Partial<Record<ColumnField, number>> = {};
  for (const field of FIELDS) {
    if (field === 'start' || field === 'end') continue;
    const best = columns.filter((one) => one.field === field).sort((a, b) => a.rank - b.rank)[0];
    if (best !== undefined) mapping[field] = best.column;
  }
  return { ...mapping, ...daysAmong(columns) };
}

/** Returns how many fields a row of headings names. */
export function countNamedFields(header: readonly string[]): number {
  return Object.keys(proposeMapping(header)).length;
}

/** Whether a heading names the last day of an activity, so that an empty cell means that it isn't finished. */
export function namesCompletion(heading: string): boolean {
  const { name } = readHeading(heading);
  return LAST_DAY_NAMES.has(name) || /\bcomplet|\bfinish|\babgeschlossen/u.test(name);
}

/** Returns the index of a column given by name or by number from 1. */
export function columnNamed(typed: string, header: readonly string[]): number | undefined {
  const at = header.findIndex((name) => foldName(name) === foldName(typed));
  if (at >= 0) return at;
  const number = /^\d{1,4}$/u.test(typed.trim()) ? Number(typed) : 0;
  return number >= 1 && number <= header.length ? number - 1 : undefined;
}

const MAX_SAMPLES = 50;

function samplesOf(rows: readonly GridRow[], column: number): readonly string[] {
  // A row with one cell of several is a note or a total below the table.
  const hasSeveral = rows.some(({ cells }) => cells.length > 1);
  return rows
    .filter(({ cells }) => !hasSeveral || cells.filter((cell) => cell !== '').length > 1)
    .map(({ cells }) => cells[column] ?? '')
    .filter((cell) => cell !== '')
    .slice(0, MAX_SAMPLES);
}

function nameColumn(heading: string, column: number, samples: readonly string[]): NamedColumn {
  const { name, full, unit } = readHeading(heading);
  const isDates = samples.length === 0 ? undefined : samples.filter(isDateLike).length * 2 >= samples.length;
  if (DONE_NAMES.has(name) && isDates === false) return { column, field: 'status', day: undefined, rank: 2 };
  const exact = exactField(full) ?? exactField(name);
  const rank = WEAK_NAMES.has(name) ? 3 : exactField(full) !== undefined ? 0 : exact !== undefined ? 1 : 2;
  const day = exact === undefined ? dayRole(name) : exactDay(exact, name);
  if (day !== undefined) return { column, field: undefined, day: isDates === false ? undefined : day, rank };
  const field = exact ?? (name === '' || isIgnoredColumn(name) ? undefined : fieldByWords(name));
  if (field === 'hours' && (unit === 'minutes' || unit === 'seconds')) return { column, field: 'minutes', day, rank };
  // `Umfang (Std.)` holds lengths, whatever its name.
  const isLength = field === undefined && unit !== undefined && full !== name && !isIgnoredColumn(name);
  return { column, field: isLength ? (unit === 'hours' ? 'hours' : 'minutes') : field, day, rank };
}

function exactField(name: string): ColumnField | undefined {
  return FIELDS.find((field) => COLUMN_NAMES[field].includes(name));
}

function exactDay(field: ColumnField, name: string): DayRole | undefined {
  if (field === 'end') return 'last';
  if (field !== 'start') return undefined;
  if (LAST_DAY_NAMES.has(name)) return 'last';
  return /\b(?:start|startdatum|begin|beginn|from|von|desde|dal|du|debut|inicio|inizio|first|erster)\b/u.test(name)
    ? 'first'
    : 'day';
}

/** Chooses the columns of the first and the last day. A last day alone is the day. */
function daysAmong(columns: readonly NamedColumn[]): Mapping {
  const best = (role: DayRole) => columns.filter(({ day }) => day === role).sort((a, b) => a.rank - b.rank)[0]?.column;
  const last = best('last');
  const start = best('first') ?? best('day') ?? last;
  if (start === undefined) return {};
  return last === undefined || last === start ? { start } : { start, end: last };
}
