import type { ActivityKind } from './activity-kinds.ts';
import { addDays, addMonths, addYears, type DateRange, type Day } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { TimeSpan } from './cycle-rule.ts';

/** Credits claimed in one category. */
export interface Part {
  readonly category: string;
  readonly credits: Credits;
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
  readonly parts: readonly Part[];
  readonly marks: readonly string[];
  /** Provider and title as `courseOf` folds them; the same for what is the same course. */
  readonly course?: string | undefined;
  /** The first day of the cycle it is allocated to; absent: the evaluated cycle. */
  readonly cycle?: Day | undefined;
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
}

/** A holding renewed by credits: one cycle, and the entries of all cycles. */
export interface CountedHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: HoldingCycle;
  readonly entries: readonly Entry[];
}

/** Whether the certification was earned in this cycle or in the year before it. */
export function isFirstCycle({ cycle, certifiedOn }: HoldingCycle): boolean {
  return certifiedOn !== undefined && certifiedOn > addYears(cycle.start, -1);
}

/** Returns provider and title folded for comparison, or undefined without a title. */
export function courseOf(provider: string, title: string): string | undefined {
  const folded = fold(title);
  return folded === '' ? undefined : `${fold(provider)}|${folded}`;
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

/** Returns the claimed credits of an entry. */
export function claimed(entry: Pick<Entry, 'parts'>): Credits {
  return entry.parts.reduce((total, part) => total + part.credits, 0);
}
