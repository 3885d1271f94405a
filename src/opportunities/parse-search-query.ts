import type { AppliedFilter, FilteredCertification, FilterName, SearchFilters } from '../domain/search-filters.ts';
import { AMOUNT_FILTERS } from './query/amount-filters.ts';
import { DATE_FILTERS } from './query/date-filters.ts';
import type { FilterMatch, FilterRule } from './query/filter-rule.ts';
import { FORMAT_FILTERS } from './query/format-filters.ts';
import { NAME_FILTERS } from './query/name-filters.ts';
import type { KnownNames, QueryContext, SearchQuery } from './query/search-query.ts';

/** Maximum characters read of a query. */
const MAX_LENGTH = 300;

const RULES: readonly FilterRule[] = [...DATE_FILTERS, ...AMOUNT_FILTERS, ...FORMAT_FILTERS, ...NAME_FILTERS];
/** Longer names are shortened by who types them. */
const MAX_PROVIDER_WORDS = 5;
const MAX_CATEGORY_WORDS = 4;
const CREDIT_WORD = /(?<![\p{L}-])(?:cpes?|ceus?|pdus?|pdcs?|cpds?|credits?|credit hours)(?![\p{L}-])/iu;
const CATEGORY_WORD = /(?<![\p{L}-])(?:ethics|ethik|éthique|ética)(?![\p{L}-])/iu;
/** Words between a filter and the subject: `courses about audit in german`, `something free`. */
const GLUE =
  /^(?:(?:about|on|in|for|with|und|and|or|über|zu|zum|zur|für|mit|sur|sobre|de|por|at|from|the|a|an|any|some|something|etwas|to|short|quick|good|best|interesting|kurze?[nrsm]?|gute?[nrsm]?|cpes?|ceus?|pdus?|credits?|worth)(?:\s+|$))+|(?:\s+(?:about|on|in|for|with|und|and|or|über|für|mit|sur|de|at|from|the|a|an|that|is|are|which|only|starting|taking place|cpes?|ceus?|pdus?|credits?))+$/giu;

/** Parses words and filters: `zero trust free under 2h for cissp` searches for `zero trust`. */
export function parseSearchQuery(text: string, given: QueryContext): SearchQuery {
  const { certificationOf, known } = given;
  const context = {
    ...given,
    certificationOf: (name: string) => certificationOf?.(name) ?? known?.certificationNamed(name),
  };
  const typed = text.slice(0, MAX_LENGTH);
  const matches: FilterMatch[] = [];
  let rest = typed;
  for (const rule of RULES)
    for (let match = rule(rest, context); match !== undefined; match = rule(rest, context)) {
      matches.push(match);
      rest = blankOut(rest, match);
    }
  const add = (match: FilterMatch | undefined) => {
    if (match === undefined) return;
    matches.push(match);
    rest = blankOut(rest, match);
  };
  const has = (name: FilterName) => matches.some(({ filters }) => filters[name] !== undefined);
  const merged = () => mergedFilters(matches);
  const isFor = has('certification');
  if (!isFor) add(certificationIn(rest, { ...context, isBesideCredits: has('credits') || has('category') }));
  if (!has('category')) {
    const { certification } = merged();
    add(categoryIn(rest, { ...context, certification, isCredits: has('credits'), isFor }));
  }
  if (!has('provider')) add(providerIn(rest, context));
  const left = matches.length === 0 ? tidied(rest) : withoutGlue(tidied(rest));
  // Beside filters, the name of a certification alone is what credits are wanted for: `cissp webinars`.
  const only = matches.length > 0 && !has('certification') ? context.certificationOf(left) : undefined;
  if (only !== undefined) add({ index: rest.indexOf(left), length: left.length, filters: { certification: only } });
  const ignored = matches
    .filter(({ isIgnored }) => isIgnored)
    .map(({ index, length }) => tidied(typed.slice(index, index + length)));
  return { words: only === undefined ? left : '', filters: merged(), applied: appliedFilters(typed, matches), ignored };
}

interface Named extends QueryContext {
  readonly isBesideCredits: boolean;
}

/** A name of a certification beside credits or a category needs no “for”: `cissp group a`, `pmp ways of working`, `cisa cpes`. */
function certificationIn(text: string, { isBesideCredits, certificationOf, known }: Named): FilterMatch | undefined {
  for (const { 0: name, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+/-]+/gu)) {
    const certification = certificationOf?.(name);
    if (certification === undefined) continue;
    const match = { index, length: name.length, filters: { certification } };
    const isBeside = isBesideCredits || CREDIT_WORD.test(text);
    const others = { certification, isCredits: false, isFor: false, known };
    if (isBeside || categoryIn(blankOut(text, match), others) !== undefined) return match;
  }
  return undefined;
}

