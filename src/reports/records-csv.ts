import type { Words } from '../strings/index.ts';
import { csvOf } from './csv.ts';

/** A line of the file, in the order of its columns; what is not there is nothing. */
export type CsvLine = Readonly<Record<keyof Words['export']['columns'], string | number | null>>;

/** Records as CSV; `without` are columns that are left out. */
export function recordsCsv(
  lines: readonly CsvLine[],
  { columns }: Words['export'],
  without: readonly (keyof CsvLine)[],
): Uint8Array {
  const stored = Object.entries(columns).filter(([name]) => !without.includes(name as keyof CsvLine));
  return csvOf<keyof CsvLine>(Object.fromEntries(stored), lines);
}
