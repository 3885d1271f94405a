import { Temporal } from 'temporal-polyfill';

declare const isDay: unique symbol;

/** A calendar date without time or zone, `'2026-03-31'`; dates compare like strings. */
export type Day = string & { readonly [isDay]: true };

/** A range of dates, both ends included. */
export interface DateRange {
  readonly start: Day;
  readonly end: Day;
}

const SHAPE = /^(19|20|21)\d\d-\d\d-\d\d$/;

/** Returns the date in a text such as `2026-03-31`, or undefined if it is not a date between 1900 and 2199. */
export function parseDay(text: string): Day | undefined {
  if (!SHAPE.test(text)) return undefined;
  const instant = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(instant.getTime()) || instant.toISOString().slice(0, 10) !== text) return undefined;
  return asDay(text);
}

/** Brands a valid date as a `Day`. */
function asDay(text: string): Day {
  return text as Day;
}

/** Returns the date in a literal or checked text. Throws `RangeError` if `parseDay` finds none. */
export function day(text: string): Day {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new RangeError(`'${text}' isn't a valid date. Use a format like 2026-03-31.`);
  return parsed;
}

/** Days from 1970-01-01, negative before it. */
export function epochDay(from: Day): number {
  return Date.parse(`${from}T00:00:00Z`) / 86_400_000;
}

/** Returns the days from `from` to `to`: 0 on the same day, negative if `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return epochDay(to) - epochDay(from);
}

/** Returns the number of days in a range, both ends included. */
export function lengthOf(range: DateRange): number {
  return daysBetween(range.start, range.end) + 1;
}

/** The day `days` later, or earlier when negative. */
export function addDays(from: Day, days: number): Day {
  return asDay(Temporal.PlainDate.from(from).add({ days }).toString());
}

/** The same day of the month `months` later, or the last day of that month if it is shorter. */
export function addMonths(from: Day, months: number): Day {
  return asDay(Temporal.PlainDate.from(from).add({ months }).toString());
}

/** The same date `years` later; 29 February becomes 28 February outside leap years. */
export function addYears(from: Day, years: number): Day {
  return asDay(Temporal.PlainDate.from(from).add({ years }).toString());
}

/** The year of a day, `2026`. */
export function yearOf(from: Day): number {
  return Number(from.slice(0, 4));
}

/** The month of a day, 1 to 12. */
export function monthOf(from: Day): number {
  return Number(from.slice(5, 7));
}

/** The first day of a year. */
export function firstOfYear(year: number): Day {
  return asDay(`${year}-01-01`);
}

/** The first day of a date's month. */
export function firstOfMonth(from: Day): Day {
  return asDay(`${from.slice(0, 8)}01`);
}

/** The last day of a month; `month` is 1 to 12. */
export function endOfMonth(year: number, month: number): Day {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return asDay(first.with({ day: first.daysInMonth }).toString());
}

/** Whether a date lies in a range, both ends included. */
export function within(range: DateRange, candidate: Day): boolean {
  return range.start <= candidate && candidate <= range.end;
}

/** Returns the date at an instant in `zone` (an IANA name). Throws `RangeError` for an unknown zone. */
export function dayIn(zone: string, instant: Date): Day {
  const atInstant = Temporal.Instant.fromEpochMilliseconds(instant.getTime());
  return asDay(atInstant.toZonedDateTimeISO(calendarZone(zone)).toPlainDate().toString());
}

/** Returns the instant at which a date begins in `zone`, where clocks may skip midnight. */
export function startIn(zone: string, day: Day): Date {
  return new Date(Temporal.PlainDate.from(day).toZonedDateTime({ timeZone: calendarZone(zone) }).epochMilliseconds);
}

/** Returns the instant at which clocks in `zone` show a local time, `2026-12-10T15:00:00`. Throws `RangeError` if it isn't one. */
export function instantIn(zone: string, local: string): Date {
  const { epochMilliseconds } = Temporal.PlainDateTime.from(local).toZonedDateTime(calendarZone(zone));
  return new Date(epochMilliseconds);
}

const calendarZones = new Map<string, string>();

/**
 * Returns the name under which the calendar knows a zone: platforms and `Intl` know old names that `Temporal` doesn't, such as
 * `US/Pacific-New`. Throws `RangeError` for an unknown zone.
 */
export function calendarZone(zone: string): string {
  const known = calendarZones.get(zone);
  if (known !== undefined) return known;
  const found = [zone, canonicalName(zone)].find(isCalendarZone) ?? offsetOf(zone);
  if (calendarZones.size < MAX_ZONES) calendarZones.set(zone, found);
  return found;
}

/** More than there are, so that unlikely spellings can't fill the memory. */
const MAX_ZONES = 2000;

function canonicalName(zone: string): string {
  return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
}

/** The zone's difference from UTC today, `-08:00`. */
function offsetOf(zone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts();
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  return name.replace('GMT', '') || '+00:00';
}

function isCalendarZone(zone: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/** Whether a text is a time zone that `dayIn` accepts. */
export function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}
