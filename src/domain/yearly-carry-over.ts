import type { Day } from './calendar.ts';
import { WHOLE } from './category-tree.ts';
import type { CountedContribution } from './contributions-and-cuts.ts';
import type { Credits } from './credit.ts';
import type { CarryOver } from './credit-rules.ts';
import { yearsOf } from './cycle.ts';
import type { Terms } from './renewal-terms.ts';
import { type Requirement, requirementsOf } from './requirement.ts';
import { inForce } from './sourced-value.ts';

/** Credits of a year of the cycle that count again for a minimum of the year after it, from its first day on. */
export interface CarriedIntoYear {
  /** The code of the requirement's rule. */
  readonly code: string;
  readonly on: Day;
  /** The index of the year they are carried into. */
  readonly year: number;
  readonly credits: Credits;
}

/**
 * Returns what yearly requirements have from the year before: the credits above that year's own requirement, at most the cap
 * and the category's maximum. What was carried into a year is not carried on. `contributionsTo` returns the credits earned in a year.
 */
export function carriedIntoYears(
  terms: Terms,
  contributionsTo: (requirement: Requirement) => readonly CountedContribution[],
): readonly CarriedIntoYear[] {
  const { carryOver } = terms.renewal;
  if (carryOver?.per !== 'year') return [];
  const yearly = requirementsOf(terms).filter(({ per }) => per === 'year');
  const years = yearsOf(terms.holding.cycle, terms.renewal.cycle.anchor?.value);
  return yearly.flatMap((requirement) => {
    const { code, year = 1, window } = requirement;
    const before = years[year - 2];
    const cap = before && capOf(carryOver, requirement, before.end);
    if (cap === undefined) return [];
    const own = yearly.find((one) => one.code === code && one.year === year - 1)?.required ?? 0;
    const earned = sumOf(contributionsTo({ ...requirement, year: year - 1 }));
    const credits = Math.min(cap, Math.max(0, earned - own));
    return credits > 0 ? [{ code, on: window.start, year: year - 1, credits }] : [];
  });
}

/** Returns what a requirement has from the year before, if anything. */
export function carriedInto(
  all: readonly CarriedIntoYear[],
  { code, year = 0 }: Requirement,
): CarriedIntoYear | undefined {
  return all.find((one) => one.code === code && one.year + 1 === year);
}

/** The most that may be carried into a requirement; undefined if its category carries nothing or the cap is not known. */
function capOf({ cap, from }: CarryOver, { category }: Requirement, on: Day): Credits | undefined {
  const limit = inForce(cap, on)?.value;
  if (limit === undefined || from === undefined || category === undefined || category === WHOLE) return limit;
  const share = from.find((one) => one.category === category);
  return share && Math.min(limit, share.max ?? limit);
}

function sumOf(contributions: readonly CountedContribution[]): Credits {
  return contributions.reduce((total, { credits }) => total + credits, 0);
}
