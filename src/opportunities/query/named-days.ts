import {
  addDays,
  addMonths,
  type Day,
  day,
  endOfMonth,
  epochDay,
  firstOfMonth,
  monthOf,
  yearOf,
} from '../../domain/calendar.ts';

/** The names of the months in English, German, French and Spanish, in the order of the year. */
export const MONTHS: readonly string[] = [
  'january|jan|januar|jänner|janvier|enero',
  'february|feb|februar|feber|février|fevrier|febrero',
  'march|mar|märz|maerz|mars|marzo',
  'april|apr|avril|abril',
  'may|mai|mayo',
  'june|jun|juni|juin|junio',
  'july|jul|juli|juillet|julio',
  'august|aug|août|aout|agosto',
  'september|sept|sep|septembre|septiembre',
  'october|oct|oktober|okt|octobre|octubre',
  'november|nov|novembre|noviembre',
  'december|dec|dezember|dez|décembre|decembre|diciembre',
];
/** The names of the days of the week, from Monday. */
export const WEEKDAYS: readonly string[] = [
  'mondays?|montags?|lundi|lunes',
  'tuesdays?|dienstags?|mardi|martes',
  'wednesdays?|mittwochs?|mercredi|miércoles|miercoles',
  'thursdays?|donnerstags?|jeudi|jueves',
  'fridays?|freitags?|vendredi|viernes',
  'saturdays?|samstags?|sonnabends?|samedi|sábado|sabado',
  'sundays?|sonntags?|dimanche|domingo',
];

type Groups = Readonly<Record<string, string | undefined>>;

function indexIn(names: readonly string[], typed: string): number {
  return names.findIndex((name) => new RegExp(`^(?:${name})$`, 'iu').test(typed));
}

/** Returns the first day of the month, the next one with that name unless a year is given. */
export function monthOfGroups({ month = '', year }: Groups, today: Day): Day {
  const number = indexIn(MONTHS, month) + 1;
  const inYear = Number(year ?? yearOf(today) + (number < monthOf(today) ? 1 : 0));
  return firstOfMonth(endOfMonth(inYear, number));
}

/** Returns a day of a month, the next one with that name; undefined if the month is shorter. */
export function dateOfGroups(groups: Groups, today: Day): Day | undefined {
  const first = monthOfGroups(groups, today);
  const on = addDays(first, Number(groups.date) - 1);
  if (monthOf(on) !== monthOf(first)) return undefined;
  return on < today && groups.year === undefined ? addMonths(on, 12) : on;
}

/** Returns the days of a month, or of its beginning, middle or end. */
export function partOfMonth(first: Day, part: string | undefined): { readonly from: Day; readonly until: Day } {
  const until = monthEnd(first);
  if (part === undefined) return { from: first, until };
  if (/^(?:early|start|beginning|anfang|début|principios)/iu.test(part))
    return { from: first, until: addDays(first, 9) };
  if (/^(?:mid|mitte)/iu.test(part)) return { from: addDays(first, 10), until: addDays(first, 19) };
  return { from: addDays(first, 20), until };
}

/** Returns the next day with a name, today included. */
export function nextWeekday(typed: string, today: Day): Day {
  return addDays(today, (indexIn(WEEKDAYS, typed) - weekdayOf(today) + 7) % 7);
}

/** Returns the day of the week, from 0 for Monday. The first of January 1970 was a Thursday. */
function weekdayOf(of: Day): number {
  return (((epochDay(of) + 3) % 7) + 7) % 7;
}

/** Returns the last day of a week. */
export function sundayOf(of: Day): Day {
  return addDays(of, 6 - weekdayOf(of));
}

/** Returns the last day of a month. */
export function monthEnd(of: Day): Day {
  return endOfMonth(yearOf(of), monthOf(of));
}

/** Returns the last day of a quarter. */
export function quarterEnd(of: Day): Day {
  return endOfMonth(yearOf(of), Math.ceil(monthOf(of) / 3) * 3);
}

/** Returns the next day with a month and day: `12-24`. */
export function onOrAfter(today: Day, monthAndDay: string): Day {
  const inYear = day(`${yearOf(today)}-${monthAndDay}`);
  return inYear < today ? day(`${yearOf(today) + 1}-${monthAndDay}`) : inYear;
}

/** Returns the day some days, weeks or months later. */
export function after(today: Day, count: number, unit: string): Day {
  if (/^(?:m)/iu.test(unit)) return addMonths(today, count);
  return addDays(today, count * (/^(?:w|s)/iu.test(unit) ? 7 : 1));
}

/** Returns the later of two days. */
export function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}

/** Returns the first day of the next season with a name, or of the one that it is. */
export function seasonFrom(typed: string, today: Day): Day {
  const first = onOrAfter(today, SEASONS.find(([name]) => name.test(typed))?.[1] ?? '03-01');
  const current = addMonths(first, -12);
  return today < addMonths(current, 3) ? current : first;
}

/** The seasons, each with its first month. */
const SEASONS: readonly (readonly [RegExp, string])[] = [
  [/^(?:spring|frühling|frühjahr|printemps|primavera)/iu, '03-01'],
  [/^(?:summer|sommer|été|verano)/iu, '06-01'],
  [/^(?:autumn|fall|herbst|automne|otoño)/iu, '09-01'],
  [/^(?:winter|hiver|invierno)/iu, '12-01'],
];
