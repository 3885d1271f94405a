import { en, type ParsedResult } from 'chrono-node';
import { addYears, type Day, parseDay } from '../domain/calendar.ts';

/** A day found in a text, and the words that named it. */
export interface FoundDay {
  readonly day: Day;
  readonly words: string;
  readonly index: number;
  /** `3/4/2026`: which part is the month follows from the locale, so it is shown before anything is saved. */
  readonly isAmbiguous: boolean;
}

const NUMERIC = /^\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?$/;

/** The last day named in a text, read in the order of days and months of the locale; a date without a year is a past one. */
export function findDay(text: string, today: Day, locale: string): FoundDay | undefined {
  const written = [...text.matchAll(/\b\d{4}-\d{2}-\d{2}\b/g)].at(-1);
  if (written !== undefined) {
    const day = parseDay(written[0]);
    return day && { day, words: written[0], index: written.index, isAmbiguous: false };
  }
  const reader = monthFirst(locale) ? en.casual : en.GB;
  // Noon keeps the reference on the same date in every zone the process may run in.
  const [year = 0, month = 1, date = 1] = today.split('-').map(Number);
  const found = reader
    .parse(text, new Date(year, month - 1, date, 12))
    .filter(namesADay)
    .at(-1);
  if (found === undefined) return undefined;
  const day = dayOf(found, today);
  return day && { day, words: found.text, index: found.index, isAmbiguous: NUMERIC.test(found.text) };
}

/** The day a whole text names, `2026-12-31`, `20 Nov` or `yesterday`; nothing for anything else. */
export function readDay(text: string, today: Day, locale: string): Day | undefined {
  const found = findDay(text, today, locale);
  return found?.words.length === text.trim().length ? found.day : undefined;
}

function namesADay({ start }: ParsedResult): boolean {
  return start.isCertain('day') || start.isCertain('weekday');
}

function dayOf({ start }: ParsedResult, today: Day): Day | undefined {
  const part = (name: 'year' | 'month' | 'day', width: number) => String(start.get(name)).padStart(width, '0');
  const day = parseDay(`${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`);
  if (day === undefined || start.isCertain('year') || !start.isCertain('month')) return day;
  return day > today ? addYears(day, -1) : day;
}

function monthFirst(locale: string): boolean {
  const parts = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'numeric' }).formatToParts(0);
  return parts.findIndex((part) => part.type === 'month') < parts.findIndex((part) => part.type === 'day');
}
