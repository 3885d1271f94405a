import { type Day, yearOf } from './calendar.ts';
import type { Certification } from './certification.ts';

/** Returns whether a certification has a known change by the end of a year; one without a date may come in any year from today's on. */
export function isAnnouncedBy({ nextChange }: Pick<Certification, 'nextChange'>, year: number, today: Day): boolean {
  const change = nextChange?.value;
  if (change === undefined || change === 'none') return false;
  return yearOf(change.from ?? today) <= year;
}

/**
 * Returns a certification with the announced amounts in place of its own, as certain as the announcement; undefined if none are announced by
 * the end of the year. For what-if questions alone: nothing else counts by them.
 */
export function withAnnouncedAmounts(
  certification: Certification,
  year: number,
  today: Day,
): Certification | undefined {
  const { nextChange, renewal } = certification;
  const change = nextChange?.value;
  if (nextChange === undefined || change === undefined || change === 'none' || renewal.kind !== 'credits')
    return undefined;
  const { amounts } = change;
  if (amounts === undefined || !isAnnouncedBy(certification, year, today)) return undefined;
  const { certainty, sources } = nextChange;
  const requirements = renewal.requirements.map((rule) => {
    const value = amounts[rule.code];
    return value === undefined ? rule : { ...rule, amount: { value, certainty, sources } };
  });
  return { ...certification, renewal: { ...renewal, requirements } };
}
