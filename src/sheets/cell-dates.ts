import { addDays, type Day, day, parseDay } from '../domain/calendar.ts';
import { monthNumber } from '../domain/month-names.ts';

/** Which of `3/4/2026` is the month. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * What the days of a column say together of their order: nothing has to be said where no day could be read in two ways; `unclear` where
 * every one could, `mixed` where one can only be read in one way and another only in the other.
 */
export type FoundOrder = DateOrder | 'unclear' | 'mixed' | 'none';

const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:[ ,T].*)?$/u;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[ T].*)?$/u;
const COMPACT = /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)$/u;
/** Days as spreadsheets count them, from 1954 to 2064: the first of them is day 20000. */
const SERIAL = /^\d{5}(?:\.\d+)?$/u;
const FIRST_SERIAL = { day: day('1954-10-03'), serial: 20_000 } as const;

/** Between the first and the last day of a cell: a word or a dash with spaces, or a dash between dates that hold none. */
const UNTIL = /\s+(?:[-–—]|to|till?|until|bis)\s+|(?<=[/.]\d{2,4}\.?)[-–—](?=\d{1,2}[/.])|\s*[–—]\s*/u;

/** Returns the first and the last day of a cell as typed, or the whole cell if it holds one day. */
export function dateSides(value: string): readonly [string] | readonly [string, string] {
  const [first = '', last, ...more] = value.trim().split(UNTIL);
  return last === undefined || more.length > 0 ? [value] : [first, last];
}

const MONTH_NAMES =
  /\b(?:jan|feb|fev|mar|mär|apr|avr|abr|may|mai|jun|juin|jul|juil|aug|aou|aoû|ago|sep|set|oct|okt|ott|nov|dec|dez|déc|dic|enero|gennaio|febbraio|maggio|giugno|luglio)\p{L}*\.?/iu;

/** Whether a cell is a date in some form, read or not. */
export function isDateLike(value: string): boolean {
  const [first] = dateSides(value.trim());
  if (NUMERIC.test(first) || YEAR_FIRST.test(first) || COMPACT.test(first)) return true;
  if (SERIAL.test(first)) return parseCellDate(first, 'day-first') !== undefined;
  return /\d/u.test(value) && value.length <= 60 && MONTH_NAMES.test(value);
}

/** Whether a cell can be read with the day or with the month first. */
export function isEitherOrder(value: string): boolean {
  return findDateOrder([value]) === 'unclear';
}

const INSTANT =
  /^(\d{4})-(\d{2})-(\d{2})[ T](\d{2}):(\d{2})(?::(\d{2})(?:\.\d+)?)? ?(?:Z|UTC|GMT|([+-])(\d{2}):?(\d{2}))$/iu;

/** Returns the instant of a cell that has one: a date and a time in UTC or with an offset. */
export function parseInstant(value: string): Date | undefined {
  const found = INSTANT.exec(value.trim());
  if (found === null || parseCellDate(value, 'day-first') === undefined) return undefined;
  const [year = 0, month = 1, date = 1, hour = 0, minute = 0, second = 0] = found
    .slice(1, 7)
    .map((part) => Number(part ?? 0));
  const offset = (Number(found[8] ?? 0) * 60 + Number(found[9] ?? 0)) * (found[7] === '-' ? -1 : 1);
  return new Date(Date.UTC(year, month - 1, date, hour, minute - offset, second));
}

/** In which order the days of a column are written. With dots between them the day comes first. */
export function findDateOrder(values: readonly string[]): FoundOrder {
  let [first, second, either] = [0, 0, 0];
  for (const value of values.flatMap((one) => [...dateSides(one)])) {
    const [, a = '', between, b = ''] = NUMERIC.exec(value.trim()) ?? [];
    if (between === undefined || between === '.') continue;
    if (Number(a) > 12) first += 1;
    else if (Number(b) > 12) second += 1;
    else if (a !== b) either += 1;
  }
  if (first > 0 && second > 0) return 'mixed';
  if (first > 0) return 'day-first';
  if (second > 0) return 'month-first';
  return either > 0 ? 'unclear' : 'none';
}

/** Returns the date of a numeric cell, or undefined if it isn't a valid date. */
export function parseCellDate(value: string, order: DateOrder): Day | undefined {
  const text = value.trim();
  const [, year, , month, date] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return dayFrom(year, month, date);
  const compact = COMPACT.exec(text);
  if (compact !== null) return dayFrom(compact[1], compact[2], compact[3]);
  const [, a, between, b, y = ''] = NUMERIC.exec(text) ?? [];
  if (a !== undefined) {
    const isDayFirst = between === '.' || order === 'day-first';
    const full = y.length === 2 ? `20${y}` : y;
    return isDayFirst ? dayFrom(full, b, a) : dayFrom(full, a, b);
  }
  const named = parseNamedMonth(text);
  if (named !== undefined || !SERIAL.test(text)) return named;
  const serial = Math.floor(Number(text));
  const after = serial - FIRST_SERIAL.serial;
  return after >= 0 && serial <= 60_000 ? addDays(FIRST_SERIAL.day, after) : undefined;
}

const YEAR = String.raw`(?:19|20)\d\d`;
const WEEKDAY = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;
const NAMED_MONTHS = [
  new RegExp(
    String.raw`^${WEEKDAY}(?<d>\d{1,2})(?:er|º|°|st|nd|rd|th|\.)?[\s-]*(?:de\s+|of\s+)?(?<m>\p{L}{3,10})\.?(?:,?\s+(?:del?\s+)?|-)(?<y>${YEAR})$`,
    'iu',
  ),
  new RegExp(String.raw`^${WEEKDAY}(?<m>\p{L}{3,10})\.?\s+(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<y>${YEAR})$`, 'iu'),
];

/** Returns the day of `3 février 2026`, `lunes 5 de mayo de 2026`, `3-févr.-2026` or `Feb 3, 2026`. */
function parseNamedMonth(text: string): Day | undefined {
  for (const shape of NAMED_MONTHS) {
    const { d, m = '', y } = shape.exec(text.normalize('NFC'))?.groups ?? {};
    const month = monthNumber(m);
    if (month > 0) return dayFrom(y, String(month), d);
  }
  return undefined;
}

function dayFrom(year = '', month = '', date = ''): Day | undefined {
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
}
