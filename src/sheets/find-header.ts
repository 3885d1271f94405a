import { isDateLike } from './cell-dates.ts';
import { foldName } from './column-heading.ts';
import { type GridRow, isBlank } from './grid.ts';
import { countNamedFields, proposeMapping } from './match-columns.ts';
import { isBlockHeading } from './row-kinds.ts';

/** The header of a table, and the rows below it. */
export interface FoundHeader {
  readonly header: readonly string[];
  readonly rows: readonly GridRow[];
  /** The fields that the header names. */
  readonly fields: number;
}

/** Returns how many fields a row of headings names. */
export type CountFields = (header: readonly string[]) => number;

/** A header is looked for in so many rows, and it names at least so many fields. */
const MAX_TITLE_ROWS = 40;
const MIN_FIELDS = 2;
const MAX_HEADING = 100;

/**
 * Finds the header: the first row that names the most fields, alone or with the row below it. Without one, the first row. Repetitions of the
 * header and headings of blocks are not among the rows.
 */
export function findHeader(
  all: readonly GridRow[],
  countFields: CountFields = countNamedFields,
): FoundHeader | undefined {
  const filled = all.filter((row) => !isBlank(row));
  const candidates = filled.slice(0, MAX_TITLE_ROWS).map((_, at) => ({ at, ...headerAt(filled, at, countFields) }));
  const [first] = candidates;
  if (first === undefined) return undefined;
  const max = Math.max(...candidates.map(({ fields }) => fields));
  const best = max < MIN_FIELDS ? first : (candidates.find(({ fields }) => fields === max) ?? first);
  const header = best.header.map((name) => name.replace(/\s+/gu, ' ').slice(0, MAX_HEADING));
  const below = filled.slice(best.at + best.lines);
  const { start, end } = proposeMapping(header, below);
  const days = [start, end].filter((column) => column !== undefined);
  const rows: GridRow[] = [];
  let year = best.at === 0 ? undefined : yearOfBlock(filled[best.at - 1]);
  for (const [at, row] of below.entries())
    if (isHeadingRow(row, header, below[at + 1])) year = yearOfBlock(row) ?? year;
    else rows.push(year === undefined ? row : withYear(row, days, year));
  return { header, fields: best.fields, rows };
}

/** Returns the one year that the heading of a block names: `CPE 2025`. */
function yearOfBlock(row: GridRow | undefined): string | undefined {
  const [only = '', ...others] = row?.cells.filter((cell) => cell !== '') ?? [];
  const years = only.match(/\b(?:19|20)\d{2}\b/gu) ?? [];
  return others.length === 0 && years.length === 1 && isBlockHeading(only) && !/\d\s*[/–-]\s*\d/u.test(only)
    ? years[0]
    : undefined;
}

/** A day without a year: `14 Feb`, `Feb 14`, `14.2.`. */
const WITHOUT_YEAR =
  /^(?:\d{1,2}(?:er|\.)?\s*(?:de\s+)?\p{L}{3,10}\.?|\p{L}{3,10}\.?\s+\d{1,2}(?:st|nd|rd|th)?|\d{1,2}\.\s?\d{1,2}\.)$/u;

/** A row of a block, its days with the year of the block. */
function withYear(row: GridRow, days: readonly number[], year: string): GridRow {
  const cells = row.cells.map((cell, column) => {
    if (!days.includes(column) || !WITHOUT_YEAR.test(cell.trim())) return cell;
    return /\.\s?\d{1,2}\.$/u.test(cell.trim())
      ? `${cell.trim().replace(/\s/gu, '')}${year}`
      : `${cell.trim()} ${year}`;
  });
  return { ...row, cells };
}

interface HeaderCandidate {
  readonly header: readonly string[];
  readonly lines: 1 | 2;
  readonly fields: number;
}

/** Reads a row as a header, together with the row below it if they name more fields together. */
function headerAt(rows: readonly GridRow[], at: number, countFields: CountFields): HeaderCandidate {
  const cells = rows[at]?.cells ?? [];
  const single: HeaderCandidate = { header: cells, lines: 1, fields: isHeader(cells) ? countFields(cells) : 0 };
  const below = rows[at + 1]?.cells;
  if (below === undefined || !isHeader(cells) || !isHeader(below) || below.length < 2) return single;
  const joined = joinLines(cells, below, countFields);
  const fields = countFields(joined);
  const hasOwnNames = countFields(below) > 0 || cells.some((cell) => cell === '');
  return hasOwnNames && fields > Math.max(single.fields, countFields(below))
    ? { header: joined, lines: 2, fields }
    : single;
}

/** No cell of a header is a date or a number, and it has more than one. */
function isHeader(cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 1 && !filled.some((cell) => isDateLike(cell) || /^[\d.,:%\s]+$/u.test(cell));
}

/** Joins two lines of headings: a heading of the first line stands above those of the second up to the next one. */
function joinLines(first: readonly string[], second: readonly string[], countFields: CountFields): readonly string[] {
  let above = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, column) => {
    const [own = '', below = ''] = [first[column], second[column]];
    if (own !== '') above = own;
    if (below === '') return own;
    return countFields([below]) > 0 || above === '' ? below : `${above} ${below}`;
  });
}

/** A row that repeats the header, or the heading of a block. */
function isHeadingRow({ cells }: GridRow, header: readonly string[], next: GridRow | undefined): boolean {
  if (isRepeated(cells, header)) return true;
  const filled = cells.filter((cell) => cell !== '');
  const [only = ''] = filled;
  if (filled.length !== 1 || next === undefined) return false;
  return isBlockHeading(only) || isRepeated(next.cells, header);
}

function isRepeated(cells: readonly string[], header: readonly string[]): boolean {
  const names = cells.map(foldName).filter((name) => name !== '');
  return (
    names.length > 1 &&
    names.join('|') ===
      header
        .map(foldName)
        .filter((name) => name !== '')
        .join('|')
  );
}
