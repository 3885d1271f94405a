import type { DateRange, Day } from './calendar.ts';
import { yearsOf } from './cycle.ts';
import type { CountedHolding, OpeningBalance } from './holding.ts';
import { termsOf } from './renewal-terms.ts';
import { requirementsOf } from './requirement.ts';

/** A year of a cycle for which credits can be stated as earned before recert. */
export interface OpeningYear {
  /** From 1. */
  readonly year: number;
  /** The days on which a statement may lie: those of the year up to today. */
  readonly days: DateRange;
  readonly stated?: OpeningBalance | undefined;
}

/**
 * Returns the years for which a holder is asked what they earned before recert: each past one with a hard minimum, the current one, and those
 * with a statement.
 */
export function openingYears(
  { renewal, cycle, openings = [] }: Omit<CountedHolding, 'entries'>,
  today: Day,
): readonly OpeningYear[] {
  const minimums = requirementsOf(termsOf(renewal, cycle, today)).filter(({ severity }) => severity === 'hard');
  const begun = yearsOf(cycle.cycle, renewal.cycle.anchor?.value).filter(({ start }) => start <= today);
  const own = openings.filter((one) => one.cycle === undefined || one.cycle === cycle.cycle.start);
  return begun.flatMap(({ start, end }, index): readonly OpeningYear[] => {
    const stated = own.find(({ on }) => start <= on && on <= end);
    const isRequested = index === begun.length - 1 || minimums.some(({ year }) => year === index + 1);
    if (!isRequested && stated === undefined) return [];
    return [{ year: index + 1, days: { start, end: end < today ? end : today }, stated }];
  });
}
