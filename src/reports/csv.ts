import Papa from 'papaparse';
import { escapeFormula } from '../chat/escape-formula.ts';

/** Without it, spreadsheets read the file in a legacy encoding. */
const BYTE_ORDER_MARK = '\ufeff';

/** A row by column; null for an empty cell. */
type CsvRow<K extends string> = Readonly<Record<K, string | number | null>>;

/** A table as CSV, written part by part; cells that a spreadsheet would read as formulas are escaped. */
export class CsvTable<K extends string> {
  readonly #names: readonly string[];
  readonly #written: Uint8Array[] = [];

  /** `columns`: their headings, in the order of the columns. */
  constructor(columns: Readonly<Partial<Record<K, string>>>) {
    const heads: Readonly<Record<string, string | undefined>> = columns;
    this.#names = Object.keys(heads);
    this.#write([this.#names.map((name) => heads[name] ?? '')], BYTE_ORDER_MARK);
  }

  /** Adds rows below those that are there. */
  add(rows: readonly CsvRow<K>[]): void {
    if (rows.length === 0) return;
    this.#write(rows.map((row: CsvRow<string>) => this.#names.map((name) => row[name])));
  }

  /** Returns the table so far. */
  bytes(): Uint8Array {
    return Buffer.concat(this.#written);
  }

  #write(rows: readonly (readonly (string | number | null | undefined)[])[], before = ''): void {
    // A quoted apostrophe is part of the text in every spreadsheet.
    const quotes = (value: unknown) => typeof value === 'string' && value.startsWith("'");
    const cells = rows.map((row) => row.map(cellOf));
    this.#written.push(Buffer.from(`${before}${Papa.unparse(cells, { quotes, newline: '\r\n' })}\r\n`));
  }
}

/** Returns a table as CSV. */
export function csvOf<K extends string>(
  columns: Readonly<Partial<Record<K, string>>>,
  rows: readonly CsvRow<K>[],
): Uint8Array {
  const table = new CsvTable<K>(columns);
  table.add(rows);
  return table.bytes();
}

function cellOf(value: string | number | null | undefined): string | number | null | undefined {
  return typeof value === 'string' ? escapeFormula(value) : value;
}
