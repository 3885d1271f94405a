import Papa from 'papaparse';
import { escapeFormula } from '../chat/escape-formula.ts';

/** Without it, spreadsheets read the file in a legacy encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** Returns a table as CSV; cells that a spreadsheet would read as formulas are escaped. */
export function csvOf<K extends string>(
  columns: Readonly<Partial<Record<K, string>>>,
  rows: readonly Readonly<Record<K, string | number | null>>[],
): Uint8Array {
  const heads: Readonly<Record<string, string | undefined>> = columns;
  const names = Object.keys(heads);
  const fields = names.map((name) => escapeFormula(heads[name] ?? ''));
  const data = rows.map((row: Readonly<Record<string, string | number | null>>) =>
    names.map((name) => cellOf(row[name])),
  );
  // A quoted apostrophe is part of the text in every spreadsheet.
  const quotes = (value: unknown) => typeof value === 'string' && value.startsWith("'");
  const text = Papa.unparse({ fields, data }, { quotes, newline: '\r\n' });
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${text}\r\n`);
}

function cellOf(value: string | number | null | undefined): string | number | null | undefined {
  return typeof value === 'string' ? escapeFormula(value) : value;
}
