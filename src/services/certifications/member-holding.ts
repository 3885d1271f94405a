import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { HoldingCycle } from '../../domain/holding.ts';
import type { HoldingOnDay } from '../../domain/standing.ts';

/** A cycle of a holding with its id. */
export interface StoredCycle extends HoldingCycle {
  readonly cycleId: string;
}

/** A member's certification with its ids, ready for the rules; `cycle` is the latest of `cycles`. */
export interface MemberHolding extends HoldingOnDay {
  readonly holdingId: string;
  readonly personId: string;
  /** The certification of its group that carries it: its total and its records are that one's. */
  readonly carriedBy?: Certification | undefined;
  readonly number: string;
  readonly certifiedOn?: Day | undefined;
  readonly cycle?: StoredCycle | undefined;
  /** Oldest first. */
  readonly cycles: readonly StoredCycle[];
}

/** A holding renewed by credits: something can be logged for it. */
export interface CreditHolding extends MemberHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: StoredCycle;
}
