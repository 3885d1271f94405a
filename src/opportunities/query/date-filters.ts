import { addDays, addMonths, type Day, day, endOfMonth, firstOfMonth, monthOf, yearOf } from '../../domain/calendar.ts';
import type { SearchFilters } from '../../domain/search-filters.ts';
import { type FilterRule, phrase } from './filter-rule.ts';
import {
  after,
  dateOfGroups,
  laterOf,
  MONTHS,
  monthEnd,
  monthOfGroups,
  nextWeekday,
  onOrAfter,
  partOfMonth,
  quarterEnd,
  seasonFrom,
  sundayOf,
  WEEKDAYS,
} from './named-days.ts';

const MONTH = String.raw`(?<month>${MONTHS.join('|')})\.?(?:\s+(?:de\s+)?(?<year>20\d\d))?`;
const EARLY = String.raw`(?:(?<part>early|mid|late|start of|beginning of|end of|anfang|mitte|ende|début|fin|principios de|finales de)[\s-]+)?`;

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

const SEASON_NAMES =
  'spring|summer|autumn|winter|frühling|frühjahr|sommer|herbst|printemps|été|automne|hiver|primavera|verano|otoño|invierno';
/** A year further ahead is part of a name. */
const MAX_YEARS = 3;

/** The dates of a search: days, weeks, months, quarters and years, relative or by name. */
export const DATE_FILTERS: readonly FilterRule[] = [
  phrase("today|heute|aujourd[’']hui|hoy", (_, { today }) => range(today, today)),
  phrase('tomorrow|morgen|demain|mañana', (_, { today }) => range(addDays(today, 1), addDays(today, 1))),
  phrase('(?:this|dieses|ce|este) (?:weekend|wochenende|week-end|fin de semana)', (_, { today }) =>
    range(laterOf(today, addDays(sundayOf(today), -1)), sundayOf(today)),
  ),
  phrase('(?:at|on|over|am|le|el) (?:the )?(?:weekend|wochenende|week-end|fin de semana)', (_, { today }) =>
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
    String.raw`(?:in|im jahr|im|en|during) (?<year>20\d\d)(?! ?(?:standards?|edition|version))`,
    ({ groups = {} }, { today }) => {
      const year = Number(groups.year);
      if (year < yearOf(today) || year > yearOf(today) + MAX_YEARS) return undefined;
      return range(laterOf(today, day(`${year}-01-01`)), day(`${year}-12-31`));
    },
  ),
  phrase(`(?:in|im|en|au|this|next) (?:the )?(?<season>${SEASON_NAMES})`, ({ groups = {} }, { today }) => {
    const first = seasonFrom(groups.season ?? '', today);
    return range(laterOf(today, first), addDays(addMonths(first, 3), -1));
  }),
  phrase(
    String.raw`(?:(?:from|between|vom|von|zwischen|du|entre el|entre|del) )?(?:the |le )?(?<date>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:to|and|-|–|bis(?: zum)?|und|au|et(?: le)?|al|y(?: el)?) ?(?:the )?(?<last>\d{1,2})(?:st|nd|rd|th|\.)? ?(?:of |de )?${MONTH}`,
    ({ groups = {} }, { today }) => {
      const [from, until] = [dateOfGroups(groups, today), dateOfGroups({ ...groups, date: groups.last }, today)];
      return from !== undefined && until !== undefined && from <= until ? range(from, until) : undefined;
    },
  ),
  phrase(
    `(?:between|from|zwischen|von|entre|de) (?<first>${MONTHS.join('|')}) (?:and|to|und|bis|et|à|y|a) ${MONTH}`,
    ({ groups = {} }, { today }) => {
      const from = monthOfGroups({ month: groups.first, year: groups.year }, today);
      const last = monthOfGroups(groups, today);
      return from <= last ? range(laterOf(today, from), monthEnd(last)) : undefined;
    },
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

function wholeMonth(first: Day): SearchFilters {
  return range(first, monthEnd(first));
}
