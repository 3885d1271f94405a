import type { DateRange, Day } from './calendar.ts';
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
  /** Keys of sources whose addresses are never shown, because they are copies, mirrors or private pages. */
  readonly unfitSources?: readonly string[];
  readonly reviewed: Day;
  /** No longer offered: held ones run to their date. */
  readonly retired?: Sourced<Retired>;
  /** The next change that the body has announced; `none` where its page names none. Absent: no source names one. */
  readonly nextChange?: Sourced<'none' | AnnouncedChange>;
}

/** Since when a certification is no longer offered, until when it can be renewed, and what took its place. */
export interface Retired {
  readonly on?: Day;
  readonly renewableUntil?: Day;
  /** Codes of the catalogue, or names. */
  readonly replacedBy?: readonly string[];
  /** Short names of `replacedBy`, added by the catalogue. */
  readonly successors?: readonly string[];
}

/** An announced change that is not in force: shown with its date, never counted. */
export interface AnnouncedChange {
  readonly what: string;
  /** The first day, if the body has named one. */
  readonly from?: Day;
  /** Rules as they would be, for `whatif --rules`: the amounts of requirements by code. */
  readonly amounts?: Readonly<Record<string, Credits>>;
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
  /** Taking it costs nothing. */
  readonly free?: Sourced<true>;
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
  /** In cents, for people who are not members of the body; absent if everyone pays the same. */
  readonly others?: Sourced<number>;
  readonly currency: string;
  readonly per: 'year' | 'cycle';
  /**
   * `start`: on the first day of the year or cycle; `end`: on its last day; `month-after`: on the first of the month after its
   * last day's anniversary.
   */
  readonly due: 'start' | 'end' | 'month-after';
  /** It is owed once for a person, however many certifications with the same `code` are held. */
  readonly oncePerPerson?: Sourced<SharedFee>;
  /** The certifications of one person that share it, its own among them; absent if there is no other. */
  readonly sharers?: readonly FeeSharer[];
}

/** A held certification that shares a fee: since when, on which days as known, and how high it stands. */
export interface FeeSharer {
  readonly certification: string;
  readonly short: string;
  readonly since: Day;
  readonly activeSpans: readonly DateRange[];
  readonly rank: number;
}

/** Which of several certifications decides a fee that is owed once. */
export interface SharedFee {
  /** The same for all certifications that share it. */
  readonly code: string;
  /** `earliest`: that of the earliest certification date; `highest`: that of the largest `rank`, among equals the earliest. */
  readonly decidedBy: 'earliest' | 'highest';
  readonly rank?: number;
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
  /** Which certifications this one renews, by what, and what happens to their dates. */
  readonly renews?: readonly RenewsRule[];
  /** It is in force only while one of these is. */
  readonly needs?: Sourced<readonly string[]>;
  /** Its cycle is that of one of these, and its credits lie inside that one's total. */
  readonly within?: Sourced<readonly string[]>;
  /** Certifications whose totals add up: the largest in full, of each further track the add-on. */
  readonly group?: Group;
}

/** Certifications that are renewed by this one. */
export interface RenewsRule extends Source {
  readonly codes: readonly string[];
  /** By earning it, by renewing it, or for as long as it is active; with `active` beside the others, what they renewed rests on its being active. */
  readonly by: readonly ('earned' | 'renewed' | 'active')[];
  /** Their end: as it was, that of this one, or `months` from the day of the event, ending the day before. Never earlier than it was. */
  readonly dates: 'kept' | 'aligned' | { readonly months: number };
}

interface Group {
  readonly code: string;
  readonly track: string;
  readonly addOn: Sourced<Credits>;
}
