import { distance } from 'fastest-levenshtein';
import MiniSearch, { type SearchOptions } from 'minisearch';
import {
  byTime,
  freshness,
  type IndexedOpportunity,
  passes,
  type SearchTime,
  withoutDuplicates,
} from './indexed-opportunity.ts';
import type { SearchQuery } from './parse-search-query.ts';
import { synonymsOf } from './synonyms.ts';

/** A page of what was found, and what may have been meant where nothing was. */
export interface SearchFinding {
  readonly found: readonly IndexedOpportunity[];
  readonly count: number;
  readonly meant?: string;
}

/** So many are indexed before somebody else gets a turn. */
const CHUNK = 100;
/** Enough are found when there are so many: what is looked for with less care would come after them. */
const ENOUGH = 12;
/** So many of the best are put in their final order; what comes after them stays as it was found. */
const RERANKED = 200;
/** A word that this share of offers has tells nothing beside others. */
const COMMON = 0.15;
/** Among few offers no word is common. */
const LEAST_COMMON = 200;

const tokenize = (text: string) => text.toLowerCase().split(/[^\p{L}\p{N}+#]+/u);

/** Words say little that stand in every title. */
const SILENT = new Set(
  'a an and are as at be by for from how in is it of on or our the their this to what why with you your'.split(' '),
);

/** A word as it is indexed: folded, without its plural; nothing for one that says nothing. */
function termOf(word: string): string | null {
  const folded = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  if (folded === '' || SILENT.has(folded)) return null;
  if (folded.length > 4 && folded.endsWith('ies')) return `${folded.slice(0, -3)}y`;
  return folded.length > 3 && folded.endsWith('s') && !/(?:ss|us|is)$/u.test(folded) ? folded.slice(0, -1) : folded;
}

/** What one workspace is offered, in memory, found by words. */
export class OpportunityIndex {
  readonly #index: MiniSearch<IndexedOpportunity>;
  readonly #offers = new Map<string, IndexedOpportunity>();
  /** Every word that was ever indexed, with how often. */
  readonly #vocabulary = new Map<string, number>();
  readonly #inTitles = new Set<string>();

  constructor() {
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

  get size(): number {
    return this.#offers.size;
  }

  /** Puts offers in, in place of those of the same id; gives others a turn now and then. */
  async put(opportunities: readonly IndexedOpportunity[]): Promise<void> {
    for (const [index, opportunity] of opportunities.entries()) {
      if (this.#offers.has(opportunity.id)) this.#index.discard(opportunity.id);
      this.#offers.set(opportunity.id, opportunity);
      this.#index.add(opportunity);
      if (index % CHUNK === CHUNK - 1) await new Promise((resolve) => setImmediate(resolve));
    }
  }

  /** Takes offers out. */
  drop(ids: readonly string[]): void {
    for (const id of ids) {
      if (!this.#offers.delete(id)) continue;
      this.#index.discard(id);
    }
  }

  get(id: string): IndexedOpportunity | undefined {
    return this.#offers.get(id);
  }

  /** Every offer that passes the filters and can still be taken, in no order. */
  *passing(query: SearchQuery, when: SearchTime): Iterable<IndexedOpportunity> {
    for (const opportunity of this.#offers.values()) if (passes(opportunity, query, when)) yield opportunity;
  }

  /** The offers that fit, the best first; upcoming before recorded where they fit alike; always in the same order. */
  search(
    query: SearchQuery,
    when: SearchTime,
    { skip, limit }: { readonly skip: number; readonly limit: number },
  ): SearchFinding {
    if (query.words === '') {
      const all = [...this.passing(query, when)].sort((one, other) => byTime(one, other, when.now));
      const once = withoutDuplicates(all);
      return { found: once.slice(skip, skip + limit), count: once.length };
    }
    const terms = tokenize(query.words).flatMap((word) => termOf(word) ?? []);
    const wanted = Math.max(ENOUGH, skip + limit + 1);
    const hits = this.#staged(terms, query.words, { wanted, fits: (opportunity) => passes(opportunity, query, when) });
    const [best, rest] = [hits.slice(0, RERANKED), hits.slice(RERANKED)];
    const ranked = best
      .map(({ opportunity, score }) => ({ opportunity, score: score * freshness(opportunity, when.now) }))
      .sort((one, other) => other.score - one.score || byTime(one.opportunity, other.opportunity, when.now));
    const once = [
      ...withoutDuplicates(ranked.map(({ opportunity }) => opportunity)),
      ...rest.map(({ opportunity }) => opportunity),
    ];
    const target = once.length === 0 ? this.#meant(terms) : undefined;
    return {
      found: once.slice(skip, skip + limit),
      count: once.length,
      ...(target === undefined ? {} : { meant: target }),
    };
  }

  /**
   * With all words in the title; then anywhere; then with their beginnings; then with words put right; then with some of them: only as far
   * as is needed for so many, for most of the work is in words that many have.
   */
  #staged(
    terms: readonly string[],
    words: string,
    { wanted: query, fits }: { readonly wanted: number; readonly fits: (opportunity: IndexedOpportunity) => boolean },
  ): readonly Hit[] {
    const found = new Map<string, Hit>();
    let weight = 1;
    const look = (
      some: readonly string[],
      options: SearchOptions,
      has: (opportunity: IndexedOpportunity) => boolean = () => true,
    ) => {
      if (some.length === 0) return;
      const results = this.#index.search(some.join(' '), options);
      for (const { id, score } of results) {
        const opportunity = this.#offers.get(String(id)) as IndexedOpportunity;
        if (!found.has(opportunity.id) && has(opportunity) && fits(opportunity))
          found.set(opportunity.id, { opportunity, score: score * weight });
      }
    };
    // What everybody says is not looked for, but must be there: that is as exact, and far less work.
    const lookForAll = (
      some: readonly string[],
      fields: string[],
      textOf: (opportunity: IndexedOpportunity) => string,
    ) => {
      const telling = this.#telling(some);
      const exceptId = some.filter((term) => !telling.includes(term));
      look(telling, { combineWith: 'AND', fields }, (opportunity) => containsPhrase(textOf(opportunity), exceptId));
    };
    const others = synonymsOf(words).map((name) => tokenize(name).flatMap((word) => termOf(word) ?? []));
    const right = terms.map((term) => this.#putRight(term));
    const all = ['title', 'provider', 'description'];
    // Of the last word the rest may still be typed, and of a word nobody uses; not of one that everybody uses.
    const prefix = (term: string, index: number, list: readonly string[]) =>
      term.length > 2 && (index === list.length - 1 ? !this.#isCommon(term) : !this.#vocabulary.has(term));
    const isOpen = right.some(prefix);
    const stages: readonly (() => void)[] = [
      // Where one of the words is in no title, none has all of them.
      () => {
        for (const some of [right, ...others])
          if (some.every((term) => this.#inTitles.has(term))) lookForAll(some, ['title'], ({ title }) => title);
      },
      () => {
        for (const some of [right, ...others])
          if (some.every((term) => this.#vocabulary.has(term)))
            lookForAll(some, all, ({ title, provider, description }) => `${title} ${provider} ${description}`);
      },
      ...[['title'], all].map((fields) => () => isOpen && look(right, { combineWith: 'AND', prefix, fields })),
      ...[['title'], all].map((fields) => () => {
        for (const some of [right, ...others]) look(this.#telling(some), { combineWith: 'OR', prefix, fields });
      }),
    ];
    for (const stage of stages) {
      stage();
      if (found.size >= query) break;
      // What only a later stage finds comes after all that an earlier one found.
      weight /= 100;
    }
    return [...found.values()];
  }

  /** A word that nobody uses, as the one it most likely is: the nearest, then the one used most. */
  #putRight(term: string): string {
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

  /** Without the words that so many have that they tell nothing, where others are left. */
  #telling(terms: readonly string[]): readonly string[] {
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

  #meant(terms: readonly string[]): string | undefined {
    const right = terms.map((term) => this.#putRight(term));
    return right.some((term, index) => term !== terms[index]) ? right.join(' ') : undefined;
  }
}

/** Whether a text has the beginnings of words, as they are indexed. */
function containsPhrase(text: string, terms: readonly string[]): boolean {
  if (terms.length === 0) return true;
  const folded = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return terms.every((term) =>
    new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(term.replace(/y$/u, ''))}`, 'u').test(folded),
  );
}

interface Hit {
  readonly opportunity: IndexedOpportunity;
  readonly score: number;
}
