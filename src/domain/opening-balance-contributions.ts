import type { Counter } from './apply-counting-rules.ts';
import { addDays, type Day, within } from './calendar.ts';
import type { Counting } from './contributions-and-cuts.ts';
import type { OpeningBalance, Part } from './holding.ts';
import { remainingOf } from './remaining-part.ts';

/** An opening balance, and what is left of it before caps once records have taken its place. */
export interface CountedOpening {
  readonly id: string;
  readonly opening: OpeningBalance;
  readonly left: readonly Part[];
}

/** An opening balance as an entry while caps are applied. */
export interface OpeningEntry {
  readonly opening: OpeningBalance;
  readonly one: Counting;
}

/**
 * Step 8 of docs/domain.md section 4: the opening balances of one cycle as entries, each less what is left after step 3 of the records it
 * covers: those that ended from the day after the balance before it, or from `from`, to its own day. They come before all entries of
 * their day.
 */
export function openingEntries(
  openings: readonly OpeningBalance[],
  records: readonly Counting[],
  { counter, from }: { readonly counter: Counter; readonly from: Day },
): readonly OpeningEntry[] {
  const inOrder = [...openings].sort((a, b) => (a.on < b.on ? -1 : 1));
  return inOrder.map((opening, index): OpeningEntry => {
    const before = inOrder[index - 1]?.on;
    const start = before === undefined ? from : addDays(before, 1);
    const left = remainingOf(opening.parts);
    const covered = records.filter(({ end }) => within({ start, end: opening.on }, end));
    if (opening.settled === undefined) counter.giveWay(left, covered);
    return { opening, one: { id: `${PREFIX}${opening.on}`, order: -1, end: opening.on, year: 0, left } };
  });
}

/** Caps change what remains of an entry, so it is copied before. */
export function toCountedOpening({ opening, one }: OpeningEntry): CountedOpening {
  return { id: one.id, opening, left: one.left.map((part) => ({ ...part })) };
}

const PREFIX = 'opening:';

/** Whether the entry of a contribution or a cut is an opening balance. */
export function isOpening(entry: string): boolean {
  return entry.startsWith(PREFIX);
}
