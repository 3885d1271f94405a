import { addDays, type Day, epochDay } from '../domain/calendar.ts';

/** A search query: words and filters. */
export interface SearchQuery {
  readonly words: string;
  readonly isFree?: boolean;
  readonly isOnline?: boolean;
  /** Maximum minutes; opportunities without a duration do not pass. */
  readonly maxMinutes?: number;
  readonly leastMinutes?: number;
  /** It begins on one of these days. */
  readonly from?: Day;
  readonly until?: Day;
  readonly isLive?: boolean;
  /** As typed, to be found among certifications. */
  readonly certification?: string;
  /** The category in which it is to be estimated, in lower case: `group a`. */
  readonly category?: string;
}

/** The range covers whole days in the time zone of the user. */
interface QueryContext {
  readonly today: Day;
}

type Rule = readonly [RegExp, (match: RegExpExecArray, pendingRequest: QueryContext) => Partial<SearchQuery>];

const HOURS = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(h|hours?|hrs?|std\.?|stunden?|m|mins?|minutes?|minuten?)`;

const RULES: readonly Rule[] = [
  [
    /(?<![\p{L}\p{N}])(?:(?:for\s+)?free|kostenlos(?:e[nrsm]?)?|gratis|kostenfrei(?:e[nrsm]?)?)(?![\p{L}\p{N}])/iu,
    () => ({ isFree: true }),
  ],
  [/(?<![\p{L}\p{N}])paid(?![\p{L}\p{N}])/iu, () => ({ isFree: false })],
  [/(?<![\p{L}\p{N}])online(?![\p{L}\p{N}])/iu, () => ({ isOnline: true })],
  [/(?<![\p{L}\p{N}])(?:in[ -]person|on[ -]?site|vor\s+ort|präsenz)(?![\p{L}\p{N}])/iu, () => ({ isOnline: false })],
  [/(?<![\p{L}\p{N}])live(?![\p{L}\p{N}])/iu, () => ({ isLive: true })],
  [
    /(?<![\p{L}\p{N}])(?:recorded|on[ -]demand|aufgezeichnet(?:e[nrsm]?)?)(?![\p{L}\p{N}])/iu,
    () => ({ isLive: false }),
  ],
  [/(?<![\p{L}\p{N}])(?:today|heute)(?![\p{L}\p{N}])/iu, (_, { today }) => ({ from: today, until: today })],
  [
    /(?<![\p{L}\p{N}])(?:tomorrow|morgen)(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: addDays(today, 1), until: addDays(today, 1) }),
  ],
  [
    /(?<![\p{L}\p{N}])(?:this\s+week|diese[rn]?\s+woche)(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: today, until: sundayOf(today) }),
  ],
  [
    /(?<![\p{L}\p{N}])(?:next\s+week|nächste[rn]?\s+woche)(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: addDays(sundayOf(today), 1), until: addDays(sundayOf(today), 7) }),
  ],
  [
    /(?<![\p{L}\p{N}])(?:this\s+month|diese[nm]\s+monat)(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: today, until: addDays(today, 30) }),
  ],
  [
    /(?<![\p{L}\p{N}])(?:on|am)\s+(sunday|monday|tuesday|wednesday|thursday|friday|saturday|sonntag|montag|dienstag|mittwoch|donnerstag|freitag|samstag)(?![\p{L}\p{N}])/iu,
    ([, weekday = ''], { today }) => onWeekday(weekday, today),
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:under|below|at\s+most|up\s+to|less\s+than|unter|höchstens|bis\s+zu|<)\s*${HOURS}(?![\p{L}\p{N}])`,
      'iu',
    ),
    ([, amount = '', unit = '']) => ({ maxMinutes: minutesIn(amount, unit) }),
  ],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:over|at\s+least|more\s+than|über|mindestens|>)\s*${HOURS}(?![\p{L}\p{N}])`,
      'iu',
    ),
    ([, amount = '', unit = '']) => ({ leastMinutes: minutesIn(amount, unit) }),
  ],
  [
    /(?<![\p{L}\p{N}])group\s+([a-d])(?![\p{L}\p{N}])/iu,
    ([, message = '']) => ({ category: `group ${message.toLowerCase()}` }),
  ],
  [
    /(?<![\p{L}\p{N}])(?:for|für)\s+([\p{L}\p{N}][\p{L}\p{N}+/-]{1,30})(?![\p{L}\p{N}])/iu,
    ([, name = '']) => ({ certification: name }),
  ],
];

/** Parses words and filters: `zero trust free under 2h for cissp` searches for `zero trust`. */
export function parseSearchQuery(text: string, pendingRequest: QueryContext): SearchQuery {
  let words = text.slice(0, 300);
  let query: Partial<SearchQuery> = {};
  for (const [pattern, filter] of RULES) {
    const match = pattern.exec(words);
    if (match === null) continue;
    query = { ...query, ...filter(match, pendingRequest) };
    words = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`;
  }
  return { ...query, words: words.replace(/\s+/gu, ' ').trim() };
}

function minutesIn(amount: string, unit: string): number {
  const number = Number(amount.replace(',', '.'));
  return Math.round(/^[hs]/iu.test(unit) ? number * 60 : number);
}

const WEEKDAYS = [/^sun|^sonn/iu, /^mon/iu, /^tue|^die/iu, /^wed|^mit/iu, /^thu|^don/iu, /^fri|^fre/iu, /^sa/iu];

/** The next such day; today if it is one. */
function onWeekday(typed: string, today: Day): Partial<SearchQuery> {
  const wanted = WEEKDAYS.findIndex((name) => name.test(typed));
  const toSunday = (7 - ((epochDay(today) + 4) % 7)) % 7;
  const on = addDays(today, (toSunday + wanted) % 7);
  return { from: on, until: on };
}

/** The last day of the week a day is in, which begins on Monday. */
function sundayOf(day: Day): Day {
  // The first of January 1970 was a Thursday.
  return addDays(day, 6 - ((((epochDay(day) + 3) % 7) + 7) % 7));
}
