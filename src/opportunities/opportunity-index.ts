import type { FilterName, SearchFilters } from '../domain/search-filters.ts';
import { InvertedIndex } from './engine/inverted-index.ts';
import { loadVocabulary } from './engine/load-vocabulary.ts';
import { weighTerms, withSuggestedSubject } from './engine/opportunity-terms.ts';
import { queryLanguage } from './engine/query-language.ts';
import { type ReadQuery, readUnits } from './engine/query-units.ts';
import { type Likeness, type LikenessFloors, UnitScorer } from './engine/score-units.ts';
import { tokenize } from './engine/search-terms.ts';
import { TitleGroups } from './engine/title-groups.ts';
import { topOf } from './engine/top-of.ts';
import type { Vocabulary } from './engine/vocabulary.ts';
import { byTime, freshness, type IndexedOpportunity, isAvailable, type SearchTime } from './indexed-opportunity.ts';
import { OpportunityNames } from './known-names.ts';
import { languageFactor } from './language-factor.ts';
import { withoutDuplicates } from './merge-duplicates.ts';
import { filterOf } from './passes-filters.ts';
import type { KnownNames, SearchQuery } from './query/search-query.ts';
import { rememberSubjects } from './subjects.ts';

/** A page of results, and a suggested query if there are none. */
export interface SearchFinding {
  readonly found: readonly IndexedOpportunity[];
  readonly count: number;
  /** The words as they were corrected. */
  readonly meant?: string;
  /** Where nothing fits: what is nearest. */
  readonly nearest: readonly IndexedOpportunity[];
  /** Where the filters leave nothing: how many there are without one of them, most first. */
  readonly withoutFilter: readonly { readonly name: FilterName; readonly count: number }[];
}

/** Which of the results; `accepts` is asked about each that passes the filters. */
export interface ResultPage {
  readonly skip: number;
  readonly limit: number;
  readonly accepts?: (opportunity: IndexedOpportunity) => boolean;
}

type Page = Pick<SearchFinding, 'found' | 'count'>;

/** Opportunities indexed before other work can run. */
const CHUNK = 50;
const FLOORS: LikenessFloors = { best: 0.42, ordinary: 0.13, others: 0.32, nearest: 0.2 };
const MAX_NEAREST = 3;
/** More results than a page are ranked, because some are duplicates. */
const SPARE = 60;

interface Ranked {
  readonly opportunity: IndexedOpportunity;
  readonly score: number;
}

/** An index of one workspace's opportunities, in memory: words in four languages and the concepts they name. */
export class OpportunityIndex {
  #index = new InvertedIndex();
  #groups = new TitleGroups();
  #scorer = new UnitScorer();
  readonly #vocabulary: Vocabulary = loadVocabulary();
  /** By the number in the index; a hole for each that was removed or replaced. */
  #documents: (IndexedOpportunity | undefined)[] = [];
  readonly #numbers = new Map<string, number>();
  #textBytes = 0;
  readonly #names = new OpportunityNames();
  /** Only some of the stored opportunities are in it, while the whole index is built. */
  readonly isPartial: boolean;

  constructor({ isPartial = false }: { readonly isPartial?: boolean } = {}) {
    this.isPartial = isPartial;
  }

  /** The providers and places of the index. */
  get known(): KnownNames {
    return this.#names;
  }

  get size(): number {
    return this.#numbers.size;
  }

  /** The memory it takes, estimated. */
  get bytes(): number {
    return this.#index.bytes + this.#textBytes;
  }

  /** Adds opportunities or replaces those with the same id; yields to other work in between. */
  async put(opportunities: readonly IndexedOpportunity[]): Promise<void> {
    for (const [index, opportunity] of opportunities.entries()) {
      this.#add(opportunity);
      if (index % CHUNK === CHUNK - 1) await new Promise((resolve) => setImmediate(resolve));
    }
    if (this.#documents.length > 2 * this.size + CHUNK) this.#compact();
  }

  #add(opportunity: IndexedOpportunity): void {
    this.drop([opportunity.id]);
    const terms = weighTerms(opportunity, this.#vocabulary);
    rememberSubjects(opportunity, terms);
    const number = this.#index.add(withSuggestedSubject(terms, opportunity.title, this.#vocabulary));
    for (const word of tokenize(`${opportunity.title} ${opportunity.topics?.join(' ') ?? ''}`))
      this.#index.spelling.add(word);
    this.#groups.add(number, opportunity.title);
    this.#documents[number] = opportunity;
    this.#textBytes += bytesOf(opportunity);
    this.#numbers.set(opportunity.id, number);
    this.#names.add(opportunity);
  }

  /** Indexes what is left again, because most of the index is of what was removed. */
  #compact(): void {
    const all = this.#documents.filter((one) => one !== undefined);
    this.#index = new InvertedIndex();
    this.#groups = new TitleGroups();
    this.#documents = [];
    this.#textBytes = 0;
    this.#numbers.clear();
    for (const one of all) this.#add(one);
  }

  /** Removes opportunities. */
  drop(ids: readonly string[]): void {
    for (const id of ids) {
      const number = this.#numbers.get(id);
      const dropped = number === undefined ? undefined : this.#documents[number];
      if (number === undefined || dropped === undefined) continue;
      this.#textBytes -= bytesOf(dropped);
      this.#documents[number] = undefined;
      this.#numbers.delete(id);
    }
  }

