import type { ActivityKind } from '../domain/activity-kinds.ts';
import { leavesOf, WHOLE } from '../domain/category-tree.ts';
import type { Entry, Part } from '../domain/holding.ts';
import type { Context } from './command.ts';
import { readDuration } from './duration.ts';
import { holdingNamed } from './held.ts';
import type { CreditHolding } from './member-holding.ts';
import type { QuickEntry } from './quick-entry.ts';
import { estimateFor } from './read-claims.ts';

/** What a supposed activity would claim for one holding. */
export interface SupposedClaim {
  readonly holding: CreditHolding;
  readonly entry: Entry;
  readonly parts: readonly Part[];
}

/** What an activity that has not happened would claim, by its duration; of the holdings named, or of all. */
export function supposedClaims(
  quick: Pick<QuickEntry, 'certifications' | 'day' | 'duration' | 'kind'>,
  holdings: readonly CreditHolding[],
  { today, catalogue }: Context,
): readonly SupposedClaim[] {
  const minutes = quick.duration === undefined ? undefined : readDuration(quick.duration);
  if (minutes === undefined || minutes === 0) return [];
  const chosen =
    quick.certifications === undefined
      ? holdings
      : quick.certifications.flatMap((name) => holdingNamed(name, holdings, catalogue) ?? []);
  const day = quick.day ?? today;
  const kind: ActivityKind = quick.kind ?? 'other';
  return chosen.flatMap((holding) => {
    const likely = estimateFor(holding, { kind, start: day, end: day, minutes })?.likely ?? 0;
    if (likely === 0) return [];
    const parts = [{ category: leavesOf(holding.renewal)[0]?.code ?? WHOLE, credits: likely }];
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'supposed', kind, start: day, end: day, order, parts, marks: [] };
    return [{ holding, entry, parts }];
  });
}
