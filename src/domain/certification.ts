import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { CycleRule, TimeSpan } from './cycle-rule.ts';
import type { EvidencePolicy } from './evidence.ts';
import type { Source, Sourced, Versioned } from './sourced-value.ts';

/** An entry of the catalogue. */
export interface Certification {
  /** Lower case, `cissp`; stored with every holding, so it never changes. */
  readonly code: string;
  /** The common short name, `CISSP`. */
  readonly short: string;
  readonly name: string;
  readonly body: string;
  /** Other words that find it, former names among them. */
  readonly aliases: readonly string[];
  readonly renewal: Renewal;
  readonly upkeep: Upkeep;
  readonly sharing: Sharing;
  /** Addresses by source key. */
  readonly sources: Readonly<Record<string, string>>;
  readonly reviewed: Day;
}

export type Renewal = CreditRenewal | ExamRenewal | NeverExpires;

/** Renewed by an exam or an assessment taken in a window before the expiry. */
export interface ExamRenewal {
  readonly kind: 'exam' | 'assessment';
  readonly cycle: CycleRule;
  /** How long before the expiry date the renewal window opens; absent if it is open the whole cycle. */
  readonly opensBefore?: Sourced<TimeSpan>;
  /** How long after the expiry date the window closes; absent if it closes on that date. */
  readonly closesAfter?: Sourced<TimeSpan>;
  /** Renewing early starts from the old expiry date, not from the day it was done. */
  readonly fromOldExpiry?: Sourced<true>;
  readonly how: string;
}

interface NeverExpires extends Pick<Source, 'certainty' | 'sources'> {
  readonly kind: 'never-expires';
}

/** Requirements other than credits: fees, reporting, retention and lapse. */
export interface Upkeep {
  readonly fees: readonly Fee[];
  /** How long after the cycle's last day credits may still be reported. */
  readonly reporting?: Versioned<TimeSpan>;
  /** How long after its due date a fee may still be paid. */
  readonly paying?: Versioned<TimeSpan>;
  readonly lapse?: Lapse;
  /** How many months records must be kept after their cycle; the version is chosen by the cycle's last day. */
  readonly retention?: Versioned<number>;
  readonly evidence?: EvidencePolicy;
  /** Where credits are entered. */
  readonly portal?: Sourced<string>;
}

/** A fee; amounts change most often, and an admin can edit them. */
export interface Fee {
  readonly name: string;
  /** In cents. */
  readonly amount: Versioned<number>;
  readonly currency: string;
  readonly per: 'year' | 'cycle';
  /**
   * `start`: on the first day of the year or cycle; `end`: on its last day; `month-after`: on the first of the month after its
   * last day's anniversary.
   */
  readonly due: 'start' | 'end' | 'month-after';
}

/** What happens if requirements are unmet at the end of the cycle. */
interface Lapse {
  /** How long it is suspended before it expires. */
  readonly suspended?: Sourced<TimeSpan>;
  /** How it can be reinstated, in one sentence. */
  readonly reinstatement?: Sourced<string>;
}

/** How one activity, one renewal or one fee serves several certifications. */
interface Sharing {
  /** One activity counts in full for every matching certification of the body. */
  readonly full?: Sourced<true>;
  /** Certifications that are renewed when this one is. */
  readonly renews?: Sourced<readonly string[]>;
  /** It is in force only while one of these is. */
  readonly needs?: Sourced<readonly string[]>;
  /** Its cycle is that of one of these, and its credits lie inside that one's total. */
  readonly within?: Sourced<readonly string[]>;
  /** Certifications whose totals add up: the largest in full, of each further track the add-on. */
  readonly group?: Group;
}

interface Group {
  readonly code: string;
  readonly track: string;
  readonly addOn: Sourced<Credits>;
}
