import type { Words } from '../strings/index.ts';
import { CsvTable } from './csv.ts';

/** A row by column; null for an empty cell. */
export type CsvLine = Readonly<Record<keyof Words['export']['columns'], string | number | null>>;

/** Returns an empty table of records without some columns. */
export function recordsTable(
  { columns }: Words['export'],
  without: readonly (keyof CsvLine)[],
): CsvTable<keyof CsvLine> {
  const omitted: readonly string[] = without;
  const shown = Object.entries(columns).filter(([name]) => !omitted.includes(name));
  return new CsvTable<keyof CsvLine>(Object.fromEntries(shown));
}
