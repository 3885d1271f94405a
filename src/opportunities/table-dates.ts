import { type Day, parseDay } from '../domain/calendar.ts';
import {
  type DateOrder,
  dateSides,
  type FoundOrder,
  isEitherOrder,
  parseCellDate,
  parseInstant,
} from '../sheets/cell-dates.ts';

/** What a cell says of a day: an instant, a local time such as `2026-12-10T15:00`, or a day; why it can't be read. */
export type DateCell =
  | { readonly at: Date | string; readonly last?: Day | undefined }
  | { readonly problem: 'bad-date' | 'unclear-date' };

/** A time at the end of a cell: `15:00`, `3 pm`, `15.30 Uhr`, `14h30`. */
const TIME =
  /(?:^|[\sT,]+)(?:at\s+|um\s+|à\s+)?(?:(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)?\s*(am|pm|a\.m\.|p\.m\.|uhr|h)?|(\d{1,2})\s*(am|pm|a\.m\.|p\.m\.|uhr|h))$/iu;

/** Months by the first letters of their names in English and German; those of French and Spanish are read with the cells of records. */
const MONTHS = [
  'jan',
  'feb',
  'mar|mär|mae|mrz',
  'apr',
  'may|mai',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct|okt',
  'nov',
  'dec|dez',
];
const DAY_FIRST = /^(?:\p{L}{2,10}\.?,?\s+)?(\d{1,2})(?:st|nd|rd|th)?\.?\s+(\p{L}{3,10})\.?,?\s+(\d{4})$/u;
const MONTH_FIRST = /^(?:\p{L}{2,10}\.?,?\s+)?(\p{L}{3,10})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u;

/** Reads a cell with a day, with or without a time. A day that can be read in two ways is not guessed. */
export function readDateCell(value: string, order: FoundOrder): DateCell {
  const instant = parseInstant(value);
  if (instant !== undefined) return { at: instant };
  const time = readTimeCell(value);
  const bare = time === undefined ? value.trim() : value.trim().replace(TIME, '').trim();
  const [first, last] = dateSides(bare);
  const known: DateOrder | undefined = order === 'unclear' || order === 'mixed' || order === 'none' ? undefined : order;
  if (known === undefined && [first, last ?? ''].some(isEitherOrder)) return { problem: 'unclear-date' };
  const day = parseCellDate(first, known ?? 'day-first') ?? namedDay(first);
  if (day === undefined) return { problem: 'bad-date' };
  const end = last === undefined ? undefined : (parseCellDate(last, known ?? 'day-first') ?? namedDay(last));
  if (last !== undefined && end === undefined) return { problem: 'bad-date' };
  return { at: time === undefined ? day : `${day}T${time}`, last: end };
}

/** Returns the time at the end of a cell as `15:00`, or undefined if there is none. */
export function readTimeCell(value: string): string | undefined {
  const [, hour, minute = '00', half, wholeHour, wholeHalf] = TIME.exec(value.trim()) ?? [];
  const given = hour ?? wholeHour;
  if (given === undefined) return undefined;
  const suffix = (half ?? wholeHalf ?? '').toLowerCase().replaceAll('.', '');
  const isHalf = suffix === 'am' || suffix === 'pm';
  const number = Number(given);
  if (number > (isHalf ? 12 : 23) || (isHalf && number === 0) || Number(minute) > 59) return undefined;
  const hours = isHalf ? (number % 12) + (suffix === 'pm' ? 12 : 0) : number;
  return `${String(hours).padStart(2, '0')}:${minute}`;
}

/** Returns the day of `Thu, 10 Dec 2026`, `10. Dezember 2026` or `December 10th, 2026`. */
function namedDay(text: string): Day | undefined {
  const dayFirst = DAY_FIRST.exec(text);
  const monthFirst = MONTH_FIRST.exec(text);
  const [date, name, year] =
    dayFirst !== null ? dayFirst.slice(1) : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]];
  if (date === undefined || name === undefined) return undefined;
  const month = MONTHS.findIndex((names) => new RegExp(`^(?:${names})`, 'iu').test(name)) + 1;
  return month === 0 ? undefined : parseDay(`${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`);
}
