import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import { parseSearchQuery } from '../../opportunities/parse-search-query.ts';
import type { KnownNames, SearchQuery } from '../../opportunities/query/search-query.ts';

/** What a query is read with; without `known`, no provider or place is a filter. */
interface QueryReading {
  readonly today: Day;
  readonly catalogue: Pick<Catalogue, 'find'>;
  readonly known?: KnownNames;
}

/** Reads a query with the names of the certifications of a catalogue. */
export function readQuery(text: string, { catalogue, ...reading }: QueryReading): SearchQuery {
  return parseSearchQuery(text, { ...reading, certificationOf: (name) => catalogue.find(name) });
}
