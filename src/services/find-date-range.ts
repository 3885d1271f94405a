import { addDays, type DateRange, parseDay, yearOf } from '../domain/calendar.ts';
import {
  comingSoon,
  DATE_PATTERN,
  type DateReading,
  fullYear,
  isMonthFirst,
  lastDateMatch,
  monthAndDate,
  weekdayNumber,
} from './date-words.ts';

/** A first and a last day found in a text; `range` is absent if the words name days that don't exist, as in `28-31 Feb`. */
export interface DateRangeMatch {
  readonly range: DateRange | undefined;
  readonly words: string;
  readonly index: number;
  /** True for numeric dates such as `3/4/2026`, where the locale decides which part is the month. */
  readonly isAmbiguous: boolean;
}

/** The parts of a first and a last day as typed; a month is a name or a number. */
type TypedRange = Readonly<Partial<Record<'y1' | 'm1' | 'd1' | 'y2' | 'm2' | 'd2', string>>>;

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
const ON_WEEKDAY = String.raw`(?:${WEEKDAY},?\s+)?`;
/** `until` in English, German, French, Spanish and Italian, with the article of the German one. */
const UNTIL = String.raw`(?:\s*[-‐‑–—]\s*|\s+(?:to|till?|until|through|thru|bis(?:\s+zum)?|au|al|hasta(?:\s+el)?)\s+(?:the\s+)?)`;

const SHAPES: readonly RegExp[] = [
  String.raw`(?<y1>${YEAR})-(?<m1>\d\d)-(?<d1>\d\d)(?:${UNTIL}|\s*(?:\.\.|…|/)\s*)(?<y2>${YEAR})-(?<m2>\d\d)-(?<d2>\d\d)`,
  String.raw`${ON_WEEKDAY}(?<d1>${DATE})\.?(?:\s*${OF}(?<m1>${MONTH}),?(?:\s+(?:del?\s+)?(?<y1>${YEAR}))?)?${UNTIL}${ON_WEEKDAY}(?<d2>${DATE})\.?\s*${OF}(?<m2>${MONTH})(?:${OF_YEAR}(?<y2>${YEAR}))?`,
  String.raw`${ON_WEEKDAY}(?<m1>${MONTH})\s*(?<d1>${DATE})(?:,?\s+(?<y1>${YEAR}))?${UNTIL}${ON_WEEKDAY}(?:(?<m2>${MONTH})\s*)?(?<d2>${DATE})(?:,?\s+(?<y2>${YEAR}))?`,
  String.raw`${ON_WEEKDAY}(?<d1>\d{1,2})\.(?:\s?(?<m1>\d{1,2})\.(?:\s?(?<y1>${YEAR}|\d\d))?)?${UNTIL}${ON_WEEKDAY}(?<d2>\d{1,2})\.\s?(?<m2>\d{1,2})(?:\.(?:\s?(?<y2>${YEAR}|\d\d(?!\d)))?)?`,
].map(ranged);
const SLASHED = ranged(
  String.raw`(?<a1>\d{1,2})/(?<b1>\d{1,2})(?:/(?<y1>${YEAR}|\d\d))?${UNTIL}(?<a2>\d{1,2})/(?<b2>\d{1,2})(?:/(?<y2>${YEAR}|\d\d))?`,
);
const OF_WEEKDAYS = ranged(`(?<w1>${WEEKDAY})${UNTIL}(?<w2>${WEEKDAY})`);

function ranged(source: string): RegExp {
  return new RegExp(
    `${BEFORE}(?:(?:from|vom|von|du|del|dal|desde(?:\\s+el)?)\\s+(?:the\\s+)?)?${source}${AFTER}`,
    'giu',
  );
}

/** Returns the last first-and-last day of a text, `3-8 Mar 2025` or `vom 3. bis 8. März`, in English and German; months in further languages, too. */
export function findDateRange(text: string, reading: DateReading): DateRangeMatch | undefined {
  for (const shape of SHAPES) {
    const match = lastDateMatch(shape, text);
    if (match !== undefined) return matched(match, match.groups ?? {}, reading);
  }
  const slashed = lastDateMatch(SLASHED, text);
  if (slashed !== undefined) return matched(slashed, ...unslashed(slashed, reading));
  const weekdays = lastDateMatch(OF_WEEKDAYS, text);
  return weekdays && { ...wordsOf(weekdays), range: weekdayRange(weekdays, reading), isAmbiguous: false };
}

