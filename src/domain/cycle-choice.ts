import { type Day, within } from './calendar.ts';
import type { CountedHolding, HoldingCycle } from './holding.ts';
import { earningDays } from './renewal-terms.ts';
import { creditStanding } from './standing.ts';

/** A holding renewed by credits with all its cycles, oldest first. */
type HoldingCycles = Omit<CountedHolding, 'cycle'> & { readonly cycles: readonly HoldingCycle[] };

/**
 * Returns the index of the cycle an activity belongs to, docs/domain.md section 4: one in a grace belongs to the cycle before while a hard
 * requirement of that cycle or its last year is not met by what had ended on the day it is saved, and otherwise to the next. An activity outside
 * all cycles belongs to the latest.
 */
export function cycleFor(
  holding: HoldingCycles,
  { end, savedOn }: { readonly end: Day; readonly savedOn: Day },
): number {
  const { renewal, cycles, entries, openings } = holding;
  const [before, after] = cyclesInGrace(holding, end);
  const cycle = before === undefined ? undefined : cycles[before];
  if (before !== undefined && after !== undefined && cycle !== undefined)
    return isOpen({ renewal, cycle, entries, openings }, savedOn) ? before : after;
  const index = indexOf(holding, end);
  return index < 0 ? cycles.length - 1 : index;
}

/** Returns the indexes of the two cycles that an activity in a grace may belong to, the earlier first; none for one that is in no grace. */
export function cyclesInGrace(holding: Pick<HoldingCycles, 'renewal' | 'cycles'>, end: Day): readonly number[] {
  const index = indexOf(holding, end);
  const cycle = holding.cycles[index];
  if (cycle === undefined || end <= cycle.cycle.end || index === holding.cycles.length - 1) return [];
  return [index, index + 1];
}

function indexOf({ renewal, cycles }: Pick<HoldingCycles, 'renewal' | 'cycles'>, end: Day): number {
  return cycles.findIndex((holding) => within(earningDays(renewal, holding), end));
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
