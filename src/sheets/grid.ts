/** Why a row can't be read, whatever its cells mean. */
export type RowFault = 'quote' | 'too-wide' | 'too-long' | 'two-rows' | 'beside';

/** A row of a file. Dates are ISO dates, lengths of time `h:mm:ss`, numbers decimals with a point; any other cell is its text. */
export interface GridRow {
  /** The line of a text file that the row begins in, or the row of a sheet; from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  readonly fault?: RowFault;
}

/** Maximum columns of a row and characters of a cell; a row beyond either isn't read. */
export const MAX_COLUMNS = 200;
const MAX_CELL_CHARACTERS = 5000;

/** Returns a row of texts, without the empty cells at its end; its fault if it is too wide or a cell is too long. */
export function gridRow(number: number, cells: readonly string[], fault?: RowFault): GridRow {
  const length = cells.findLastIndex((cell) => cell !== '') + 1;
  const own = fault ?? faultOf(cells.slice(0, length));
  const read = cells.slice(0, Math.min(length, MAX_COLUMNS)).map((cell) => narrow(cell.slice(0, MAX_CELL_CHARACTERS)));
  return own === undefined ? { number, cells: read } : { number, cells: read, fault: own };
}

/** Full-width digits and signs: what a keyboard of East Asia writes for a date or a number. */
const WIDE_NUMBER = /^(?=.*[０-９])[０-９／．，：－\d/.,:\s-]+$/u;

/** Returns a date or a number in full-width digits as one in plain digits; any other cell as it is. */
function narrow(cell: string): string {
  return WIDE_NUMBER.test(cell) ? cell.normalize('NFKC') : cell;
}

function faultOf(cells: readonly string[]): RowFault | undefined {
  if (cells.length > MAX_COLUMNS) return 'too-wide';
  return cells.some((cell) => cell.length > MAX_CELL_CHARACTERS) ? 'too-long' : undefined;
}

/** Whether a row has nothing in it. A row that can't be read has something. */
export function isBlank({ cells, fault }: GridRow): boolean {
  return fault === undefined && cells.every((cell) => cell === '');
}
