import { addDays, type DateRange, type Day, parseDay } from '../domain/calendar.ts';
import { MONTH_NAME_IN_DATE, monthNumber } from '../domain/month-names.ts';

/** Days that a text names; with two readings if day and month could be swapped. */
export interface DateMention {
  readonly readings: readonly DateRange[];
  readonly words: string;
  readonly index: number;
}

/** The parts of a first and a last day as printed. */
type PrintedDays = Readonly<Partial<Record<'y1' | 'm1' | 'd1' | 'y2' | 'm2' | 'd2', string>>>;

const MONTH = String.raw`${MONTH_NAME_IN_DATE}(?!\p{L})\.?`;
const YEAR = String.raw`(?:19|20)\d\d`;
const DAY = String.raw`\d{1,2}(?:st|nd|rd|th|er|º|°)?`;
const OF = String.raw`\.?\s*(?:of\s+|de\s+)?`;
const COMMA = String.raw`(?:,?\s+(?:de\s+|del\s+)?)`;
const UNTIL = String.raw`(?:\s*[-‐‑–—]\s*|\s+(?:to|until|through|and|&|bis(?:\s+zum)?|und|au|et|al|a|y|hasta(?:\s+el)?)\s+(?:the\s+)?)`;
const WEEKDAY = String.raw`(?:\p{L}{2,10}\.?,?\s+)?`;

const RANGES = [
  String.raw`(?<y1>${YEAR})-(?<m1>\d\d)-(?<d1>\d\d)(?:${UNTIL}|\s*(?:\.\.|…|/)\s*)(?<y2>${YEAR})-(?<m2>\d\d)-(?<d2>\d\d)`,
  String.raw`(?<d1>${DAY})(?:${OF}(?<m1>${MONTH})(?:${COMMA}(?<y1>${YEAR}))?)?\.?${UNTIL}${WEEKDAY}(?<d2>${DAY})${OF}(?<m2>${MONTH})${COMMA}(?<y2>${YEAR})`,
  String.raw`(?<m1>${MONTH})\s*(?<d1>${DAY})(?:,?\s+(?<y1>${YEAR}))?${UNTIL}${WEEKDAY}(?:(?<m2>${MONTH})\s*)?(?<d2>${DAY}),?\s+(?<y2>${YEAR})`,
  String.raw`(?<d1>\d{1,2})\.(?:\s?(?<m1>\d{1,2})\.(?:\s?(?<y1>${YEAR}))?)?${UNTIL}(?<d2>\d{1,2})\.\s?(?<m2>\d{1,2})\.\s?(?<y2>${YEAR}|\d\d(?!\d))`,
].map(bounded);
const SLASHED_RANGE = bounded(
  String.raw`(?<a1>\d{1,2})/(?<b1>\d{1,2})(?:/(?<y1>${YEAR}))?${UNTIL}(?<a2>\d{1,2})/(?<b2>\d{1,2})/(?<y2>${YEAR})`,
);
const DATES = [
  String.raw`(?<y1>${YEAR})-(?<m1>\d\d)-(?<d1>\d\d)`,
  String.raw`(?<y1>${YEAR})[./](?<m1>\d\d)[./](?<d1>\d\d)`,
  String.raw`(?<d1>${DAY})[-\s]?${OF}(?<m1>${MONTH})(?:${COMMA}|-)(?<y1>${YEAR})`,
  String.raw`(?<m1>${MONTH})\s*(?<d1>${DAY}),?\s+(?<y1>${YEAR})`,
  String.raw`(?<d1>\d{1,2})\.\s?(?<m1>\d{1,2})\.\s?(?<y1>${YEAR}|\d\d(?!\d))`,
].map(bounded);
const SLASHED = bounded(String.raw`(?<a1>\d{1,2})[/-](?<b1>\d{1,2})[/-](?<y1>${YEAR})`);

function bounded(source: string): RegExp {
  return new RegExp(String.raw`(?<![\p{L}\p{N}/-]|\p{N}[.,:])${source}(?![\p{N}/]|[.,:]\p{N}|-\p{N})`, 'giu');
}

/** Returns the dates of a text in their order, ranges as a whole. A date needs its year, and must be on the calendar. */
export function findDates(text: string): readonly DateMention[] {
  const shapes = [
    ...RANGES.map((shape) => [shape, readDays] as const),
    [SLASHED_RANGE, readSlashed] as const,
    ...DATES.map((shape) => [shape, readDays] as const),
    [SLASHED, readSlashed] as const,
  ];
  const found: DateMention[] = [];
  for (const [shape, read] of shapes) {
    for (const { 0: words, index, groups = {} } of text.matchAll(shape)) {
      const isTaken = found.some((one) => index < one.index + one.words.length && one.index < index + words.length);
      const readings = isTaken ? [] : read(groups);
      // Separate days keep their place without being read, so that the last of them isn't taken for the only one.
      const isRead = readings.every((range) => isOneStay(range, words));
      if (readings.length > 0) found.push({ readings: isRead ? readings : [], words: words.trim(), index });
    }
  }
  return found.filter(({ readings }) => readings.length > 0).sort((one, other) => one.index - other.index);
}

/** `3 and 4 March` are two days of one stay; of `3 and 9 March` it isn't known. */
function isOneStay({ start, end }: DateRange, words: string): boolean {
  return !/\s(?:and|&|und|et|y)\s/iu.test(words) || end <= addDays(start, 1);
}

function readDays({ y1, m1, d1, y2, m2 = m1, d2 }: PrintedDays): readonly DateRange[] {
  const end = dayOf(y2 ?? y1, m2, d2 ?? d1);
  const start = dayOf(y1 ?? y2, m1 ?? m2, d1);
  if (start === undefined || end === undefined) return [];
  // `28 Dec – 2 Jan 2027` begins in the year before.
  const begun = start > end && y1 === undefined ? dayOf(String(Number(y2) - 1), m1 ?? m2, d1) : start;
  return begun === undefined || begun > end ? [] : [{ start: begun, end }];
}

function readSlashed({ a1, b1, a2, b2, y1, y2 }: Readonly<Record<string, string>>): readonly DateRange[] {
  const years = { ...(y1 && { y1 }), ...(y2 && { y2 }) };
  const inOrder = (isDayFirst: boolean) => {
    const [d1, m1, d2, m2] = isDayFirst ? [a1, b1, a2, b2] : [b1, a1, b2, a2];
    return readDays({ ...years, ...(d1 && { d1 }), ...(m1 && { m1 }), ...(d2 && { d2 }), ...(m2 && { m2 }) });
  };
  const [dayFirst, monthFirst] = [inOrder(true)[0], inOrder(false)[0]];
  if (dayFirst?.start === monthFirst?.start && dayFirst?.end === monthFirst?.end) return dayFirst ? [dayFirst] : [];
  return [dayFirst, monthFirst].filter((reading) => reading !== undefined);
}

function dayOf(year = '', month = '', day = ''): Day | undefined {
  const full = year.length === 2 ? `20${year}` : year;
  const [m, d] = [monthNumber(month), Number.parseInt(day, 10)].map((part) => String(part).padStart(2, '0'));
  return parseDay(`${full}-${m}-${d}`);
}
