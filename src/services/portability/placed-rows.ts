import type { PlacedRow } from './record-drafts.ts';

/** The categories that rows without one were placed in, with the number of rows. */
export interface PlacedRows extends Omit<PlacedRow, 'row'> {
  readonly rows: number;
}

/** Returns the categories that the rows of some records were placed in; those of rows that are left out say nothing. */
export function placedRowsIn(
  records: readonly { readonly rows: readonly number[] }[],
  placed: readonly PlacedRow[],
): readonly PlacedRows[] {
  const saved = new Set(records.flatMap(({ rows }) => rows));
  const byCategory = new Map<string, PlacedRows>();
  for (const { row, ...claim } of placed) {
    if (!saved.has(row)) continue;
    const key = `${claim.holding.certification.code} ${claim.category} ${claim.isCareful}`;
    byCategory.set(key, { ...claim, rows: (byCategory.get(key)?.rows ?? 0) + 1 });
  }
  return [...byCategory.values()];
}
