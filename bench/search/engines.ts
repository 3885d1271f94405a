import { PGlite } from '@electric-sql/pglite';
import { create, insertMultiple, search } from '@orama/orama';
import { Document } from 'flexsearch';
import Fuse from 'fuse.js';
import lunr from 'lunr';
import MiniSearch from 'minisearch';
import { day } from '../../src/domain/calendar.ts';
import { OpportunityIndex } from '../../src/opportunities/opportunity-index.ts';
import { parseSearchQuery } from '../../src/opportunities/parse-search-query.ts';
import type { Labelled } from './catalogue.ts';

/** A way to search: the ids of the best ten. */
export interface Engine {
  readonly name: string;
  build(documents: readonly Labelled[]): Promise<(query: string) => Promise<readonly string[]> | readonly string[]>;
}

const TEN = 10;
const FIELDS = ['title', 'provider', 'description'] as const;
const when = { zone: 'UTC', now: new Date('2026-11-25T12:00:00Z') };

export const ENGINES: readonly Engine[] = [
  {
    name: 'recert',
    async build(documents) {
      const index = new OpportunityIndex();
      await index.put(documents);
      const today = day('2026-11-25');
      return (query) =>
        index.search(parseSearchQuery(query, { today }), when, { skip: 0, limit: TEN }).found.map(({ id }) => id);
    },
  },
  {
    name: 'MiniSearch, fuzzy and prefix',
    async build(documents) {
      const index = new MiniSearch<Labelled>({
        fields: [...FIELDS],
        searchOptions: { boost: { title: 3 }, fuzzy: 0.2, prefix: true },
      });
      index.addAll(documents);
      return (query) =>
        index
          .search(query)
          .slice(0, TEN)
          .map(({ id }) => String(id));
    },
  },
  {
    name: 'FlexSearch',
    async build(documents) {
      const index = new Document({ tokenize: 'forward', document: { id: 'id', index: [...FIELDS] } });
      for (const { id, title, provider, description } of documents) index.add({ id, title, provider, description });
      return (query) => {
        const results = index.search(query, { limit: TEN, suggest: true }) as unknown as { result: string[] }[];
        return [...new Set(results.flatMap(({ result }) => result))].slice(0, TEN);
      };
    },
  },
  {
    name: 'Orama',
    async build(documents) {
      const index = create({
        schema: { id: 'string', title: 'string', provider: 'string', description: 'string' } as const,
      });
      await insertMultiple(
        index,
        documents.map(({ id, title, provider, description }) => ({ id, title, provider, description })),
        1000,
      );
      return async (query) => {
        const { hits } = await search(index, { term: query, limit: TEN, tolerance: 1, boost: { title: 3 } });
        return hits.map(({ document }) => String(document.id));
      };
    },
  },
  {
    name: 'Lunr',
    async build(documents) {
      const index = lunr(function () {
        this.ref('id');
        this.field('title', { boost: 3 });
        this.field('provider');
        this.field('description');
        for (const document of documents) this.add(document);
      });
      return (query) => {
        const words = query.split(/\s+/u).filter((word) => /^[\p{L}\p{N}]+$/u.test(word));
        return index
          .query((asked) => {
            for (const word of words) {
              asked.term(word, { boost: 10 });
              asked.term(word, { wildcard: lunr.Query.wildcard.TRAILING, boost: 2 });
              asked.term(word, { editDistance: 1 });
            }
          })
          .slice(0, TEN)
          .map(({ ref }) => ref);
      };
    },
  },
  {
    name: 'Fuse',
    async build(documents) {
      const keys = [
        { name: 'title', weight: 3 },
        { name: 'provider', weight: 1 },
        { name: 'description', weight: 1 },
      ];
      const index = new Fuse(documents, { keys, ignoreLocation: true, threshold: 0.35 });
      return (query) => index.search(query, { limit: TEN }).map(({ item }) => item.id);
    },
  },
  {
    name: 'PostgreSQL full text',
    async build(documents) {
      const database = new PGlite();
      await database.exec('create table offer (id text primary key, words tsvector not null)');
      for (let from = 0; from < documents.length; from += 1000) {
        const rows = documents
          .slice(from, from + 1000)
          .map(({ id, title, provider, description }) => ({ id, title, rest: `${provider} ${description}` }));
        await database.query(
          `insert into offer select row ->> 'id', setweight(to_tsvector('english', row ->> 'title'), 'A') || setweight(to_tsvector('english', row ->> 'rest'), 'D')
             from jsonb_array_elements($1::jsonb) row`,
          [JSON.stringify(rows)],
        );
      }
      await database.exec('create index offer_words on offer using gin (words); analyze offer');
      return async (query) => {
        const { rows } = await database.query<{ id: string }>(
          `select id from offer, websearch_to_tsquery('english', $1) asked where words @@ asked order by ts_rank_cd(words, asked) desc, id limit ${TEN}`,
          [query],
        );
        return rows.map(({ id }) => id);
      };
    },
  },
];
