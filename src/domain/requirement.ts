import { addDays, type Day, type Span } from './calendar.ts';
import type { Certainty, CreditRenewal, Severity, Sourced } from './certification.ts';
import type { Credits } from './credit.ts';
import { yearsOf } from './cycle.ts';

/** A minimum in a window, over everything or over one category. */
export interface Requirement {
  /** `total`, `category:group-a`, `year:2`, `year:2:group-a`; years count from 1. */
  readonly id: string;
  readonly severity: Severity;
  readonly window: Span;
  /** The last day on which credits may still be earned: the window's last, or later where the body grants a grace. */
  readonly lastDay: Day;
  readonly required: Credits;
  readonly category?: string;
  /** The year of the cycle, from 1; absent for the whole cycle. */
  readonly year?: number;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/** Every requirement of one cycle in catalogue order: the total first, then the categories, then the years. */
export function requirementsOf(renewal: CreditRenewal, cycle: Span): readonly Requirement[] {
  const lastDay = lastDayToEarn(renewal, cycle);
  const whole = { severity: 'hard', window: cycle, lastDay } as const;
  const requirements: Requirement[] = [{ id: 'total', ...whole, ...known(renewal.total) }];
  for (const category of renewal.categories) {
    if (category.minimum === undefined) continue;
    requirements.push({
      id: `category:${category.code}`,
      ...whole,
      category: category.code,
      ...known(category.minimum),
    });
  }
  const years = yearsOf(cycle);
  for (const [index, year] of years.entries()) {
    if (!year.whole) continue;
    for (const { amount, severity, category } of renewal.yearly) {
      requirements.push({
        id: `year:${index + 1}${category === undefined ? '' : `:${category}`}`,
        severity,
        window: { start: year.start, end: year.end },
        lastDay: index === years.length - 1 ? lastDay : year.end,
        year: index + 1,
        ...(category === undefined ? {} : { category }),
        ...known(amount),
      });
    }
  }
  return requirements.filter((requirement) => requirement.required > 0);
}

/** The last day on which credits for a cycle may be earned, the body's earning grace included. */
export function lastDayToEarn(renewal: CreditRenewal, cycle: Span): Day {
  return addDays(cycle.end, renewal.earningGrace?.value ?? 0);
}

function known({ value, certainty, sources }: Sourced<Credits>) {
  return { required: value, certainty, sources };
}
