import { addYears, type Day, parseDay, yearOf } from '../domain/calendar.ts';
import {
  comingSoon,
  DATE_PATTERN,
  type DateReading,
  fullYear,
  isMonthFirst,
  lastDateMatch,
  monthAndDate,
} from './date-words.ts';

/** A date written with a month; `day` is absent if there is no such day, as with `31 Feb`. */
export interface WrittenDate {
  readonly day: Day | undefined;
  readonly words: string;
  readonly index: number;
  readonly isAmbiguous: boolean;
}

const {
  month: MONTH,
  weekday: WEEKDAY,
  year: YEAR,
  date: DATE,
  before: BEFORE,
  after: AFTER,
  of: OF,
  ofYear: OF_YEAR,
} = DATE_PATTERN;
const ISO = shape(String.raw`(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)`);
const NAMED: readonly RegExp[] = [
  shape(String.raw`(?<d>${DATE})\.?\s*${OF}(?<m>${MONTH})(?:${OF_YEAR}(?<y>${YEAR}))?`),
  shape(String.raw`(?<m>${MONTH})\s*(?<d>${DATE})(?:,?\s+(?<y>${YEAR}))?`),
];
/** `12.11.`, `12.11.26` and `12.11.2026`; without the last dot it may be a number. */
const DOTTED = shape(String.raw`(?<d>\d{1,2})\.\s?(?<m>\d{1,2})\.(?:\s?(?<y>${YEAR})|(?<short>\d\d))?`);

function shape(source: string): RegExp {
  return new RegExp(`${BEFORE}(?:${WEEKDAY},?\\s+)?${source}${AFTER}`, 'giu');
}

/** Returns the last date of a text that is written with a month, by name, between dots or as in `2026-03-31`; the latter come first. */
export function findWrittenDate(text: string, reading: DateReading): WrittenDate | undefined {
  const iso = lastDateMatch(ISO, text);
  if (iso !== undefined) return writtenDate(iso, reading);
  const named = NAMED.map((pattern) => lastDateMatch(pattern, text)).filter((match) => match !== undefined);
  const last = named.sort((one, other) => one.index - other.index).at(-1);
  if (last !== undefined) return writtenDate(last, reading);
  const dotted = lastDateMatch(DOTTED, text);
  return dotted && { ...writtenDate(dotted, reading), isAmbiguous: isMonthFirst(reading.locale) };
}

function writtenDate({ 0: words, index, groups = {} }: RegExpExecArray, reading: DateReading): WrittenDate {
  const { y, short, m = '', d = '' } = groups;
  const rest = monthAndDate(m, d);
  const year = y ?? short;
  const day = year === undefined ? nearestDay(rest, reading) : parseDay(`${fullYear(year)}-${rest}`);
  return { day, words, index, isAmbiguous: false };
}

/** The last such day, or the next; 29 February only in a year that has one. A day that comes soon isn't taken for the last one. */
function nearestDay(monthAndDay: string, { today, direction = 'past' }: DateReading): Day | undefined {
  const soon = comingSoon((year) => parseDay(`${year}-${monthAndDay}`), today);
  if (direction === 'past' && soon !== undefined) return soon;
  const step = direction === 'past' ? -1 : 1;
  for (let away = 0; away < 8; away += 1) {
    const day = parseDay(`${yearOf(addYears(today, step * away))}-${monthAndDay}`);
    if (day !== undefined && (direction === 'past' ? day <= today : day >= today)) return day;
  }
  return undefined;
}
