import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';

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
}
