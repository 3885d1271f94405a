import type { OpportunityFacts } from './activity-facts.ts';
import { type Day, dayIn } from './calendar.ts';

/** Returns the instant that stands for a day whose hour isn't known: noon UTC, which lies in this day in every zone from UTC-12 to UTC+11. */
export function allDayInstant(day: string): Date {
  return new Date(`${day}T12:00:00Z`);
}

/** Returns the day on which an opportunity starts in a zone; undefined for one that is available at any time. */
export function opportunityDay({ startsAt, isAllDay }: StartOfOpportunity, zone: string): Day | undefined {
  if (startsAt === undefined || startsAt === null) return undefined;
  return dayIn(isAllDay ? 'UTC' : zone, startsAt);
}

type StartOfOpportunity = Pick<OpportunityFacts, 'isAllDay'> & { readonly startsAt?: Date | null | undefined };
