import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { Cap } from './credit-rules.ts';
import type { Part } from './holding.ts';
import type { RemainingPart } from './remaining-part.ts';
import type { Source } from './sourced-value.ts';

/** What one entry adds to a figure; for carry-over and opening balances, `entry` is `carry-over` or `opening:DAY`. */
export interface CountedContribution {
  readonly entry: string;
  /** Absent for carry-over and opening balances. */
  readonly kind?: ActivityKind | undefined;
  readonly end: Day;
  readonly year: number;
  readonly credits: Credits;
}

/** Credits that do not count, and why: outside the earning period, a repeated course, or over a cap. */
export interface Cut {
  readonly entry: string;
  readonly credits: Credits;
  /** The parts they were taken from. */
  readonly parts: readonly Part[];
  readonly reason:
    | { readonly kind: 'outside' | 'once-only' }
    | { readonly kind: 'cap'; readonly cap: Cap; readonly limit: Credits; readonly source: Source };
}

/** An entry while caps are applied; `left` holds what remains of its parts, in the order they were entered. */
export interface Counting {
  readonly id: string;
  /** Absent for carry-over and opening balances, which caps on kinds and deliveries do not concern. */
  readonly kind?: ActivityKind;
  readonly delivery?: Delivery | '' | undefined;
  readonly start?: Day;
  readonly end: Day;
  readonly order: number;
  readonly year: number;
  readonly left: readonly RemainingPart[];
}
