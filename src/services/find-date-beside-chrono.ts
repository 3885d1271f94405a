import { addDays, type Day, endOfMonth, monthOf, parseDay, yearOf } from '../domain/calendar.ts';
import { DATE_PATTERN, type DateDirection, type DateReading, weekdayNumber } from './date-words.ts';
import type { WrittenDate } from './find-written-date.ts';

const { weekday: WEEKDAY } = DATE_PATTERN;
const TIME = `(?:früh|morgen|vormittag|mittag|nachmittag|abend|morning|afternoon|evening)`;
/** Dates that chrono doesn't read, or not as a whole. */
const RELATIVE = new RegExp(
  String.raw`(?<!\p{L})(?:` +
    [
      String.raw`(?<two>(?:the\s+)?day\s+before\s+yesterday|vorgestern(?:\s+${TIME})?)`,
      String.raw`(?<one>(?:yesterday|gestern)\s+${TIME})`,
      String.raw`(?<none>(?:this|today)\s+${TIME}|heute\s+${TIME})`,
      String.raw`(?:(?:on\s+)?the\s+(?<nth>[12]?\d|3[01])(?:st|nd|rd|th)|am\s+(?<date>[12]?\d|3[01])\.(?!\s?\p{N}))`,
      String.raw`(?:last\s+week(?:['’]s)?|letzte\s+woche)\s+(?:on\s+|am\s+)?(?<week>${WEEKDAY})`,
      String.raw`(?:am\s+)?(?<of>${WEEKDAY})\s+(?:of\s+last\s+week|letzter\s+woche)`,
    ].join('|') +
    String.raw`)(?![\p{L}\p{N}])`,
  'giu',
);

/** Returns the last such date of a text: `vorgestern`, `this morning`, `last week Friday`, `on the 25th`. */
export function findRelativeDate(text: string, reading: DateReading): WrittenDate | undefined {
  const match = [...text.matchAll(RELATIVE)].at(-1);
  const day = match && dayOfWords(match.groups ?? {}, reading);
  return day && { day, words: match[0], index: match.index, isAmbiguous: false };
}

type Groups = Readonly<Record<string, string | undefined>>;

function dayOfWords(groups: Groups, { today, direction = 'past' }: DateReading): Day | undefined {
  const { two, one, none, nth, date = nth, week, of = week } = groups;
  if (two !== undefined) return addDays(today, -2);
  if (one !== undefined) return addDays(today, -1);
  if (none !== undefined) return today;
  if (of !== undefined) return inLastWeek(weekdayNumber(of), today);
  return date === undefined ? undefined : withDate(Number(date), today, direction);
}

/** A weekday, from 0 for Sunday, of the week before, which begins on a Monday. */
function inLastWeek(weekday: number, today: Day): Day {
  const sinceMonday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(today, -sinceMonday - 7 + ((weekday + 6) % 7));
}

/** The last day with this number, or the next. */
function withDate(date: number, today: Day, direction: DateDirection): Day | undefined {
  const step = direction === 'past' ? -1 : 1;
  for (let away = 0; away < 3; away += 1) {
    const month = monthOf(today) - 1 + step * away;
    const last = endOfMonth(yearOf(today) + Math.floor(month / 12), ((month + 12) % 12) + 1);
    const day = parseDay(`${last.slice(0, 8)}${String(date).padStart(2, '0')}`);
    if (day !== undefined && (direction === 'past' ? day <= today : day >= today)) return day;
  }
  return undefined;
}
