import type { Sourced, Versioned } from './sourced-value.ts';

/**
 * What fixes a cycle. `certified`: starts on the certification day, ends on the day before the same date `months` later;
 * `certified-same-day`: ends on that same date (PMI); `january`: starts on the first 1 January later than the certification
 * date; `birth-month`: ends with the last day of the birth month; `anniversary-month`: starts after the last day of the month
 * of certification; `rolling`: the `months` that end on the next check date, a birth month's last day, every year anew;
 * `suite`: as `certified`, from the latest exam of a suite whose certifications share one date; `parent`: the cycle of the
 * certification it runs with; `fixed-day`: ends on a fixed day of the year (`fixedDay`), every `months` / 12 years; the first cycle
 * runs from the certification date to the first such day later than it, and its years end on that day.
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
  'fixed-day',
] as const;
export type Anchor = (typeof ANCHORS)[number];

/** An absent value is unknown: the holder gives both ends of the cycle. */
export interface CycleRule {
  readonly anchor?: Sourced<Anchor>;
  /** Chosen by the cycle's first day. */
  readonly months?: Versioned<number>;
  /** Given for `fixed-day`, and only there. */
  readonly fixedDay?: Sourced<FixedDay>;
}

/** The last day of every cycle of a body. */
export interface FixedDay {
  /** Month and day, `06-30`. */
  readonly ends: string;
  /** A year in which a cycle ends for everybody; absent: the holder states the year, and of one-year cycles it does not matter. */
  readonly year?: number;
  /** It may move on from year to year, as in `rolling`: every year the last `months` are looked at anew. */
  readonly rolling?: true;
}

/** A number of days or of months. */
export type TimeSpan = { readonly days: number } | { readonly months: number };

/** Whether the cycle moves on by a year every year, so that records belong to several cycles. */
export function isRolling({ anchor, fixedDay }: CycleRule): boolean {
  return anchor?.value === 'rolling' || fixedDay?.value.rolling === true;
}
