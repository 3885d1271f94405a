import { type Day, within } from './calendar.ts';
import type { CountedHolding, HoldingCycle } from './holding.ts';
import { earningDays } from './renewal-terms.ts';
import { creditStanding } from './standing.ts';

/** A holding renewed by credits with all its cycles, oldest first. */
type HoldingCycles = Omit<CountedHolding, 'cycle'> & { readonly cycles: readonly HoldingCycle[] };

/**
 * Returns the index of the cycle an activity belongs to. An activity in the grace period belongs to the cycle before it while a hard
 * requirement of that cycle or its last year is unmet, and otherwise to the next. An activity outside all cycles belongs to the
 * latest.
 */
export function cycleFor({ renewal, cycles, entries, openings }: HoldingCycles, end: Day): number {
  const index = cycles.findIndex((holding) => within(earningDays(renewal, holding), end));
  const holding = cycles[index];
  if (holding === undefined) return cycles.length - 1;
  if (end <= holding.cycle.end || index === cycles.length - 1) return index;
  return isOpen({ renewal, cycle: holding, entries, openings }, end) ? index : index + 1;
}

function isOpen(holding: CountedHolding, on: Day): boolean {
  const { paces, cycle } = creditStanding(holding, on, 0);
  return paces.some(
    ({ requirement, remaining }) =>
      requirement.severity === 'hard' &&
      remaining > 0 &&
      (requirement.per === 'cycle' || (requirement.per === 'year' && requirement.window.end === cycle.end)),
  );
}