interface Categorised {
  readonly certification: FilteredCertification | undefined;
  readonly isCredits: boolean;
  /** The certification stands behind “for”, so that what stands before may be a subject. */
  readonly isFor: boolean;
  readonly known?: KnownNames | undefined;
}

/** A subject is a category only beside credits or a certification: `ethics for cissp`, `power skills for pmp`; one word only alone: `cpa auditing`. */
function categoryIn(text: string, { certification, isCredits, isFor, known }: Categorised): FilterMatch | undefined {
  const found = certification === undefined && !isCredits ? null : CATEGORY_WORD.exec(text);
  if (found !== null) return { index: found.index, length: found[0].length, filters: { category: 'ethics' } };
  if (certification === undefined || known === undefined) return undefined;
  for (const { name, index } of namesIn(text, MAX_CATEGORY_WORDS)) {
    const isSubject = !/\s/u.test(name) && (isFor || name !== withoutGlue(tidied(text)));
    if (!isSubject && known.isCategoryOf(name, certification))
      return { index, length: name.length, filters: { category: name.toLowerCase().replace(/\s+/gu, ' ') } };
  }
  return undefined;
}

interface NameInText {
  readonly name: string;
  readonly index: number;
}

/** The words of a text that stand next to each other, the longest runs first. */
function* namesIn(text: string, max: number): Iterable<NameInText> {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+&.’'-]*/gu)];
  for (let count = Math.min(max, words.length); count > 0; count -= 1)
    for (let from = 0; from + count <= words.length; from += 1) {
      const [first, last] = [words[from], words[from + count - 1]];
      if (first !== undefined && last !== undefined)
        yield { name: text.slice(first.index, last.index + last[0].length), index: first.index };
    }
}

/** The whole name of a provider needs no “from”, unless it is a subject as well: `isaca webinars`. */
function providerIn(text: string, { known, certificationOf }: QueryContext): FilterMatch | undefined {
  if (known === undefined) return undefined;
  const start = text.search(/\S/u);
  // At the beginning, “sans” isn't the French word.
  for (const { name, index } of namesIn(text, MAX_PROVIDER_WORDS))
    if (
      (known.isOnlyProvider(name) || (index === start && known.isForeignAcronym(name))) &&
      certificationOf?.(name) === undefined
    )
      return { index, length: name.length, filters: { provider: name } };
  return undefined;
}

/** Replaces a match by as many spaces, so that everything else stays where it was. */
function blankOut(text: string, { index, length }: FilterMatch): string {
  return text.slice(0, index) + ' '.repeat(length) + text.slice(index + length);
}

function tidied(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/^[\s,;.]+|[\s,;.]+$/gu, '');
}

function withoutGlue(words: string): string {
  return ` ${words} `.replace(/\s+/gu, ' ').trim().replace(GLUE, '').trim();
}

/** Deliveries, kinds and the two ends of a length or date add up; of two other values of one filter the first holds. */
function mergedFilters(matches: readonly FilterMatch[]): SearchFilters {
  let merged: SearchFilters = {};
  for (const { filters } of matches) {
    const { kind, delivery, length, date } = merged;
    merged = {
      ...filters,
      ...merged,
      ...(kind && filters.kind && { kind: [...kind, ...filters.kind] }),
      ...(delivery && filters.delivery && { delivery: [...delivery, ...filters.delivery] }),
      ...(length && filters.length && { length: { ...filters.length, ...length } }),
      ...(date && filters.date && { date: { ...filters.date, ...date } }),
    };
  }
  return merged;
}

function appliedFilters(text: string, matches: readonly FilterMatch[]): readonly AppliedFilter[] {
  return FILTER_NAMES.flatMap((name) => {
    const ofName = matches.filter(({ filters }) => filters[name] !== undefined);
    return ofName.length === 0 ? [] : [{ name, without: tidied(ofName.reduce(blankOut, text)) }];
  });
}

/** The filters in the order in which they are shown. */
const FILTER_NAMES = [
  'certification',
  'category',
  'credits',
  'kind',
  'language',
  'delivery',
  'place',
  'date',
  'length',
  'price',
  'provider',
] as const satisfies readonly FilterName[];
