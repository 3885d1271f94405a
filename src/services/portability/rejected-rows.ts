import { csvOf } from '../../reports/csv.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import type { Words } from '../../strings/index.ts';
import { type LeftOutRow, rowsToHandBack } from './left-out-rows.ts';

/**
 * Returns the rows that weren't imported as a CSV table with the columns of the file and the reasons, to be corrected and imported again;
 * undefined if there are none to correct.
 */
export function restTable(
  { header, rows }: Sheet,
  leftOut: readonly LeftOutRow[],
  words: Words,
): Uint8Array | undefined {
  const rest = rowsToHandBack(rows, leftOut);
  if (rest.length === 0) return undefined;
  const width = Math.max(header.length, ...rest.map(({ row }) => row.cells.length));
  const columns = Array.from({ length: width }, (_, at) => [`c${at}`, header[at] ?? ''] as const);
  const lines = rest.map(({ row, text }) => ({
    ...Object.fromEntries(columns.map(([key], at) => [key, row.cells[at] ?? ''])),
    reason: text,
  }));
  return csvOf<string>({ ...Object.fromEntries(columns), reason: words.import.reasonColumn }, lines);
}
