import Papa from 'papaparse';

/** Spreadsheets take a file without it for one of another alphabet. */
const BYTE_ORDER_MARK = '\ufeff';

/** A table as CSV: the heads of its columns by name, a line for each row, and no cell a spreadsheet would take for a formula. */
export function csvOf<K extends string>(
  columns: Readonly<Partial<Record<K, string>>>,
  rows: readonly Readonly<Record<K, string | number | null>>[],
): Uint8Array {
  const names = Object.keys(columns) as K[];
  const fields = names.map((name) => columns[name] ?? '');
  const data = rows.map((row) => names.map((name) => row[name]));
  const text = Papa.unparse({ fields, data }, { escapeFormulae: true, newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}
