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
import type { SearchFilters } from '../../domain/search-filters.ts';
import { type FilterRule, phrase } from './filter-rule.ts';

/** The names of the months in English, German, French and Spanish, in the order of the year. */
const MONTHS: readonly string[] = [
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
const MONTH = String.raw`(?<month>${MONTHS.join('|')})\.?(?:\s+(?:de\s+)?(?<year>20\d\d))?`;
const EARLY = String.raw`(?:(?<part>early|mid|late|start of|beginning of|end of|anfang|mitte|ende|début|fin|principios de|finales de)[\s-]+)?`;

const WEEKDAYS: readonly string[] = [
  'mondays?|montags?|lundi|lunes',
  'tuesdays?|dienstags?|mardi|martes',
  'wednesdays?|mittwochs?|mercredi|miércoles|miercoles',
  'thursdays?|donnerstags?|jeudi|jueves',
  'fridays?|freitags?|vendredi|viernes',
  'saturdays?|samstags?|sonnabends?|samedi|sábado|sabado',
  'sundays?|sonntags?|dimanche|domingo',
];

/** Feasts that people plan by, each with its month and day. */
const FEASTS: readonly (readonly [RegExp, string])[] = [
  [/^(?:christmas|xmas|weihnachten|noël|noel|navidad|the holidays|den feiertagen)$/iu, '12-24'],
  [
    /^(?:new year(?:'?s(?: eve)?)?|silvester|neujahr|jahresende|nouvel an|año nuevo|year end|the end of the year|the year ends)$/iu,
    '12-31',
  ],
];
const FEAST = `christmas|xmas|weihnachten|noël|noel|navidad|the holidays|den feiertagen|new year(?:'?s(?: eve)?)?|silvester|neujahr|jahresende|nouvel an|año nuevo|year end|the end of the year|the year ends`;

const range = (from: Day, until: Day): SearchFilters => ({ date: { from, until } });
const BEFORE = `(?:before|vor|avant|antes de|until|till|by|bis(?: zum?)?|jusqu'?à|jusqu'en|hasta)`;
const AFTER = `(?:after|from|since|nach|ab|après|à partir de|después de|desde|a partir de)`;
const SOON = `(?:in|within|innerhalb|binnen|dans|en)(?: (?:the|den|der|les|los|las))?`;
const UNIT = `(?<unit>days?|tagen?|jours?|días?|weeks?|wochen?|semaines?|semanas?|months?|monaten?|mois|mes(?:es)?)`;

/** The dates of a search: days, weeks, months, quarters and years, relative or by name. */
export const DATE_FILTERS: readonly FilterRule[] = [
  phrase("today|heute|aujourd[’']hui|hoy", (_, { today }) => range(today, today)),
  phrase('tomorrow|morgen|demain|mañana', (_, { today }) => range(addDays(today, 1), addDays(today, 1))),
  phrase('(?:this|dieses|ce|este) (?:weekend|wochenende|week-end|fin de semana)', (_, { today }) =>
    range(laterOf(today, addDays(sundayOf(today), -1)), sundayOf(today)),
  ),
  phrase('this week|diese[rn]? woche|cette semaine|esta semana', (_, { today }) => range(today, sundayOf(today))),
  phrase(
    'next week|(?:nächste|kommende)[rn]? woche|(?:la )?semaine prochaine|(?:la )?(?:próxima semana|semana próxima)',
    (_, { today }) => range(addDays(sundayOf(today), 1), addDays(sundayOf(today), 7)),
  ),
  phrase('(?:this month|(?:in )?diese[nmrs]? monat|ce mois(?:-ci)?|este mes)', (_, { today }) =>
    range(today, monthEnd(today)),
  ),
  phrase(
    'next month|(?:im )?(?:nächste|kommende)[nrs]? monat|(?:le )?mois prochain|(?:el )?(?:próximo mes|mes próximo)',
    (_, { today }) => wholeMonth(addMonths(firstOfMonth(today), 1)),
  ),
  phrase('(?:in )?(?:this|dieses|ce|este) (?:quarter|quartal|trimestre)|in diesem quartal', (_, { today }) =>
    range(today, quarterEnd(today)),
  ),
  phrase(
    '(?:next|nächstes|kommendes) (?:quarter|quartal)|im nächsten quartal|trimestre prochain|(?:el )?próximo trimestre',
    (_, { today }) => {
      const first = addDays(quarterEnd(today), 1);
      return range(first, quarterEnd(first));
    },
  ),
  phrase(String.raw`(?:in )?q(?<quarter>[1-4])(?: (?<year>20\d\d))?`, ({ groups = {} }, { today }) => {
    const month = Number(groups.quarter) * 3;
    const year = Number(groups.year ?? yearOf(today) + (month < monthOf(today) ? 1 : 0));
    const until = endOfMonth(year, month);
    return range(laterOf(today, firstOfMonth(addMonths(firstOfMonth(until), -2))), until);
  }),
  phrase('(?:this year|dieses jahr|in diesem jahr|cette année|este año)', (_, { today }) =>
    range(today, day(`${yearOf(today)}-12-31`)),
  ),
  phrase("(?:next year|nächstes jahr|im nächsten jahr|l[’']année prochaine|el próximo año)", (_, { today }) =>
    range(day(`${yearOf(today) + 1}-01-01`), day(`${yearOf(today) + 1}-12-31`)),
  ),
  phrase(
    String.raw`${SOON} (?:next|nächsten|kommenden|prochain[es]*|próxim[oa]s)? ?(?<count>\d{1,3}) (?:next |prochain[es]* )?${UNIT}`,
    ({ groups = {} }, { today }) => range(today, after(today, Number(groups.count), groups.unit ?? '')),
  ),
  phrase(`${BEFORE} (?<feast>${FEAST})`, ({ groups = {} }, { today }) => {
    const feast = FEASTS.find(([name]) => name.test((groups.feast ?? '').replace(/\s+/gu, ' ')));
    return range(today, onOrAfter(today, feast?.[1] ?? '12-31'));
  }),
  phrase(`${BEFORE} (?:the )?(?:${EARLY})${MONTH}`, ({ 0: typed, groups = {} }, { today }) => {
    const first = monthOfGroups(groups, today);
    // “Until March” and “by the end of March” include the month, “before March” doesn't.
    const isIncluded =
      groups.part !== undefined
        ? /^(?:end|ende|fin|late)/iu.test(groups.part)
        : /^(?:until|till|bis|jus|hasta)/iu.test(typed);
    return range(today, isIncluded ? monthEnd(first) : addDays(first, -1));
  }),
  phrase(
    String.raw`${BEFORE} (?:the )?(?<date>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of |de )?${MONTH}`,
    ({ groups = {} }, { today }) => {
      const on = dateOfGroups(groups, today);
      return on && range(today, on);
    },
  ),
  phrase(`${AFTER} ${MONTH}`, ({ 0: typed, groups = {} }, { today }) => {
    const first = monthOfGroups(groups, today);
    const isIncluded = /^(?:from|ab|since|à partir|desde|a partir)/iu.test(typed);
    return { date: { from: isIncluded ? first : addDays(monthEnd(first), 1) } };
  }),
  phrase(
    String.raw`(?:on|am|le|el) (?:the )?(?<date>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of |de )?${MONTH}`,
    ({ groups = {} }, { today }) => {
      const on = dateOfGroups(groups, today);
      return on && range(on, on);
    },
  ),
  phrase(`(?:in|im|during|en|au mois de|on|for) (?:the )?${EARLY}(?:of )?${MONTH}`, ({ groups = {} }, { today }) => {
    const { from, until } = partOfMonth(monthOfGroups(groups, today), groups.part);
    return range(laterOf(today, from), until);
  }),
  // A month with its year needs no preposition; the names of some months are words.
  phrase(String.raw`(?<month>${MONTHS.join('|')})\.? (?:de )?(?<year>20\d\d)`, ({ groups = {} }, { today }) => {
    const first = monthOfGroups(groups, today);
    return range(first, monthEnd(first));
  }),
  phrase(
    `(?:on|am|next|nächsten|kommenden|this|diesen|le|el) (?<weekday>${WEEKDAYS.join('|')})`,
    ({ groups = {} }, { today }) => {
      const on = nextWeekday(groups.weekday ?? '', today);
      return range(on, on);
    },
  ),
];

type Groups = Readonly<Record<string, string | undefined>>;

function indexIn(names: readonly string[], typed: string): number {
  return names.findIndex((name) => new RegExp(`^(?:${name})$`, 'iu').test(typed));
}

/** Returns the first day of the month, the next one with that name unless a year is given. */
function monthOfGroups({ month = '', year }: Groups, today: Day): Day {
  const number = indexIn(MONTHS, month) + 1;
  const inYear = Number(year ?? yearOf(today) + (number < monthOf(today) ? 1 : 0));
  return firstOfMonth(endOfMonth(inYear, number));
}

function dateOfGroups(groups: Groups, today: Day): Day | undefined {
  const first = monthOfGroups(groups, today);
  const on = addDays(first, Number(groups.date) - 1);
  if (monthOf(on) !== monthOf(first)) return undefined;
  return on < today && groups.year === undefined ? addMonths(on, 12) : on;
}

function partOfMonth(first: Day, part: string | undefined): { readonly from: Day; readonly until: Day } {
  const until = monthEnd(first);
  if (part === undefined) return { from: first, until };
  if (/^(?:early|start|beginning|anfang|début|principios)/iu.test(part))
    return { from: first, until: addDays(first, 9) };
  if (/^(?:mid|mitte)/iu.test(part)) return { from: addDays(first, 10), until: addDays(first, 19) };
  return { from: addDays(first, 20), until };
}

function nextWeekday(typed: string, today: Day): Day {
  return addDays(today, (indexIn(WEEKDAYS, typed) - weekdayOf(today) + 7) % 7);
}

/** Returns the day of the week, from 0 for Monday. The first of January 1970 was a Thursday. */
function weekdayOf(of: Day): number {
  return (((epochDay(of) + 3) % 7) + 7) % 7;
}

function sundayOf(of: Day): Day {
  return addDays(of, 6 - weekdayOf(of));
}

function monthEnd(of: Day): Day {
  return endOfMonth(yearOf(of), monthOf(of));
}

function wholeMonth(first: Day): SearchFilters {
  return range(first, monthEnd(first));
}

function quarterEnd(of: Day): Day {
  return endOfMonth(yearOf(of), Math.ceil(monthOf(of) / 3) * 3);
}

function onOrAfter(today: Day, monthAndDay: string): Day {
  const inYear = day(`${yearOf(today)}-${monthAndDay}`);
  return inYear < today ? day(`${yearOf(today) + 1}-${monthAndDay}`) : inYear;
}

function after(today: Day, count: number, unit: string): Day {
  if (/^(?:m)/iu.test(unit)) return addMonths(today, count);
  return addDays(today, count * (/^(?:w|s)/iu.test(unit) ? 7 : 1));
}

function laterOf(one: Day, other: Day): Day {
  return one > other ? one : other;
}
