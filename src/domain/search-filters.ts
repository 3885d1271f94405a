import type { ActivityKind } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';

/** How an opportunity can be attended, as people say it. */
export type DeliveryFilter = 'online' | 'in-person' | 'live' | 'on-demand';

/** What kind of opportunity is wanted; a workshop is a course whose provider calls it one. */
export type KindFilter = ActivityKind | 'workshop';

/** A certification with all its names. */
export type FilteredCertification = Pick<Certification, 'code' | 'short' | 'name' | 'aliases'>;

/** What an opportunity must be. One whose value of a field isn't known doesn't pass the filter of the field. */
export interface SearchFilters {
  /** `max` in hundredths of the currency, an ISO 4217 code; 0 is free in every currency. `paid` is anything but free. */
  readonly price?: { readonly max: number; readonly currency: string } | 'paid';
  /** The first part of a BCP 47 tag: `de`. */
  readonly language?: string;
  readonly kind?: readonly KindFilter[];
  readonly delivery?: readonly DeliveryFilter[];
  /** The name of a place as typed. */
  readonly place?: string;
  /** The days on which it begins, both included. */
  readonly date?: { readonly from?: Day; readonly until?: Day };
  /** Minutes, both included. */
  readonly length?: { readonly min?: number; readonly max?: number };
  /** Minimum credits, in hundredths, as its provider states them. */
  readonly credits?: Credits;
  /** The certification it must give credits for. */
  readonly certification?: FilteredCertification;
  /** The name of a category of credits, in lower case: `group a`. */
  readonly category?: string;
  /** The name of the provider as typed. */
  readonly provider?: string;
}

export type FilterName = keyof SearchFilters;

/** A filter that was understood, and the query without it. */
export interface AppliedFilter {
  readonly name: FilterName;
  readonly without: string;
}
