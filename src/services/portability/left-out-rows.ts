import type { GridRow } from '../../sheets/grid.ts';
import type { SkipReason } from '../../sheets/row-kinds.ts';

/** Why a row isn't imported: a skip reason, something to correct or to answer, a row that is the same as another one, or what is there already. */
export type LeftOutReason = SkipReason | 'problem' | 'question' | 'duplicate' | 'existing';

/** A row that isn't imported, and the reason in words. */
export interface LeftOutRow {
  /** As in the file, from 1. */
  readonly number: number;
  readonly reason: LeftOutReason;
  readonly text: string;
}

/** Rows that are no activity, or are there already: they are counted, but not handed back to be corrected. */
const NOT_HANDED_BACK: readonly LeftOutReason[] = ['total', 'footer', 'existing'];

/** Returns the rows to hand back for correction, with their reasons. */
export function rowsToHandBack(
  rows: readonly GridRow[],
  leftOut: readonly LeftOutRow[],
): readonly { readonly row: GridRow; readonly text: string }[] {
  const byNumber = new Map(leftOut.map((one) => [one.number, one]));
  return rows.flatMap((row) => {
    const left = byNumber.get(row.number);
    return left === undefined || NOT_HANDED_BACK.includes(left.reason) ? [] : [{ row, text: left.text }];
  });
}
