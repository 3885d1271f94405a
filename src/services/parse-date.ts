import { de, en, type ParsedResult } from 'chrono-node';
import { addDays, addYears, type Day, parseDay } from '../domain/calendar.ts';

/** A day found in a text, and the words that named it. */
export interface DateMatch {
  readonly day: Day;
  readonly words: string;
  readonly index: number;
  /** `3/4/2026`: which part is the month follows from the locale, so it is shown before anything is saved. */
  readonly isAmbiguous: boolean;
}

const NUMERIC = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;

/** Which year or week is meant when a text does not say: what was done lies behind, what is asked about may lie ahead. */
export type DateDirection = 'past' | 'future';

/** The last day named in a text, read in the order of days and months of the locale. */
export function findDate(
  text: string,
  today: Day,
  locale: string,
  direction: DateDirection = 'past',
): DateMatch | undefined {
  const written = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].at(-1);
  if (written !== undefined) {
    const day = parseDay(written[0]);
    return day && { day, words: written[0], index: written.index, isAmbiguous: false };
  }
  // Noon keeps the reference on the same date in every zone the process may run in.
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const reference = new Date(year, month - 1, date, 12);
  const found = readersFor(locale)
    .map((reader) => reader.parse(text, reference).filter(namesADay).at(-1))
    .find((one) => one !== undefined);
  if (found === undefined) return undefined;
  const day = dayOf(found, today, direction);
  return day && { day, words: found.text, index: found.index, isAmbiguous: NUMERIC.test(found.text) };
}

/** The day a whole text names, `2026-12-31`, `20 Nov` or `yesterday`; nothing for anything else. */
export function parseDate(
  text: string,
  today: Day,
  locale: string,
  direction: DateDirection = 'past',
): Day | undefined {
  const found = findDate(text, today, locale, direction);
  return found?.words.length === text.trim().length ? found.day : undefined;
}

/** Words of a text that look like a date and are none: `30 Feb`, `2026-02-30`, `31/11/2026`. */
export function findInvalidDate(text: string): string | undefined {
  return LOOKS_LIKE_A_DATE.exec(text)?.[0];
}

const MONTH = '(?:jan|feb|mar|mär|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez)[a-zä]*';
const LOOKS_LIKE_A_DATE = new RegExp(
  String.raw`\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}\s+${MONTH}\b|${MONTH}\s+\d{1,2}\b(?!\s*[a-z]))`,
  'iu',
);

/** A lone `Sun` or `Sat` is a name or a verb as often as a day. */
const SHORT_WEEKDAY = /^(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat)\.?$/iu;

function namesADay({ start, text }: ParsedResult): boolean {
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

/** Whoever writes German writes English too, in a chat about certifications. */
function readersFor(locale: string) {
  const english = monthFirst(locale) ? en.casual : en.GB;
  return locale.split('-')[0] === 'de' ? [de.casual, english] : [english];
}

function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}
