import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { HoldingCycle } from '../../domain/holding.ts';
import type { HoldingOnDay } from '../../domain/standing.ts';

/** A cycle of a holding with its id. */
export interface StoredCycle extends HoldingCycle {
  readonly cycleId: string;
}

/** A member's certification with its ids, in the form the rules use. `cycle` is the latest of `cycles`. */
export interface MemberHolding extends HoldingOnDay {
  readonly holdingId: string;
  readonly personId: string;
  /** The certification of its group that carries the shared total and all records of the group. */
  readonly carriedBy?: Certification | undefined;
  readonly number: string;
  /** Codes of certifications that it does not renew, as the member says. */
  readonly doesNotRenew?: readonly string[] | undefined;
  readonly certifiedOn?: Day | undefined;
  readonly cycle?: StoredCycle | undefined;
  /** Oldest first. */
  readonly cycles: readonly StoredCycle[];
}

/** A holding renewed by credits, in a cycle. */
export interface CreditHolding extends MemberHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: StoredCycle;
}
