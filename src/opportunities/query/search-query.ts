import type { Day } from '../../domain/calendar.ts';
import type { AppliedFilter, FilteredCertification, SearchFilters } from '../../domain/search-filters.ts';

/** A search query: the words that are left when the filters are taken out. */
export interface SearchQuery {
  readonly words: string;
  readonly filters: SearchFilters;
  readonly applied: readonly AppliedFilter[];
  /** What looks like a filter but can't be applied, as typed: `in the evening`, `no podcasts`. */
  readonly ignored: readonly string[];
}

/** The names that turn a word into a filter, because they exist; each returns whether a typed name is one. */
export interface KnownNames {
  readonly hasPlace: (name: string) => boolean;
  readonly hasProvider: (name: string) => boolean;
  /** Whether it is the whole name of a provider, and no subject or place. */
  readonly isOnlyProvider: (name: string) => boolean;
  /** Whether it is the name of a provider in capitals, and in small letters no English word. */
  readonly isForeignAcronym: (name: string) => boolean;
  /** Whether providers state credits for a certification in a category with this name. */
  readonly isCategoryOf: (name: string, certification: FilteredCertification) => boolean;
  /** A certification that a provider states credits for. */
  readonly certificationNamed: (name: string) => FilteredCertification | undefined;
}

/** What a query is read with. Days are those of the user's time zone. */
export interface QueryContext {
  readonly today: Day;
  /** Returns a certification by any of its names. */
  readonly certificationOf?: (name: string) => FilteredCertification | undefined;
  readonly known?: KnownNames;
}
