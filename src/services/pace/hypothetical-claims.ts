import type { ActivityKind } from '../../domain/activity-kinds.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import type { Entry, Part } from '../../domain/holding.ts';
import { findHolding } from '../certifications/holdings.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { estimateForHolding } from '../records/estimate-for-holding.ts';
import { parseDuration } from '../records/parse-duration.ts';
import type { QuickEntry } from '../records/parse-quick-entry.ts';
import type { Scope } from '../workspace-data.ts';

/** What a hypothetical activity would claim for one holding. */
export interface HypotheticalClaim {
  readonly holding: CreditHolding;
  readonly entry: Entry;
  readonly parts: readonly Part[];
}

/** Returns what an activity would claim by its duration, for the certifications it names or for all holdings. */
export function hypotheticalClaims(
  quick: Pick<QuickEntry, 'certifications' | 'day' | 'duration' | 'kind'>,
  holdings: readonly CreditHolding[],
  { request: { today }, data: { catalogue } }: Scope,
): readonly HypotheticalClaim[] {
  const minutes = quick.duration === undefined ? 0 : (parseDuration(quick.duration) ?? 0);
  if (minutes === 0) return [];
  const chosen =
    quick.certifications === undefined
      ? holdings
      : quick.certifications.flatMap((name) => findHolding(name, holdings, catalogue) ?? []);
  const day = quick.day ?? today;
  const kind: ActivityKind = quick.kind ?? 'other';
  return chosen.flatMap((holding) => {
    const likely = estimateForHolding(holding, { kind, start: day, end: day, minutes })?.likely ?? 0;
    if (likely === 0) return [];
    const parts = [{ category: leavesOf(holding.renewal)[0]?.code ?? WHOLE, credits: likely }];
    const order = Number.MAX_SAFE_INTEGER;
    const entry: Entry = { id: 'supposed', kind, start: day, end: day, order, parts, marks: [] };
    return [{ holding, entry, parts }];
  });
}
