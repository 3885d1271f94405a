import { distance } from 'fastest-levenshtein';
import MiniSearch, { type SearchOptions } from 'minisearch';
import type { FilterName, SearchFilters } from '../domain/search-filters.ts';
import {
  byTime,
  freshness,
  type IndexedOpportunity,
  isAvailable,
  type SearchTime,
  withoutDuplicates,
} from './indexed-opportunity.ts';
import { OpportunityNames } from './known-names.ts';
import { passesFilters } from './passes-filters.ts';
import type { KnownNames, SearchQuery } from './query/search-query.ts';
import { containsTerms, searchTermsOf, termOf, tokenize } from './search-terms.ts';
import { synonymsOf } from './synonyms.ts';

type Accepts = (opportunity: IndexedOpportunity) => boolean;

interface StageOptions {
  /** How many results are enough. */
  readonly wanted: number;
  readonly fits: Accepts;
}

/** A page of results, and a suggested query if there are none. */
export interface SearchFinding {
  readonly found: readonly IndexedOpportunity[];
  readonly count: number;
  readonly meant?: string;
  /** Where the filters leave nothing: how many there are without one of them, most first. */
  readonly withoutFilter: readonly { readonly name: FilterName; readonly count: number }[];
}

/** Which of the results; `accepts` is asked about each that passes the filters. */
export interface ResultPage {
  readonly skip: number;
  readonly limit: number;
  readonly accepts?: (opportunity: IndexedOpportunity) => boolean;
}

/** Opportunities indexed before other work can run. */
const CHUNK = 100;
/** No further stage is searched once this many are found. */
const ENOUGH = 12;
/** How many of the best results are reranked. */
const RERANKED = 200;
/** A word in this share of the opportunities is common. */
const COMMON = 0.15;
/** Minimum occurrences of a common word. */
const LEAST_COMMON = 200;

/** A full-text index of one workspace's opportunities, in memory. */
export class OpportunityIndex {
  readonly #index: MiniSearch<IndexedOpportunity>;
  readonly #opportunities = new Map<string, IndexedOpportunity>();
  /** Every indexed word with the number of occurrences. */
  readonly #vocabulary = new Map<string, number>();
  readonly #inTitles = new Set<string>();
  readonly #names = new OpportunityNames();
  /** Only some of the stored opportunities are in it, while the whole index is built. */
  readonly isPartial: boolean;

