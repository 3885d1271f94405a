import type { DateRange } from '../domain/calendar.ts';
import { type DateReading, isMonthFirst } from './date-words.ts';
import { findDays } from './parse-date.ts';

/** What a date is whose day and month could be swapped: its days, or both readings if the order isn't known. */
export type TypedDays = { readonly range: DateRange } | { readonly readings: readonly DateRange[] };

/**
 * Reads a numeric date such as `3/4`. The order is known if the member has shown it, or if their locale writes the month first; a reading in the
 * future isn't accepted for what has been done.
 */
export function readTypedDays(typed: string, reading: DateReading): TypedDays {
  const { today, locale, direction = 'past' } = reading;
  const inOrder = (order: string) => findDays(typed, { ...reading, locale: order });
  const known = hasKnownOrder(locale) ? inOrder(isMonthFirst(locale) ? 'en-US' : 'en-GB') : undefined;
  if (known !== undefined && (direction === 'future' || known.end <= today))
    return { range: { start: known.start, end: known.end } };
  const readings = [inOrder('en-GB'), inOrder('en-US')].flatMap((found) =>
    found === undefined ? [] : [{ start: found.start, end: found.end }],
  );
  const [first, second] = readings;
  const isOne = first !== undefined && (second === undefined || second.start === first.start);
  return isOne ? { range: first } : { readings };
}

/** Returns the order of day and month that a day shows the date to be typed in; undefined if it fits neither reading. */
export function orderShownBy(typed: string, start: string, reading: DateReading): 'dmy' | 'mdy' | undefined {
  const isStart = (locale: string) => findDays(typed, { ...reading, locale })?.start === start;
  const [dayFirst, monthFirst] = [isStart('en-GB'), isStart('en-US')];
  if (dayFirst === monthFirst) return undefined;
  return dayFirst ? 'dmy' : 'mdy';
}

function hasKnownOrder(locale: string): boolean {
  return isMonthFirst(locale) || /-x-(?:\w+-)*dmy\b/u.test(locale);
}
