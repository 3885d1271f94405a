import { ACTIVITY_KINDS } from '../../domain/activity-kinds.ts';
import { type DateRange, type Day, day, endOfMonth, firstOfMonth, monthOf, yearOf } from '../../domain/calendar.ts';
import type { Wanted } from '../../store/records/records.ts';
import { findCertificationNames } from '../certifications/certification-names.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { DATE_PATTERN, monthAndDate } from '../date-words.ts';
import { takeKinds } from './activity-nouns.ts';

const MAX_WORDS = 5;
/** Words for records without proof. */
export const UNPROVED =
  /(?<!\p{L})(?:(?:missing|without|no|lacks?)\s+(?:proof|evidence)|unproved|(?:ohne|keinen?|fehlender?)\s+(?:nachweise?|belege?))(?!\p{L})/iu;
const IN_MONTH = new RegExp(
  String.raw`(?<!\p{L})(?:in|im)\s+(?<month>${DATE_PATTERN.month})(?:\s+(?<year>${DATE_PATTERN.year}))?(?!\p{N})`,
  'iu',
);
const BY_YEAR: readonly (readonly [RegExp, (today: Day) => number])[] = [
  [/(?<!\p{L})(?:last year|letztes jahr)(?!\p{L})/iu, (today) => yearOf(today) - 1],
  [/(?<!\p{L})(?:this year|dieses jahr)(?!\p{L})/iu, yearOf],
];

/** Returns the filters of a line such as `cissp 2026 webinar` or `in March`; words that are no filter are searched in titles and providers. */
export function parseHistoryQuery(
  text: string,
  { request: { words, today }, data: { catalogue } }: Scope,
): Omit<Wanted, 'skip' | 'limit'> {
  const period = findPeriod(text.replace(UNPROVED, ' '), today);
  let { rest, within } = period;
  // A kind may have several words, so it is looked for before they are taken apart.
  const labelled = ACTIVITY_KINDS.filter((kind) => {
    const named = new RegExp(`(?<![\\p{L}-])(?:${kind}|${RegExp.escape(words.kinds[kind])})s?(?![\\p{L}-])`, 'iu');
    const isNamed = named.test(rest);
    rest = rest.replace(named, ' ');
    return isNamed;
  });
  const nouns = takeKinds(rest);
  const named = findCertificationNames(nouns.rest, catalogue);
  const others: string[] = [];
  const certifications = named.certifications.map(({ code }) => code);
  for (const word of named.rest.split(/[\s,]+/u).filter((one) => one !== '')) {
    // Here, `cia` is a certification, while in a sentence it may be a word.
    const known = catalogue.find(word);
    if (known !== undefined) certifications.push(known.code);
    else if (/^(?:19|20)\d\d$/u.test(word)) within = wholeYear(Number(word));
    else others.push(word);
  }
  return {
    words: others.slice(0, MAX_WORDS).map((one) => ({ text: one, certifications: [] })),
    certifications,
    kinds: [...new Set([...labelled, ...nouns.kinds])],
    within,
    unproved: UNPROVED.test(text),
  };
}

interface Period {
  readonly within: DateRange | undefined;
  readonly rest: string;
}

/** A month or a year in words; a month without a year is the last one that has begun. */
function findPeriod(text: string, today: Day): Period {
  const month = IN_MONTH.exec(text);
  if (month !== null) {
    const number = monthAndDate(month.groups?.month ?? '', '1').slice(0, 2);
    const latest = Number(number) <= monthOf(today) ? yearOf(today) : yearOf(today) - 1;
    const start = day(`${month.groups?.year ?? latest}-${number}-01`);
    return {
      within: { start: firstOfMonth(start), end: endOfMonth(yearOf(start), monthOf(start)) },
      rest: text.replace(month[0], ' '),
    };
  }
  for (const [pattern, year] of BY_YEAR)
    if (pattern.test(text)) return { within: wholeYear(year(today)), rest: text.replace(pattern, ' ') };
  return { within: undefined, rest: text };
}

function wholeYear(year: number): DateRange {
  return { start: day(`${year}-01-01`), end: day(`${year}-12-31`) };
}
