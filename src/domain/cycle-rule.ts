import type { Sourced, Versioned } from './sourced-value.ts';

/**
 * What fixes a cycle. `certified`: starts on the certification day, ends on the day before the same date `months` later;
 * `certified-same-day`: ends on that same date (PMI); `january`: starts on the first 1 January later than the certification
 * date; `birth-month`: ends with the last day of the birth month; `anniversary-month`: starts after the last day of the month
 * of certification; `rolling`: the `months` that end on the next check date, a birth month's last day, every year anew;
 * `suite`: as `certified`, from the latest exam of a suite whose certifications share one date; `parent`: the cycle of the
 * certification it runs with.
 */
export const ANCHORS = [
  'certified',
  'certified-same-day',
  'january',
  'birth-month',
  'anniversary-month',
  'rolling',
  'suite',
  'parent',
] as const;
export type Anchor = (typeof ANCHORS)[number];

/** An absent value is unknown: the holder gives both ends of the cycle. */
export interface CycleRule {
  readonly anchor?: Sourced<Anchor>;
  /** Chosen by the cycle's first day. */
  readonly months?: Versioned<number>;
}

/** A number of days or of months. */
export type TimeSpan = { readonly days: number } | { readonly months: number };