  get(id: string): IndexedOpportunity | undefined {
    return this.#documents[this.#numbers.get(id) ?? -1];
  }

  /** The opportunities that pass the filters, unordered. */
  *passing(filters: SearchFilters, when: SearchTime): Iterable<IndexedOpportunity> {
    const passes = filterOf(filters, when);
    for (const opportunity of this.#documents)
      if (opportunity !== undefined && isAvailable(opportunity, when) && passes(opportunity)) yield opportunity;
  }

  /** The opportunities that fit some words, or all if the words say nothing about a subject. */
  about(words: string): { has(opportunity: IndexedOpportunity): boolean } {
    const read = readUnits(words, this.#index, this.#vocabulary);
    if (isEmpty(read)) return { has: () => true };
    const { like, isAnswered } = this.#scorer.score(read, { index: this.#index, groups: this.#groups }, FLOORS);
    const fitting = isAnswered ? like.filter(({ likeness }) => likeness >= FLOORS.best) : [];
    return new Set(fitting.map(({ document }) => this.#documents[document]));
  }

  /** Searches the opportunities, best first; equal ones upcoming before recorded, in a stable order. */
  search(query: SearchQuery, when: SearchTime, page: ResultPage): SearchFinding {
    const read = readUnits(query.words, this.#index, this.#vocabulary);
    if (isEmpty(read)) {
      const listed = this.#list(query.filters, when, page);
      return {
        ...listed,
        nearest: [],
        withoutFilter: this.#countWithoutEach(query, listed, (filters) => this.#list(filters, when, FIRST)),
      };
    }
    const { like, isAnswered } = this.#scorer.score(read, { index: this.#index, groups: this.#groups }, FLOORS);
    const meant = { words: read.corrected ?? query.words, filters: query.filters };
    const fitting = isAnswered ? like : [];
    const ranked = this.#rank(fitting, meant, when, page);
    const nearest = isAnswered ? [] : this.#rank(like, meant, when, { skip: 0, limit: MAX_NEAREST }).found;
    const withoutFilter = this.#countWithoutEach(query, ranked, (filters) =>
      this.#rank(fitting, { ...meant, filters }, when, FIRST),
    );
    return { ...ranked, nearest, withoutFilter, ...(read.corrected === undefined ? {} : { meant: read.corrected }) };
  }

  #countWithoutEach(
    { applied, filters }: SearchQuery,
    { count }: Page,
    search: (filters: SearchFilters) => Page,
  ): SearchFinding['withoutFilter'] {
    if (count > 0) return [];
    return applied
      .map(({ name }) => {
        const { [name]: _, ...others } = filters;
        return { name, count: search(others).count };
      })
      .filter((one) => one.count > 0)
      .sort((one, other) => other.count - one.count);
  }

  /** The next to come, without words. */
  #list(filters: SearchFilters, when: SearchTime, page: ResultPage): Page {
    const { accepts = () => true } = page;
    const passing = [...this.passing(filters, when)].filter(accepts);
    const best = topOf(passing, page.skip + page.limit + SPARE, (one, other) => byTime(one, other, when.now));
    return pageOf(best, passing.length, page);
  }

  #rank(
    like: readonly Likeness[],
    { words, filters }: Pick<SearchQuery, 'words' | 'filters'>,
    when: SearchTime,
    page: ResultPage,
  ): Page {
    const { accepts = () => true } = page;
    const passes = filterOf(filters, when);
    const languageOf = (document: number) => this.#documents[document]?.language ?? '';
    const own = when.language ?? 'en';
    const sources = { index: this.#index, vocabulary: this.#vocabulary, languageOf, own };
    const spoken = filters.language === undefined ? (queryLanguage(words, sources) ?? own) : undefined;
    const ranked: Ranked[] = [];
    for (const { document, likeness } of like) {
      const opportunity = this.#documents[document];
      if (opportunity === undefined || !isAvailable(opportunity, when) || !passes(opportunity)) continue;
      if (!accepts(opportunity)) continue;
      const score = likeness * freshness(opportunity, when.now) * languageFactor(opportunity.language, spoken);
      ranked.push({ opportunity, score });
    }
    const compare = (one: Ranked, other: Ranked) =>
      other.score - one.score || byTime(one.opportunity, other.opportunity, when.now);
    const best = topOf(ranked, page.skip + page.limit + SPARE, compare).map(({ opportunity }) => opportunity);
    return pageOf(best, ranked.length, page);
  }
}

/** Measured: an opportunity in memory without its texts, its subjects included. */
const OPPORTUNITY_BYTES = 1_000;

function bytesOf({ title, description, url, provider, topics = [] }: IndexedOpportunity): number {
  const texts = [title, description, url, provider, ...topics];
  return texts.reduce((sum, text) => sum + text.length, OPPORTUNITY_BYTES);
}

/** Whether the words say nothing about a subject. */
function isEmpty({ units, guessed }: ReadQuery): boolean {
  return units.length === 0 && guessed.length === 0;
}

const FIRST: ResultPage = { skip: 0, limit: 1 };

/** Returns a page of the best of `count`, without duplicates. */
function pageOf(best: readonly IndexedOpportunity[], count: number, { skip, limit }: ResultPage): Page {
  const once = withoutDuplicates(best);
  return { found: once.slice(skip, skip + limit), count: count - (best.length - once.length) };
}
