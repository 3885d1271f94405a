import type { Words } from '../strings/index.ts';
import { csvOf } from './csv.ts';

/** A row by column; null for an empty cell. */
export type CsvLine = Readonly<Record<keyof Words['export']['columns'], string | number | null>>;

/** Returns records as CSV without some columns. */
export function recordsCsv(
  lines: readonly CsvLine[],
  { columns }: Words['export'],
  without: readonly (keyof CsvLine)[],
): Uint8Array {
  const omitted: readonly string[] = without;
  const shown = Object.entries(columns).filter(([name]) => !omitted.includes(name));
  return csvOf<keyof CsvLine>(Object.fromEntries(shown), lines);
}
