import Papa from 'papaparse';

/** Without it, spreadsheets read the file in a legacy encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A cell whose first visible character begins a formula in a spreadsheet, full-width signs included, or that begins with a tab or a line break. The
 * library's own expression ends at the first line break, so that a cell of several lines passes it.
 */
const FORMULA = /^(?:[\t\r\n]|[\p{White_Space}\p{Cc}\p{Cf}]*[=+\-@＝＋－＠])/u;

/** Returns a table as CSV; cells that a spreadsheet would read as formulas are escaped. */
export function csvOf<K extends string>(
  columns: Readonly<Partial<Record<K, string>>>,
  rows: readonly Readonly<Record<K, string | number | null>>[],
): Uint8Array {
  const heads: Readonly<Record<string, string | undefined>> = columns;
  const names = Object.keys(heads);
  const fields = names.map((name) => heads[name] ?? '');
  const data = rows.map((row: Readonly<Record<string, string | number | null>>) => names.map((name) => row[name]));
  const text = Papa.unparse({ fields, data }, { escapeFormulae: FORMULA, newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}
