import { de, en, type ParsedResult } from 'chrono-node';
import { addDays, addYears, type DateRange, type Day, parseDay } from '../domain/calendar.ts';
import {
  comingSoon,
  DATE_PATTERN,
  type DateDirection,
  type DateReading,
  isMonthFirst,
  isNumbered,
  withoutAddresses,
} from './date-words.ts';
import { findRelativeDate } from './find-date-beside-chrono.ts';
import { findDateRange } from './find-date-range.ts';
import { findWrittenDate } from './find-written-date.ts';

/** A day found in a text, with the words that named it. */
export interface DateMatch {
  readonly day: Day;
  readonly words: string;
  readonly index: number;
  /** True for a numeric date such as `3/4/2026`, where the locale decides which part is the month. */
  readonly isAmbiguous: boolean;
}

const NUMERIC = /^\d{1,2}[/-]\d{1,2}(?:[/-]\d{2,4})?$/;

/** Returns the last date in a text, in English or German. */
export function findDate(line: string, reading: DateReading): DateMatch | undefined {
  const text = withoutAddresses(line);
  const written = findWrittenDate(text, reading) ?? findRelativeDate(text, reading);
  if (written !== undefined) {
    const { day, words, index, isAmbiguous } = written;
    return day && { day, words, index, isAmbiguous };
  }
  const { today, locale, direction = 'past' } = reading;
  // At noon the reference has the same date in every time zone the process may run in.
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const reference = new Date(year, month - 1, date, 12);
  const found = readersFor(locale)
    .map((reader) =>
      surest(reader.parse(text, reference).filter((one) => namesDay(one) && !isNumbered(text, one.index))),
    )
    .find((result) => result !== undefined);
  if (found === undefined || (direction === 'past' && VAGUE.test(found.text))) return undefined;
  const day = dayOf(found, today, direction);
  return day && { day, words: wordsOf(found), index: found.index, isAmbiguous: NUMERIC.test(found.text) };
}

/** The words of a date without a bare number behind them, which may be the beginning of a title: `yesterday 3 questions`. */
function wordsOf({ text, start }: ParsedResult): string {
  return start.isCertain('hour') ? text.replace(/(?<=\p{L})\s+\d{1,2}$/u, '') : text;
}

/** One day, or the first and the last, found in a text. */
export interface DaysMatch extends Omit<DateMatch, 'day'>, DateRange {}

/** Returns the last day of a text, or the first and the last day that it names together. */
export function findDays(line: string, reading: DateReading): DaysMatch | undefined {
  const text = withoutAddresses(line);
  const found = findDateRange(text, reading);
  if (found !== undefined) {
    const { range, ...about } = found;
    return range && { ...range, ...about };
  }
  const single = findDate(text, reading);
  return single && { ...single, start: single.day, end: single.day };
}

/** Returns the day of a text that is a date as a whole: `2026-12-31`, `20 Nov` or `yesterday`. */
export function parseDate(text: string, reading: DateReading): Day | undefined {
  const found = findDate(text, reading);
  return found?.words.length === text.trim().length ? found.day : undefined;
}

/** Returns the days of a text that is a date or a first and a last day as a whole. */
export function parseDays(text: string, reading: DateReading): DateRange | undefined {
  const exact = parseDay(text.trim());
  if (exact !== undefined) return { start: exact, end: exact };
  const found = findDays(text, reading);
  return found?.words.length === text.trim().length ? { start: found.start, end: found.end } : undefined;
}

/** Returns words that look like dates but name no day: `30 Feb`, `2026-02-30`, `28-31 Feb`, `last week`. */
export function findInvalidDate(line: string, reading: DateReading): string | undefined {
  const text = withoutAddresses(line);
  const range = findDateRange(text, reading);
  if (range !== undefined && range.range === undefined) return range.words;
  const written = findWrittenDate(text, reading);
  if (written !== undefined && written.day === undefined) return written.words;
  return DATE_LIKE.exec(text)?.[0] ?? VAGUE_WORDS.exec(text)?.[0];
}

const { month: MONTH, of: OF } = DATE_PATTERN;
const DATE_LIKE = new RegExp(
  String.raw`\b(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}\s+${OF}${MONTH}(?!\p{L})|${MONTH}\s+\d{1,2}\b(?!\s*[a-z]))`,
  'iu',
);

/** A week, a month or a year is no day. */
const VAGUE_WORDS =
  /(?<!\p{L})(?:(?:last|past|letzten?|letztes|vorigen?|voriges)\s+(?:week|month|year|woche|monat|jahr)|(?:in|im|during|en)\s+(?:january|february|march|april|may|june|july|august|september|october|november|december|januar|februar|märz|mai|juni|juli|oktober|dezember|janvier|février|mars|avril|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)(?:\s+(?:de\s+)?20\d\d)?(?!\s*\d))(?!\p{L})/iu;
const VAGUE = new RegExp(`^(?:${VAGUE_WORDS.source})$`, 'iu');

/** `Sun`, `Sat` or `so` alone is as often a company or another word as a weekday. */
const SHORT_WEEKDAY = /^(?:sun|mon|tue|tues|wed|thu|thur|thurs|fri|sat|so|mo|di|mi|do|fr|sa)\.?$/iu;

/** The last date, a weekday only if there is no other: `today Patch Tuesday review` is of today. */
function surest(found: readonly ParsedResult[]): ParsedResult | undefined {
  return found.filter(({ start }) => start.isCertain('day')).at(-1) ?? found.at(-1);
}

function namesDay({ start, text }: ParsedResult): boolean {
  if (text === '24/7') return false;
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
  if (direction === 'past')
    return comingSoon((year) => inYear(day, year), today) ?? (day > today ? addYears(day, -1) : day);
  return day < today ? addYears(day, 1) : day;
}

function inYear(day: Day, year: number): Day | undefined {
  return parseDay(`${year}${day.slice(4)}`);
}

/** Germans also write English dates in a chat about certifications, and the other way round. */
function readersFor(locale: string) {
  const english = isMonthFirst(locale) ? en.casual : en.GB;
  return locale.split('-')[0] === 'de' ? [de.casual, english] : [english, de.casual];
}
