import { addDays, type DateRange } from './calendar.ts';
import { monthsOf, nextCycle } from './cycle.ts';
import { termsOf } from './renewal-terms.ts';
import { type Requirement, requirementsOf } from './requirement.ts';
import type { CreditStanding } from './standing.ts';

/** The cycle after the current one, and its hard requirements over the whole cycle. */
export interface NextCycle {
  readonly cycle: DateRange;
  readonly requirements: readonly Requirement[];
}

/**
 * Returns what the next cycle requires where the current one requires nothing, as for a certification body that credits the first years.
 * Returns undefined if the current one has requirements, if the next dates aren't known, or if the next one requires nothing either.
 */
export function nextAfterEmpty({ renewal, cycle, terms, paces, unknown }: CreditStanding): NextCycle | undefined {
  if (unknown.length > 0 || paces.some(({ requirement }) => requirement.severity === 'hard')) return undefined;
  const { anchor } = renewal.cycle;
  const months = monthsOf(renewal.cycle, addDays(cycle.end, 1));
  if (anchor === undefined || months === undefined) return undefined;
  const next = nextCycle(cycle, renewal.cycle, months);
  const requirements = requirementsOf(termsOf(renewal, { ...terms.holding, cycle: next }, next.start)).filter(
    ({ severity, year }) => severity === 'hard' && year === undefined,
  );
  return requirements.length === 0 ? undefined : { cycle: next, requirements };
}
