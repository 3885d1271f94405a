import { type Day, within } from './calendar.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { Entry, HoldingCycle } from './holding.ts';
import { creditStanding } from './standing.ts';
import { earningDays } from './terms.ts';

/**
 * The cycle an activity belongs to, as its index among a holding's cycles, oldest first. One in the grace of a cycle goes to that
 * one while a hard requirement of it, or of its last year, is not met by the entries before it; else to the next. One that lies in
 * no cycle belongs to the latest.
 */
export function cycleFor(
  renewal: CreditRenewal,
  cycles: readonly HoldingCycle[],
  entries: readonly Entry[],
  end: Day,
): number {
  const index = cycles.findIndex((holding) => within(earningDays(renewal, holding), end));
  const holding = cycles[index];
  if (holding === undefined) return cycles.length - 1;
  if (end <= holding.cycle.end || index === cycles.length - 1) return index;
  return isOpen(renewal, holding, entries, end) ? index : index + 1;
}

function isOpen(renewal: CreditRenewal, holding: HoldingCycle, entries: readonly Entry[], on: Day): boolean {
  const { paces, cycle } = creditStanding(renewal, holding, entries, on, 0);
  return paces.some(
    ({ requirement, remaining }) =>
      requirement.severity === 'hard' &&
      remaining > 0 &&
      (requirement.per === 'cycle' || (requirement.per === 'year' && requirement.window.end === cycle.end)),
  );
}
