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

const HOURS = String.raw`(\d{1,3}(?:[.,]\d{1,2})?)\s*(h|hours?|hrs?|m|mins?|minutes?)`;

const RULES: readonly Rule[] = [
  [/(?<![\p{L}\p{N}])(?:for\s+)?free(?![\p{L}\p{N}])/iu, () => ({ isFree: true })],
  [/(?<![\p{L}\p{N}])paid(?![\p{L}\p{N}])/iu, () => ({ isFree: false })],
  [/(?<![\p{L}\p{N}])online(?![\p{L}\p{N}])/iu, () => ({ isOnline: true })],
  [/(?<![\p{L}\p{N}])(?:in[ -]person|on[ -]?site)(?![\p{L}\p{N}])/iu, () => ({ isOnline: false })],
  [/(?<![\p{L}\p{N}])live(?![\p{L}\p{N}])/iu, () => ({ isLive: true })],
  [/(?<![\p{L}\p{N}])(?:recorded|on[ -]demand)(?![\p{L}\p{N}])/iu, () => ({ isLive: false })],
  [/(?<![\p{L}\p{N}])today(?![\p{L}\p{N}])/iu, (_, { today }) => ({ from: today, until: today })],
  [
    /(?<![\p{L}\p{N}])tomorrow(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: addDays(today, 1), until: addDays(today, 1) }),
  ],
  [/(?<![\p{L}\p{N}])this\s+week(?![\p{L}\p{N}])/iu, (_, { today }) => ({ from: today, until: sundayOf(today) })],
  [
    /(?<![\p{L}\p{N}])next\s+week(?![\p{L}\p{N}])/iu,
    (_, { today }) => ({ from: addDays(sundayOf(today), 1), until: addDays(sundayOf(today), 7) }),
  ],
  [/(?<![\p{L}\p{N}])this\s+month(?![\p{L}\p{N}])/iu, (_, { today }) => ({ from: today, until: addDays(today, 30) })],
  [
    new RegExp(
      String.raw`(?<![\p{L}\p{N}])(?:under|below|at\s+most|up\s+to|less\s+than|<)\s*${HOURS}(?![\p{L}\p{N}])`,
      'iu',
    ),
    ([, amount = '', unit = '']) => ({ maxMinutes: minutesIn(amount, unit) }),
  ],
  [
    new RegExp(String.raw`(?<![\p{L}\p{N}])(?:over|at\s+least|more\s+than|>)\s*${HOURS}(?![\p{L}\p{N}])`, 'iu'),
    ([, amount = '', unit = '']) => ({ leastMinutes: minutesIn(amount, unit) }),
  ],
  [
    /(?<![\p{L}\p{N}])group\s+([a-d])(?![\p{L}\p{N}])/iu,
    ([, message = '']) => ({ category: `group ${message.toLowerCase()}` }),
  ],
  [
    /(?<![\p{L}\p{N}])for\s+([\p{L}\p{N}][\p{L}\p{N}+/-]{1,30})(?![\p{L}\p{N}])/iu,
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
  return Math.round(unit.toLowerCase().startsWith('h') ? number * 60 : number);
}

/** The last day of the week a day is in, which begins on Monday. */
function sundayOf(day: Day): Day {
  // The first of January 1970 was a Thursday.
  return addDays(day, 6 - ((((epochDay(day) + 3) % 7) + 7) % 7));
}
