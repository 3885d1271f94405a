import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';

/** What a member says an activity was, wherever it is stored or shown. */
export interface ActivityFacts {
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  /** Empty if unknown. */
  readonly delivery: Delivery | '';
  readonly starts: Day;
  readonly ends: Day;
}

/** A price in hundredths of a currency (an ISO 4217 code); 0 is free. */
export interface Price {
  readonly amount: number;
  readonly currency: string;
}

/** Credits that a provider states for an opportunity. */
export interface OpportunityCredits {
  readonly amount: Credits;
  /** As the provider names it; empty if it names none. */
  readonly category: string;
  /** The certification or the unit, as the provider names it. */
  readonly certification: string;
}

/** What a provider says an opportunity is. */
export interface OpportunityFacts {
  readonly title: string;
  readonly provider: string;
  /** An https or http address; empty if there is none. */
  readonly url: string;
  /** Plain words. */
  readonly description: string;
  readonly kind: ActivityKind;
  /** Empty if unknown. */
  readonly delivery: Delivery | '';
  /** When it begins; absent for what can be taken at any time. */
  readonly startsAt?: Date | undefined;
  /** Its day is known, but not its hour. */
  readonly isAllDay?: boolean | undefined;
  /** When it was published, if it can be taken at any time. */
  readonly publishedAt?: Date | undefined;
  readonly minutes?: number | undefined;
  /** Whether it is free; absent if unknown. */
  readonly isFree?: boolean | undefined;
  readonly price?: Price | undefined;
  /** The subjects its provider states. */
  readonly topics?: readonly string[] | undefined;
  /** What its provider calls it, if it is more precise than the kind: `workshop`. */
  readonly format?: string | undefined;
  /** Where it takes place: a city or an address. */
  readonly place?: string | undefined;
  /** The last of several days. */
  readonly lastDay?: Day | undefined;
  readonly credits?: readonly OpportunityCredits[] | undefined;
}
