import { addDays, type Day, yearOf } from '../domain/calendar.ts';
import { MONTH_NAME, monthNumber } from '../domain/month-names.ts';

/** Whether a date without a year or week means the last or the next one: `past` for activities, `future` for plans. */
export type DateDirection = 'past' | 'future';

/** How a date is read: relative to which day, in which order of day and month, and in which direction. */
export interface DateReading {
  readonly today: Day;
  /** A BCP 47 locale, `en-GB`. */
  readonly locale: string;
  /** `past` by default. */
  readonly direction?: DateDirection;
}

/** Pieces of regular expressions for dates in English and German, with the months in further languages; they need the flags `i` and `u`. */
export const DATE_PATTERN = {
  month: String.raw`${MONTH_NAME}(?![\p{L}\p{N}])\.?`,
  weekday: String.raw`(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|(?:sonn|mon|diens|donners|frei|sams)tag|mittwoch|so|mo|di|mi|do|fr|sa)(?![\p{L}\p{N}])\.?`,
  year: String.raw`(?:19|20)\d\d`,
  /** A day of the month beside the name of the month. */
  date: String.raw`\d{1,2}(?:st|nd|rd|th|er|º|°)?`,
  /** Between a day and its month, and between a month and its year. */
  of: String.raw`(?:of\s+|de\s+|d['’])?`,
  ofYear: String.raw`,?\s+(?:del?\s+)?`,
  /** Not the last digits of something longer. */
  before: String.raw`(?<![\p{L}\p{N}/+-]|\p{N}[.,:])`,
  /** Not the first digits of something longer, an hour of the day or a length. */
  after: String.raw`(?![\p{L}\p{N}]|[.,:/-]\p{N}|\s*(?:am|pm|uhr|h|hours?|hrs?|std\.?|stunden?|min(?:utes?|uten)?)(?![\p{L}\p{N}]))`,
} as const;

const WEEKDAYS: readonly RegExp[] = [
  /^s[uo]/iu,
  /^mo/iu,
  /^(?:tu|di)/iu,
  /^(?:we|mi)/iu,
  /^(?:th|do)/iu,
  /^fr/iu,
  /^sa/iu,
];

/** Words before numbers that are not days: `Part 3-4`, `Version 2.3.`. */
const NUMBERED =
  /(?<!\p{L})(?:part|teil|module?|modul|kapitel|level|section|abschnitt|version|v|domain|domäne|lesson|lektion|unit|vol(?:ume)?|band|iso|no|nr)\.?\s*$/iu;

/** Whether the digits at an index number a part, chapter or version. */
export function isNumbered(text: string, index: number): boolean {
  return NUMBERED.test(text.slice(0, index));
}

/** Returns the last match of a date pattern that is not the number of a part, chapter or version. */
export function lastDateMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].filter(({ index }) => !isNumbered(text, index)).at(-1);
}

/** Returns `03-08` for a month, by name or number, and a day of it; both as typed. */
export function monthAndDate(month: string, date: string): string {
  return [monthNumber(month), Number.parseInt(date, 10)].map((one) => String(one).padStart(2, '0')).join('-');
}

/** A day without a year that would be nearly a year ago, but comes in so many days, may be either. */
const NEAR_DAYS = 14;

/** Returns the day of this year or the next if it comes so soon that it isn't taken for the one a year before. */
export function comingSoon(inYear: (year: number) => Day | undefined, today: Day): Day | undefined {
  const year = yearOf(today);
  return [year, year + 1]
    .map(inYear)
    .find((day) => day !== undefined && day > today && day <= addDays(today, NEAR_DAYS));
}

/** Returns the number of a weekday as typed, from 0 for Sunday. */
export function weekdayNumber(typed: string): number {
  return WEEKDAYS.findIndex((name) => name.test(typed));
}

/** Returns a year of two or four digits as a number. */
export function fullYear(typed: string): number {
  return typed.length === 2 ? 2000 + Number(typed) : Number(typed);
}

/** Whether a locale writes the month before the day, as `en-US` does. Its private part `dmy` or `mdy` says what the member is known to type. */
export function isMonthFirst(locale: string): boolean {
  const known = /-x-(?:\w+-)*([dm])[dm]y\b/u.exec(locale)?.[1];
  if (known !== undefined) return known === 'm';
  const parts = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}

/** Hides the addresses in a text, whose numbers are not dates; every other character keeps its place. */
export function withoutAddresses(text: string): string {
  return text.replace(/https?:\/\/\S+/giu, (address) => '_'.repeat(address.length));
}
