import { unescapeFormula } from '../chat/escape-formula.ts';
import { cleanText } from '../chat/normalise-text.ts';
import { type GridRow, gridRow } from './grid.ts';

/** The characters that may separate cells. */
export const DELIMITERS = [',', ';', '\t', '|'] as const;
export type Delimiter = (typeof DELIMITERS)[number];

/** Maximum lines of one quoted cell; a quotation mark that is closed later is taken for a stray one. */
const MAX_CELL_LINES = 60;

interface ScannedLine {
  readonly cells: readonly string[];
  readonly state: 'closed' | 'open' | 'malformed';
}

/** Returns the delimiter that a first line such as `sep=;` names, and whether there is such a line. */
export function statedDelimiter(text: string): Delimiter | undefined {
  const [, stated] = /^(?:"?)sep=(.)"?\s*(?:\n|\r|$)/iu.exec(text) ?? [];
  return DELIMITERS.find((one) => one === stated);
}

/**
 * Reads the rows of a text with one delimiter. A quotation mark that is not closed, or that swallows other rows, spoils only its own line.
 * Line ends of any kind are accepted, mixed ones too; rows without a text are left out.
 */
export function readCsv(text: string, delimiter: Delimiter, maxRows = Number.POSITIVE_INFINITY): readonly GridRow[] {
  const lines = text.split(/\r\n|\r|\n/u);
  const rows: GridRow[] = [];
  const first = statedDelimiter(text) === undefined ? 0 : 1;
  const blank = new RegExp(`^[\\s${delimiter}]*$`, 'u');
  for (let at = first; at < lines.length && rows.length < maxRows; ) {
    if (blank.test(lines[at] ?? '')) {
      at += 1;
      continue;
    }
    const { cells, span } = readRecord(lines, at, delimiter);
    rows.push(
      cells === undefined
        ? gridRow(at + 1, scanLine(lines[at] ?? '', delimiter).cells.map(plainCell), 'quote')
        : gridRow(at + 1, cells.map(plainCell)),
    );
    at += span;
  }
  return rows;
}

/** Reads the record that begins in a line: its cells and how many lines it has; no cells if its quotation marks are malformed. */
function readRecord(
  lines: readonly string[],
  at: number,
  delimiter: Delimiter,
): { readonly cells: readonly string[] | undefined; readonly span: number } {
  let text = lines[at] ?? '';
  let scanned = scanLine(text, delimiter);
  let span = 1;
  while (scanned.state === 'open' && span < MAX_CELL_LINES && at + span < lines.length) {
    text += `\n${lines[at + span]}`;
    span += 1;
    scanned = scanLine(text, delimiter);
  }
  if (scanned.state !== 'closed') return { cells: undefined, span: 1 };
  const inner = lines.slice(at + 1, at + span);
  const isSwallowed = inner.some((line) => isRowLike(line, scanned.cells.length, delimiter));
  return isSwallowed ? { cells: undefined, span: 1 } : { cells: scanned.cells, span };
}

const DATE_CELL = /^\s*\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}\b/u;

/** Whether a line inside a quoted cell could be a row of its own: as wide as a row, with a date. */
function isRowLike(line: string, width: number, delimiter: Delimiter): boolean {
  const { cells } = scanLine(line, delimiter);
  return cells.length >= Math.max(2, width - 1) && cells.some((cell) => DATE_CELL.test(cell));
}

/** Splits a text into cells; quotation marks are malformed when one is inside a cell that doesn't begin with one, or text follows a quoted cell. */
function scanLine(text: string, delimiter: Delimiter): ScannedLine {
  const cells: string[] = [];
  let state: ScannedLine['state'] = 'closed';
  for (let at = 0; at <= text.length; ) {
    const quoted = /^[ ]*"/u.exec(text.slice(at, at + 20));
    if (quoted === null) {
      const end = endOfCell(text, at, delimiter);
      const cell = text.slice(at, end);
      // The mark of `5" disk` is that of inches.
      if ((cell.replace(/\d"/gu, '').split('"').length - 1) % 2 === 1) state = 'malformed';
      cells.push(cell);
      at = end + 1;
      continue;
    }
    const { cell, end } = quotedCell(text, at + quoted[0].length);
    cells.push(cell);
    if (end === undefined) return { cells, state: state === 'malformed' ? state : 'open' };
    const next = endOfCell(text, end, delimiter);
    if (text.slice(end, next).trim() !== '') state = 'malformed';
    at = next + 1;
  }
  return { cells, state };
}

function endOfCell(text: string, from: number, delimiter: Delimiter): number {
  const end = text.indexOf(delimiter, from);
  return end < 0 ? text.length : end;
}

/** Reads a cell after its opening mark; `end` is where the closing mark is over. */
function quotedCell(text: string, from: number): { readonly cell: string; readonly end: number | undefined } {
  let cell = '';
  for (let at = from; ; ) {
    const mark = text.indexOf('"', at);
    if (mark < 0) return { cell: cell + text.slice(at), end: undefined };
    cell += text.slice(at, mark);
    if (text[mark + 1] !== '"') return { cell, end: mark + 1 };
    cell += '"';
    at = mark + 2;
  }
}

/** Returns a cell as the log form would clean it, without the escape character before a formula. */
export function plainCell(cell: string): string {
  return cleanText(unescapeFormula(cell.trimStart()));
}
