import Papa from 'papaparse';
import type { Words } from '../strings/index.ts';

/** A line of the file, in the order of its columns; what is not there is nothing. */
export type CsvLine = Readonly<Record<keyof Words['export']['columns'], string | number | null>>;

/** Spreadsheets take a file without it for one of another alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/** Records as CSV: a head, a line for each, and no cell a spreadsheet would take for a formula; `without` are columns that are left out. */
export function recordsCsv(
  lines: readonly CsvLine[],
  { columns }: Words['export'],
  without: readonly (keyof CsvLine)[],
): Uint8Array {
  const names = (Object.keys(columns) as (keyof typeof columns)[]).filter((name) => !without.includes(name));
  const fields = names.map((name) => columns[name]);
  const data = lines.map((line) => names.map((name) => line[name]));
  const text = Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}
