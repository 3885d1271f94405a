import type { Card } from './card.ts';
import type { Identity, Profile } from './identity.ts';

/** What somebody looks for among their own records, while they write elsewhere. */
export interface SearchRequest {
  /** Their own records, or what is offered to everybody in their workspace. */
  readonly scope: 'records' | 'offers';
  readonly from: Identity;
  readonly profile?: Profile;
  /** Empty for the newest. */
  readonly text: string;
  readonly skip: number;
  readonly limit: number;
}

/** What was found: to be shown as a list, each with the card that everybody may see; or a sentence that says why there is none. */
export interface SearchResults {
  readonly items: readonly SearchResultItem[];
  readonly note?: string;
}

export interface SearchResultItem {
  readonly title: string;
  readonly detail: string;
  readonly card: Card;
}
