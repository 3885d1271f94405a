import { Temporal } from 'temporal-polyfill';

declare const isDay: unique symbol;

/** A calendar date without time or zone, `'2026-03-31'`. Days compare as strings do. */
export type Day = string & { readonly [isDay]: true };

/** A span of days, both ends included. */
export interface DateRange {
  readonly start: Day;
  readonly end: Day;
}

const SHAPE = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** The day a text such as `2026-03-31` names, or nothing when there is no such day between 1900 and 2199. */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) return undefined;
  return text as Day;
}

/** The day a text names; throws where `parseDay` finds none. For literals and for what was checked before. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`'${text}' isn't a valid date. Use a format like 2026-03-31.`);
  return parsed;
}

/** Days from 1970-01-01, negative before it. */
export function epochDay(from: Day): number {
  return Date.parse(`${from}T00:00:00Z`) / 86_400_000;
}

/** How many days lie from `from` to `to`: 0 on the same day, negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** How many days a span has, both ends included. */
export function lengthOf(range: DateRange): number {
  return daysBetween(range.start, range.end) + 1;
}

/** The day `days` later, or earlier when negative. */
export function addDays(from: Day, days: number): Day {
  return Temporal.PlainDate.from(from).add({ days }).toString() as Day;
}

/** The same day of the month `months` later, or the month's last day where there is none. */
export function addMonths(from: Day, months: number): Day {
  return Temporal.PlainDate.from(from).add({ months }).toString() as Day;
}

/** The same date `years` later; 29 February becomes 28 February where there is none. */
export function addYears(from: Day, years: number): Day {
  return Temporal.PlainDate.from(from).add({ years }).toString() as Day;
}

/** The year of a day, `2026`. */
export function yearOf(from: Day): number {
  return Number(from.slice(0, 4));
}

/** The month of a day, 1 to 12. */
export function monthOf(from: Day): number {
  return Number(from.slice(5, 7));
}

/** The last day of a month; `month` is 1 to 12. */
export function endOfMonth(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.with({ day: first.daysInMonth }).toString() as Day;
}

/** Whether a day lies in a span, both ends included. */
export function within(range: DateRange, candidate: Day): boolean {
  return range.start <= candidate && candidate <= range.end;
}

/** The date that a wall calendar in `zone` (an IANA name) shows at an instant. Throws `RangeError` for an unknown zone. */
export function dayIn(zone: string, instant: Date): Day {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString() as Day;
}

/** The instant at which a day begins in `zone`, where clocks may skip midnight. */
export function startIn(zone: string, day: Day): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: zone }).epochMilliseconds);
}

/** Whether a text is the name of a time zone that `dayIn` knows. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