  constructor({ isPartial = false }: { readonly isPartial?: boolean } = {}) {
    this.isPartial = isPartial;
    this.#index = new MiniSearch<IndexedOpportunity>({
      idField: 'id',
      fields: ['title', 'provider', 'description'],
      tokenize,
      processTerm: (word, field) => {
        const term = termOf(word);
        if (term === null) return null;
        this.#vocabulary.set(term, (this.#vocabulary.get(term) ?? 0) + 1);
        if (field === 'title') this.#inTitles.add(term);
        return term;
      },
      searchOptions: { processTerm: termOf, boost: { title: 4, provider: 1.5 } },
    });
  }

  /** The providers and places of the index. */
  get known(): KnownNames {
    return this.#names;
  }

  get size(): number {
    return this.#opportunities.size;
  }

  /** Adds opportunities or replaces those with the same id; yields to other work in between. */
  async put(opportunities: readonly IndexedOpportunity[]): Promise<void> {
    for (const [index, opportunity] of opportunities.entries()) {
      if (this.#opportunities.has(opportunity.id)) this.#index.discard(opportunity.id);
      this.#opportunities.set(opportunity.id, opportunity);
      this.#index.add(opportunity);
      this.#names.add(opportunity);
      if (index % CHUNK === CHUNK - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Removes opportunities. */
  drop(ids: readonly string[]): void {
    for (const id of ids) {
      if (!this.#opportunities.delete(id)) continue;
      this.#index.discard(id);
    }
  }

  get(id: string): IndexedOpportunity | undefined {
    return this.#opportunities.get(id);
  }

  /** The opportunities that pass the filters, unordered. */
  *passing(filters: SearchFilters, when: SearchTime): Iterable<IndexedOpportunity> {
    for (const opportunity of this.#opportunities.values())
      if (isAvailable(opportunity, when) && passesFilters(opportunity, filters, when)) yield opportunity;
  }

  /** Searches the opportunities, best first; equal ones upcoming before recorded, in a stable order. */
  search(query: SearchQuery, when: SearchTime, page: ResultPage): SearchFinding {
    const finding = this.#searchFiltered(query, when, page);
    const withoutFilter = finding.count > 0 ? [] : this.#countWithoutEach(query, when);
    return { ...finding, withoutFilter };
  }

  #countWithoutEach(query: SearchQuery, when: SearchTime): SearchFinding['withoutFilter'] {
    return query.applied
      .map(({ name }) => {
        const { [name]: _, ...filters } = query.filters;
        return { name, count: this.#searchFiltered({ ...query, filters }, when, { skip: 0, limit: 1 }).count };
      })
      .filter(({ count }) => count > 0)
      .sort((one, other) => other.count - one.count);
  }

  #searchFiltered(
    query: SearchQuery,
    when: SearchTime,
    { skip, limit, accepts = () => true }: ResultPage,
  ): Omit<SearchFinding, 'withoutFilter'> {
    if (query.words === '') {
      const all = [...this.passing(query.filters, when)]
        .filter(accepts)
        .sort((one, other) => byTime(one, other, when.now));
      const once = withoutDuplicates(all);
      return { found: once.slice(skip, skip + limit), count: once.length };
    }
    const terms = searchTermsOf(query.words);
    const wanted = Math.max(ENOUGH, skip + limit + 1);
    const hits = this.#searchInStages(terms, query.words, {
      wanted,
      fits: (opportunity) =>
        isAvailable(opportunity, when) && passesFilters(opportunity, query.filters, when) && accepts(opportunity),
    });
    const [best, rest] = [hits.slice(0, RERANKED), hits.slice(RERANKED)];
    const ranked = best
      .map(({ opportunity, score }) => ({ opportunity, score: score * freshness(opportunity, when.now) }))
      .sort((one, other) => other.score - one.score || byTime(one.opportunity, other.opportunity, when.now));
    const once = [
      ...withoutDuplicates(ranked.map(({ opportunity }) => opportunity)),
      ...rest.map(({ opportunity }) => opportunity),
    ];
    const suggestion = once.length === 0 ? this.#suggest(terms) : undefined;
    return {
      found: once.slice(skip, skip + limit),
      count: once.length,
      ...(suggestion === undefined ? {} : { meant: suggestion }),
    };
  }

  /**
   * Searches in stages: all words in the title, all words anywhere, all words as prefixes, then some of the words. Stops once `wanted`
   * results are found, because common words are expensive.
   */
  #searchInStages(terms: readonly string[], words: string, { wanted, fits }: StageOptions): readonly Hit[] {
    const found = new Map<string, Hit>();
    let weight = 1;
    const find = (some: readonly string[], options: SearchOptions, accepts: Accepts = () => true) => {
      for (const { opportunity, score } of this.#searchTerms(some, options))
        if (!found.has(opportunity.id) && accepts(opportunity) && fits(opportunity))
          found.set(opportunity.id, { opportunity, score: score * weight });
    };
    // Common words are not searched for but checked in the results, which is as exact and much faster.
    const findAll = (
      some: readonly string[],
      fields: string[],
      textOf: (opportunity: IndexedOpportunity) => string,
    ) => {
      const rare = this.#rareTerms(some);
      const common = some.filter((term) => !rare.includes(term));
      find(rare, { combineWith: 'AND', fields }, (opportunity) => containsTerms(textOf(opportunity), common));
    };
    const synonyms = synonymsOf(words).map(searchTermsOf);
    const corrected = terms.map((term) => this.#correctTerm(term));
    const all = ['title', 'provider', 'description'];
    // The last word may be incomplete unless it is common; any other word may be if it is unknown.
    const prefix = (term: string, index: number, list: readonly string[]) =>
      term.length > 2 && (index === list.length - 1 ? !this.#isCommon(term) : !this.#vocabulary.has(term));
    const isOpen = corrected.some(prefix);
    const stages: readonly (() => void)[] = [
      // Skipped if one of the words is in no title.
      () => {
        for (const some of [corrected, ...synonyms])
          if (some.every((term) => this.#inTitles.has(term))) findAll(some, ['title'], ({ title }) => title);
      },
      () => {
        for (const some of [corrected, ...synonyms])
          if (some.every((term) => this.#vocabulary.has(term)))
            findAll(some, all, ({ title, provider, description }) => `${title} ${provider} ${description}`);
      },
      ...[['title'], all].map((fields) => () => isOpen && find(corrected, { combineWith: 'AND', prefix, fields })),
      ...[['title'], all].map((fields) => () => {
        for (const some of [corrected, ...synonyms]) find(this.#rareTerms(some), { combineWith: 'OR', prefix, fields });
      }),
    ];
    for (const stage of stages) {
      stage();
      if (found.size >= wanted) break;
      // Results of a later stage rank below all results of an earlier one.
      weight /= 100;
    }
    return [...found.values()];
  }

  #searchTerms(terms: readonly string[], options: SearchOptions): readonly Hit[] {
    if (terms.length === 0) return [];
    return this.#index.search(terms.join(' '), options).flatMap(({ id, score }) => {
      const opportunity = this.#opportunities.get(String(id));
      return opportunity === undefined ? [] : [{ opportunity, score }];
    });
  }

  /** Corrects an unknown word to the nearest known one, and among equals to the most frequent. */
  #correctTerm(term: string): string {
    if (this.#vocabulary.has(term) || term.length < 4 || this.#isHalfTyped(term)) return term;
    const max = term.length < 5 ? 1 : 2;
    let [best, bestDistance, bestCount] = [term, max + 1, 0];
    for (const [word, count] of this.#vocabulary) {
      if (word[0] !== term[0] || Math.abs(word.length - term.length) > max) continue;
      const off = distance(term, word);
      if (off < bestDistance || (off === bestDistance && count > bestCount))
        [best, bestDistance, bestCount] = [word, off, count];
    }
    return best;
  }

  /** Returns the words that are not common, or the rarest one if all are. */
  #rareTerms(terms: readonly string[]): readonly string[] {
    const rare = terms.filter((term) => !this.#isCommon(term));
    if (rare.length > 0) return rare;
    const count = (term: string) => this.#vocabulary.get(term) ?? 0;
    return [...terms].sort((one, other) => count(one) - count(other)).slice(0, 1);
  }

  #isCommon(term: string): boolean {
    return (this.#vocabulary.get(term) ?? 0) >= Math.max(LEAST_COMMON, this.size * COMMON);
  }

  #isHalfTyped(term: string): boolean {
    for (const word of this.#vocabulary.keys()) if (word.startsWith(term)) return true;
    return false;
  }

  #suggest(terms: readonly string[]): string | undefined {
    const corrected = terms.map((term) => this.#correctTerm(term));
    return corrected.some((term, index) => term !== terms[index]) ? corrected.join(' ') : undefined;
  }
}

interface Hit {
  readonly opportunity: IndexedOpportunity;
  readonly score: number;
}
