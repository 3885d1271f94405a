import type { ActivityKind, Delivery } from './activity-kinds.ts';
import { addDays, addMonths, addYears, type DateRange, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Credits } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { TimeSpan } from './cycle-rule.ts';

/** Credits claimed in one category, with what is said of them beside it. */
export interface Part {
  readonly category: string;
  readonly credits: Credits;
  /** Codes of marks; absent: none. */
  readonly marks?: readonly string[] | undefined;
}

/**
 * Credits stated as earned from the opening balance before it, or since the first day that may earn, to its day, docs/domain.md section 4.
 * A part may be in a category that others lie inside, or in the total.
 */
export interface OpeningBalance {
  readonly on: Day;
  readonly parts: readonly Part[];
  /** The first day of the cycle it is stated for; absent: the evaluated cycle. */
  readonly cycle?: Day | undefined;
  /** The body's portal shows them as accepted. */
  readonly accepted?: boolean | undefined;
  /** The parts are what records left of it: it does not give way again. */
  readonly settled?: true;
}

/** How the body made good a missed requirement. */
export interface Cure {
  readonly on: Day;
  /** In the member's words. */
  readonly what: string;
}

/** The claim of one activity for one holding in one cycle. */
export interface Entry {
  readonly id: string;
  readonly kind: ActivityKind;
  readonly start: Day;
  /** The day the activity ended. */
  readonly end: Day;
  /** Orders entries of one day by time of entry. */
  readonly order: number;
  readonly delivery?: Delivery | '' | undefined;
  readonly parts: readonly Part[];
  /** Provider and title as `courseOf` folds them; the same for what is the same course. */
  readonly course?: string | undefined;
  /** The first day of the cycle it is allocated to; absent: the evaluated cycle. */
  readonly cycle?: Day | undefined;
}

/** An event by which another certification renews one. */
export interface RenewalByAnother {
  /** The short name of the other. */
  readonly short: string;
  /** The code of the other; absent where it does not matter. */
  readonly from?: string;
  readonly on: Day;
  /** The last day on which it holds, where it rests on the other being active. */
  readonly until?: Day | undefined;
  /** The other's next cycle is recorded. */
  readonly isRecorded?: boolean;
  /** The day to which it moves the end of the cycle; absent: the end stays. */
  readonly end?: Day | undefined;
}

/** One cycle of a holding with the holder's answers. */
export interface HoldingCycle {
  readonly cycle: DateRange;
  readonly certifiedOn?: Day | undefined;
  /** Answers to the certification's conditions, by code. */
  readonly conditions?: Readonly<Record<string, string>> | undefined;
  /** The last day of each requirement with a period of its own, by its code. */
  readonly periods?: Readonly<Record<string, Day>> | undefined;
  /** When required actions were done, by the keys of `actionsOf`. */
  readonly actsDone?: Readonly<Record<string, Day>> | undefined;
  /** Credits carried over from the previous cycle. */
  readonly carryOver?: readonly Part[] | undefined;
  /** Missed requirements that the body has made good, by the requirement's id. */
  readonly cured?: Readonly<Record<string, Cure>> | undefined;
  /** Events by which other certifications of the person may renew this one, in the order of their days. */
  readonly renewals?: readonly RenewalByAnother[] | undefined;
  /** Short names of certifications that may have renewed this one: the day they were earned is not known. */
  readonly mayBeRenewedBy?: readonly string[] | undefined;
  /** The certification whose event renewed this one in this cycle, and its day. */
  readonly renewedBy?: { readonly short: string; readonly on: Day } | undefined;
}

/** A certification with all its cycles, and what was earned in them. */
export interface HoldingHistory<E extends Entry = Entry> {
  readonly certification: Certification;
  /** Oldest first; empty for certifications that never expire. */
  readonly cycles: readonly HoldingCycle[];
  readonly entries: readonly E[];
  /** Opening balances of all cycles; absent: none. */
  readonly openings?: readonly OpeningBalance[] | undefined;
}

/** A holding renewed by credits: one cycle, and the entries of all cycles. */
export interface CountedHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: HoldingCycle;
  readonly entries: readonly Entry[];
  /** Opening balances of all cycles; absent: none. */
  readonly openings?: readonly OpeningBalance[] | undefined;
}

/**
 * Whether the certification was earned in this cycle or in the year before it. A cycle from the first 1 January after certification is the
 * first also for those certified on 1 January; one that ends on a fixed day begins with the certification, unless earlier credits count.
 */
export function isFirstCycle(
  { cycle, certifiedOn }: HoldingCycle,
  { cycle: rule, earlyCredits }: Pick<CreditRenewal, 'cycle' | 'earlyCredits'>,
): boolean {
  if (certifiedOn === undefined) return false;
  const anchor = rule.anchor?.value;
  if (anchor === 'fixed-day' && earlyCredits === undefined) return certifiedOn >= cycle.start;
  const aYearBefore = addYears(cycle.start, -1);
  return certifiedOn > aYearBefore || (anchor === 'january' && certifiedOn === aYearBefore);
}

/** Returns provider and title folded for comparison, or undefined without a title. */
export function courseOf(provider: string, title: string): string | undefined {
  const folded = fold(title);
  return folded === '' ? undefined : `${fold(provider)}|${folded}`;
}

/** Returns the folded provider of a course; empty if it has none. */
export function providerOf(course: string | undefined): string {
  return course?.slice(0, course.indexOf('|')) ?? '';
}

function fold(text: string): string {
  return splitWords(text).join('');
}

/** Returns the words of a text in lower case, without punctuation. */
export function splitWords(text: string): readonly string[] {
  const words = text
    .normalize('NFC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '');
}

/** The date a time span after another. */
export function dayAfter(from: Day, timeSpan: TimeSpan): Day {
  return 'days' in timeSpan ? addDays(from, timeSpan.days) : addMonths(from, timeSpan.months);
}

/** The date a time span before another. */
export function dayBefore(from: Day, timeSpan: TimeSpan): Day {
  return 'days' in timeSpan ? addDays(from, -timeSpan.days) : addMonths(from, -timeSpan.months);
}

/** Returns the claimed credits of an entry. */
export function claimed(entry: Pick<Entry, 'parts'>): Credits {
  return entry.parts.reduce((total, part) => total + part.credits, 0);
}
