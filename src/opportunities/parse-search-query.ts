import type { AppliedFilter, FilterName, SearchFilters } from '../domain/search-filters.ts';
import { AMOUNT_FILTERS } from './query/amount-filters.ts';
import { DATE_FILTERS } from './query/date-filters.ts';
import type { FilterMatch, FilterRule } from './query/filter-rule.ts';
import { FORMAT_FILTERS } from './query/format-filters.ts';
import { NAME_FILTERS } from './query/name-filters.ts';
import type { QueryContext, SearchQuery } from './query/search-query.ts';

/** Maximum characters read of a query. */
const MAX_LENGTH = 300;

const RULES: readonly FilterRule[] = [...DATE_FILTERS, ...AMOUNT_FILTERS, ...FORMAT_FILTERS, ...NAME_FILTERS];
/** Longer names are shortened by who types them. */
const MAX_PROVIDER_WORDS = 5;
const CATEGORY_WORD = /(?<![\p{L}-])(?:ethics|ethik|éthique|ética)(?![\p{L}-])/iu;
/** Words between a filter and the subject: `courses about audit in german`, `something free`. */
const GLUE =
  /^(?:(?:about|on|in|for|with|und|and|or|über|zu|zum|zur|für|mit|sur|sobre|de|por|at|from|the|a|an|any|some|something|etwas|to)\s+)+|(?:\s+(?:about|on|in|for|with|und|and|or|über|für|mit|sur|de|at|from|the|a|an|that|is|are|which|only|starting|taking place))+$/giu;

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
  if (!has('certification') && (has('credits') || has('category'))) add(certificationIn(rest, context));
  if (has('certification') || has('credits')) add(categoryIn(rest));
  if (!has('provider')) add(providerIn(rest, context));
  const words = matches.length === 0 ? tidied(rest) : withoutGlue(tidied(rest));
  return { words, filters: mergedFilters(matches), applied: appliedFilters(typed, matches) };
}

/** A name of a certification beside credits or a category needs no “for”: `cissp group a`. */
function certificationIn(text: string, { certificationOf }: QueryContext): FilterMatch | undefined {
  for (const { 0: name, index } of text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+/-]+/gu)) {
    const certification = certificationOf?.(name);
    if (certification !== undefined) return { index, length: name.length, filters: { certification } };
  }
  return undefined;
}

/** A subject is a category only beside credits or a certification: `ethics for cissp`. */
function categoryIn(text: string): FilterMatch | undefined {
  const found = CATEGORY_WORD.exec(text);
  return found === null ? undefined : { index: found.index, length: found[0].length, filters: { category: 'ethics' } };
}

/** The whole name of a provider needs no “from”, unless it is a subject as well: `isaca webinars`. */
function providerIn(text: string, { known, certificationOf }: QueryContext): FilterMatch | undefined {
  if (known === undefined) return undefined;
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}+&.’'-]*/gu)];
  for (let count = Math.min(MAX_PROVIDER_WORDS, words.length); count > 0; count -= 1)
    for (let from = 0; from + count <= words.length; from += 1) {
      const [first, last] = [words[from], words[from + count - 1]];
      if (first === undefined || last === undefined) continue;
      const name = text.slice(first.index, last.index + last[0].length);
      if (known.isOnlyProvider(name) && certificationOf?.(name) === undefined)
        return { index: first.index, length: name.length, filters: { provider: name } };
    }
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
