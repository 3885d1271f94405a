import { de, en, type ParsedResult } from 'chrono-node';
import { addDays, addYears, type Day, parseDay } from '../domain/calendar.ts';

/** A day found in a text, with the words that named it. */
export interface DateMatch {
  readonly day: Day;
  readonly words: string;
  readonly index: number;
  /** True for a numeric date such as `3/4/2026`, where the locale decides which part is the month. */
  readonly isAmbiguous: boolean;
}

const NUMERIC = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;

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

/** Returns the last date in a text, in English or in the language of the locale. */
export function findDate(text: string, { today, locale, direction = 'past' }: DateReading): DateMatch | undefined {
  const written = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].at(-1);
  if (written !== undefined) {
    const day = parseDay(written[0]);
    return day && { day, words: written[0], index: written.index, isAmbiguous: false };
  }
  // At noon the reference has the same date in every time zone the process may run in.
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const reference = new Date(year, month - 1, date, 12);
  const found = readersFor(locale)
    .map((reader) => reader.parse(text, reference).filter(namesDay).at(-1))
    .find((result) => result !== undefined);
  if (found === undefined) return undefined;
  const day = dayOf(found, today, direction);
  return day && { day, words: found.text, index: found.index, isAmbiguous: NUMERIC.test(found.text) };
}

/** Returns the day of a text that is a date as a whole: `2026-12-31`, `20 Nov` or `yesterday`. */
export function parseDate(text: string, reading: DateReading): Day | undefined {
  const found = findDate(text, reading);
  return found?.words.length === text.trim().length ? found.day : undefined;
}

/** Returns words that look like a date but aren't one: `30 Feb`, `2026-02-30`, `31/11/2026`. */
export function findInvalidDate(text: string): string | undefined {
  return DATE_LIKE.exec(text)?.[0];
}

const MONTH = '(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*';
const DATE_LIKE = new RegExp(
  String.raw`\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}\s+${MONTH}\b|${MONTH}\s+\d{1,2}\b(?!\s*[a-z]))`,
  'iu',
);

/** `Sun` or `Sat` alone is as often a company or a verb as a weekday. */
const SHORT_WEEKDAY = /^(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)\.?$/iu;

function namesDay({ start, text }: ParsedResult): boolean {
  return start.isCertain('day') || (start.isCertain('weekday') && !SHORT_WEEKDAY.test(text));
}

function dayOf({ start, text }: ParsedResult, today: Day, direction: DateDirection): Day | undefined {
  const part = (name: 'year' | 'month' | 'day', width: number) => String(start.get(name)).padStart(width, '0');
  const day = parseDay(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
  if (day === undefined || start.isCertain('year')) return day;
  const isWeekday = start.isCertain('weekday') && !start.isCertain('day') && !/\b(?:last|next|this)\b/iu.test(text);
  if (isWeekday) {
    if (direction === 'past') return day > today ? addDays(day, -7) : day;
    return day < today ? addDays(day, 7) : day;
  }
  if (!start.isCertain('month')) return day;
  if (direction === 'past') return day > today ? addYears(day, -1) : day;
  return day < today ? addYears(day, 1) : day;
}

/** Germans also write English dates in a chat about certifications. */
function readersFor(locale: string) {
  const english = isMonthFirst(locale) ? en.casual : en.GB;
  return locale.split('-')[0] === 'de' ? [de.casual, english] : [english];
}

function isMonthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}
