import { Document } from 'flexsearch';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { day } from '../../src/domain/calendar.ts';
import type { IndexedOpportunity } from '../../src/opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../src/opportunities/opportunity-index.ts';
import { parseSearchQuery } from '../../src/opportunities/parse-search-query.ts';

/** A way to search: the ids of the best, at least ten if there are. */
export interface Engine {
  readonly name: string;
  build(documents: readonly IndexedOpportunity[]): Promise<(query: string) => readonly string[]>;
}

/** More than ten, because copies are taken out before ten are measured. */
const COUNT = 40;
const FIELDS = ['title', 'topics', 'provider', 'description'] as const;
const TODAY = day('2026-11-30');
const when = { zone: 'Europe/Berlin', now: new Date('2026-11-30T09:00:00Z') };

const flat = ({ topics = [], ...rest }: IndexedOpportunity) => ({ ...rest, topics: topics.join(' ') });

/** recert beside engines that search words alone; each gets the words as they are typed, and only what isn't over. */
export const ENGINES: readonly Engine[] = [
  {
    name: 'recert',
    async build(documents) {
      const index = new OpportunityIndex();
      await index.put(documents);
      const { find } = loadCatalogue();
      const reading = { today: TODAY, known: index.known, certificationOf: find };
      return (query) =>
        index.search(parseSearchQuery(query, reading), when, { skip: 0, limit: 10 }).found.map(({ id }) => id);
    },
  },
  {
    name: 'MiniSearch, tuned',
    async build(documents) {
      const index = new MiniSearch({
        fields: [...FIELDS],
        searchOptions: {
          boost: { title: 3, topics: 2 },
          prefix: (term) => term.length > 4,
          fuzzy: (term) => (term.length > 5 ? 0.2 : false),
        },
      });
      index.addAll(current(documents).map(flat));
      return (query) =>
        index
          .search(query)
          .slice(0, COUNT)
          .map(({ id }) => String(id));
    },
  },
  {
    name: 'BM25 (Lunr)',
    async build(documents) {
      const index = lunr(function () {
        this.ref('id');
        this.field('title', { boost: 3 });
        this.field('topics', { boost: 2 });
        this.field('provider');
        this.field('description');
        for (const document of current(documents)) this.add(flat(document));
      });
      return (query) => {
        const words = query.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
        return index
          .query((terms) => {
            for (const word of words) terms.term(word.toLowerCase(), {});
          })
          .slice(0, COUNT)
          .map(({ ref }) => ref);
      };
    },
  },
  {
    name: 'FlexSearch',
    async build(documents) {
      const index = new Document({ tokenize: 'forward', document: { id: 'id', index: [...FIELDS] } });
      for (const document of current(documents)) {
        const { id, title, topics, provider, description } = flat(document);
        index.add({ id, title, topics, provider, description });
      }
      return (query) => {
        const results = index.search(query, { limit: COUNT, suggest: true }) as unknown as { result: string[] }[];
        return [...new Set(results.flatMap(({ result }) => result))].slice(0, COUNT);
      };
    },
  },
];

function current(documents: readonly IndexedOpportunity[]): readonly IndexedOpportunity[] {
  return documents.filter(({ startsAt }) => startsAt === undefined || startsAt >= when.now);
}
