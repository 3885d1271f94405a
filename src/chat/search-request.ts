import type { Card } from './card.ts';
import type { Identity, Profile } from './identity.ts';

/** What a person types into a search field of a form. */
export interface SuggestionRequest {
  /** The list to search, by the name its field gives. */
  readonly source: string;
  readonly typed: string;
  /** The most options to return. */
  readonly limit: number;
  readonly from: Identity;
}

/** What a person searches for from the platform's message box. */
export interface SearchRequest {
  /** The person's own records, or the opportunities of their workspace. */
  readonly scope: 'records' | 'offers';
  readonly from: Identity;
  readonly profile?: Profile;
  /** Empty for the newest. */
  readonly text: string;
  readonly skip: number;
  readonly limit: number;
}

/** The results, each with a card to share; `note` says why there are none. */
export interface SearchResults {
  readonly items: readonly SearchResultItem[];
  readonly note?: string;
}

export interface SearchResultItem {
  readonly title: string;
  readonly detail: string;
  readonly card: Card;
}