function wordsOf({ 0: words, index }: RegExpExecArray) {
  return { words, index };
}

function matched(
  match: RegExpExecArray,
  typed: TypedRange,
  reading: DateReading & { readonly isAmbiguous?: boolean },
): DateRangeMatch {
  return { ...wordsOf(match), range: rangeOf(typed, reading), isAmbiguous: reading.isAmbiguous ?? false };
}

/** `3/4 - 3/6` with days and months apart: as both can only be read, else as the locale does. */
function unslashed(
  { groups = {} }: RegExpExecArray,
  reading: DateReading,
): [TypedRange, DateReading & { readonly isAmbiguous: boolean }] {
  const { a1, b1, a2, b2, y1, y2 } = groups;
  const years = { ...(y1 && { y1 }), ...(y2 && { y2 }) };
  const isDayFirst = Number(a1) > 12 || Number(a2) > 12;
  const isMonthThen = Number(b1) > 12 || Number(b2) > 12;
  const monthFirst = isMonthThen || (!isDayFirst && isMonthFirst(reading.locale));
  const [d1 = '', m1 = '', d2 = '', m2 = ''] = monthFirst ? [b1, a1, b2, a2] : [a1, b1, a2, b2];
  return [
    { ...years, d1, m1, d2, m2 },
    { ...reading, isAmbiguous: !isDayFirst && !isMonthThen },
  ];
}

/** Returns the days that were typed. A year that is missing is that of the other day, or makes it the nearest in the direction. */
function rangeOf({ y1, m1, d1 = '', y2, m2, d2 = '' }: TypedRange, reading: DateReading): DateRange | undefined {
  const first = monthAndDate(m1 ?? m2 ?? '', d1);
  const last = monthAndDate(m2 ?? m1 ?? '', d2);
  const isOverNewYear = first > last;
  // `8-3 Mar` is no range, while `30 Dec - 2 Jan` is.
  if (isOverNewYear && (m1 === undefined || m2 === undefined || first.slice(0, 2) === last.slice(0, 2)) && !y1)
    return undefined;
  const startIn = (year: number): DateRange | undefined => {
    const start = parseDay(`${year}-${first}`);
    const end = parseDay(
      `${y2 === undefined || y1 === undefined ? year + (isOverNewYear ? 1 : 0) : fullYear(y2)}-${last}`,
    );
    return start === undefined || end === undefined || end < start ? undefined : { start, end };
  };
  if (y1 !== undefined) return startIn(fullYear(y1));
  if (y2 !== undefined) return startIn(fullYear(y2) - (isOverNewYear ? 1 : 0));
  return nearest(startIn, reading);
}

/** The range of the year that lies nearest in the direction: begun, or to begin soon, for what was done; not over for what is planned. */
function nearest(
  startIn: (year: number) => DateRange | undefined,
  { today, direction = 'past' }: DateReading,
): DateRange | undefined {
  const soon = direction === 'past' ? comingSoon((year) => startIn(year)?.start, today) : undefined;
  if (soon !== undefined) return startIn(yearOf(soon));
  const year = yearOf(today);
  const years = direction === 'past' ? [year, year - 1] : [year - 1, year, year + 1];
  return years
    .map(startIn)
    .find((range) => range !== undefined && (direction === 'past' ? range.start <= today : range.end >= today));
}

/** `Tue-Wed`: the last ones that are over, or the next that are not. */
function weekdayRange(
  { groups = {} }: RegExpExecArray,
  { today, direction = 'past' }: DateReading,
): DateRange | undefined {
  const [first = 0, last = 0] = [groups.w1, groups.w2].map((typed = '') => weekdayNumber(typed));
  const length = (last - first + 7) % 7;
  const now = new Date(`${today}T00:00:00Z`).getUTCDay();
  const end = addDays(today, direction === 'past' ? -((now - last + 7) % 7) : (last - now + 7) % 7);
  return length === 0 ? undefined : { start: addDays(end, -length), end };
}
