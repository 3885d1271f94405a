import type { OpportunityCredits, OpportunityFacts } from '../domain/activity-facts.ts';
import type { ActivityKind, Delivery } from '../domain/activity-kinds.ts';
import type { SourceNotes } from '../domain/source-notes.ts';

/** An opportunity of a source: an event, a recording or an episode. */
export interface FeedOpportunity extends OpportunityFacts {
  /** Names it within its source, the same each time the source is read. */
  readonly key: string;
  /** A BCP 47 tag. */
  readonly language?: string;
}

/** The result of reading a source; an invalid item does not stop the others. */
export interface FeedReading extends Omit<SourceNotes, 'count'> {
  /** The source's own title; empty if it has none. */
  readonly title: string;
  readonly opportunities: readonly FeedOpportunity[];
}

/** Default values for items of a source. */
export interface SourceDefaults {
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery: Delivery | '';
  readonly minutes?: number;
  readonly language?: string;
  readonly isFree?: boolean;
  /** The address that relative links start from. */
  readonly base?: string;
  /** The zone of times without one; UTC by default. */
  readonly zone?: string;
}

/** An item as it was found, before anything is made of it; texts are as they came. */
export interface RawItem {
  readonly key?: string | undefined;
  readonly title?: string | undefined;
  readonly provider?: string | undefined;
  readonly url?: string | undefined;
  readonly description?: string | undefined;
  readonly kind?: ActivityKind | undefined;
  readonly delivery?: Delivery | undefined;
  readonly startsAt?: string | Date | undefined;
  readonly endsAt?: string | Date | undefined;
  readonly publishedAt?: string | Date | undefined;
  /** Minutes, or a text such as `1:02:03` or `PT45M`. */
  readonly duration?: number | string | undefined;
  readonly isFree?: boolean | undefined;
  readonly language?: string | undefined;
  /** An amount with or without a currency: `49 EUR`, `$1,200`, `free`. */
  readonly price?: string | undefined;
  readonly topics?: readonly string[] | undefined;
  readonly format?: string | undefined;
  readonly place?: string | undefined;
  readonly credits?: readonly OpportunityCredits[] | undefined;
  /** The line or row of a table; the number of the item by default. */
  readonly number?: number | undefined;
  /** The headings of the cells that say something that can't be read. */
  readonly unreadCells?: readonly string[] | undefined;
  /** Its day can be read in two ways. */
  readonly isDateUnclear?: boolean | undefined;
  readonly isUnreadable?: boolean | undefined;
  /** It doesn't take place. */
  readonly isCancelled?: boolean | undefined;
}

/** Why a source can't be read: it is none of the formats; it is a table without a column of titles. */
export type SourceProblem = 'not-a-feed' | 'no-title-column';

/** A source that is no feed at all. */
export class NotAFeed extends Error {
  override name = 'NotAFeed';
  readonly problem: SourceProblem;

  constructor(message: string, problem: SourceProblem = 'not-a-feed') {
    super(message);
    this.problem = problem;
  }
}
