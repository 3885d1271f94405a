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
  if (from.length !== DAY_LENGTH) return Date.parse(`${from}T00:00:00Z`) / MS_PER_DAY;
  const month = monthOf(from);
  // Years begin in March here, so that the day that is added in leap years is their last.
  const year = month > 2 ? yearOf(from) : yearOf(from) - 1;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonth(from) - 1;
  return year * 365 + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400) + dayOfYear - EPOCH;
}

const DAY_LENGTH = 10;
const MS_PER_DAY = 86_400_000;
/** Days from 1 March of the year 0 to 1970-01-01. */
const EPOCH = 719_468;
const DAYS_PER_400_YEARS = 146_097;
/** The last date whose year has four digits. */
const LAST_EPOCH_DAY = 2_932_896;

/** The date so many days after 1970-01-01. */
function fromEpochDay(days: number): Day {
  // From about 9,999 years on a date has more digits, which the forecast of a very slow pace may reach.
  if (days > LAST_EPOCH_DAY || days < -EPOCH) return asDay(new Temporal.PlainDate(1970, 1, 1).add({ days }).toString());
  const sinceMarch = days + EPOCH;
  const era = Math.floor(sinceMarch / DAYS_PER_400_YEARS);
  const dayOfEra = sinceMarch - era * DAYS_PER_400_YEARS;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return dateOf(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1);
}

function dateOf(year: number, month: number, dayOfMonth: number): Day {
  return asDay(`${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(dayOfMonth)}`);
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
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
  return fromEpochDay(epochDay(from) + days);
}

/** The same day of the month `months` later, or the last day of that month if it is shorter. */
export function addMonths(from: Day, months: number): Day {
  const sum = yearOf(from) * 12 + monthOf(from) - 1 + months;
  const year = Math.floor(sum / 12);
  const month = sum - year * 12 + 1;
  return dateOf(year, month, Math.min(dayOfMonth(from), daysInMonth(year, month)));
}

/** The same date `years` later; 29 February becomes 28 February outside leap years. */
export function addYears(from: Day, years: number): Day {
  return addMonths(from, years * 12);
}

/** The year of a day, `2026`. */
export function yearOf(from: Day): number {
  return Number(from.slice(0, 4));
}

/** The month of a day, 1 to 12. */
export function monthOf(from: Day): number {
  return Number(from.slice(5, 7));
}

/** The day of the month, 1 to 31. */
function dayOfMonth(from: Day): number {
  return Number(from.slice(8, 10));
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
  return dateOf(year, month, daysInMonth(year, month));
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

/** Returns the minutes after midnight that clocks in `zone` show at an instant. Throws `RangeError` for an unknown zone. */
export function minutesAfterMidnight(zone: string, instant: Date): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(
    calendarZone(zone),
  );
  return hour * 60 + minute;
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

const zones = new Set<string>();

/** Whether a text is a time zone that `dayIn` accepts. */
export function isZone(zone: string): boolean {
  if (zones.has(zone)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    if (zones.size < MAX_ZONES) zones.add(zone);
    return true;
  } catch {
    return false;
  }
}
