import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';

/**
 * How a value is known. O: the body's own page or the law; Om: a copy of an official page; C: a chapter or affiliate;
 * S: secondary; P: seen in the body's portal; M: general knowledge, unverified. What is unknown is absent.
 */
export type Certainty = 'O' | 'Om' | 'C' | 'S' | 'P' | 'M';

/** A value with where it is known from: `sources` are keys of the certification's `sources`. */
export interface Sourced<T> {
  readonly value: T;
  readonly certainty: Certainty;
  readonly sources: readonly string[];
  readonly note?: string;
}

/** An entry of the catalogue: the same for every workspace. */
export interface Certification {
  /** Lower case, `cissp`; stored with every holding, so it never changes. */
  readonly code: string;
  /** What people call it, `CISSP`. */
  readonly short: string;
  readonly name: string;
  readonly body: string;
  /** Other words that find it, former names among them. */
  readonly aliases: readonly string[];
  readonly renewal: Renewal;
  /** Addresses by source key. */
  readonly sources: Readonly<Record<string, string>>;
  readonly reviewed: Day;
}

export type Renewal = CreditRenewal | ExamRenewal | NeverExpires;

/** Renewed by earning credits in a cycle. */
export interface CreditRenewal {
  readonly kind: 'credits';
  /** What the body calls a credit. */
  readonly unit: { readonly one: string; readonly many: string };
  readonly cycle: CycleRule;
  readonly total: Sourced<Credits>;
  readonly yearly: readonly YearlyMinimum[];
  /** In the body's order; a category with a `parent` lies inside it. Empty when the body knows no categories. */
  readonly categories: readonly Category[];
  readonly caps: readonly Cap[];
  readonly conversion: Conversion;
  /** Days after the cycle's last day in which credits may still be earned. */
  readonly earningGrace?: Sourced<number>;
  /** Credits earned between certification and the first cycle's start count in its first year. */
  readonly earlyCredits?: Sourced<true>;
  /** One activity may be split over several categories. */
  readonly splits?: Sourced<true>;
  /** Rules of the body whose figures are unknown or disputed, each in a phrase: they are not checked, and answers say so. */
  readonly unknown?: readonly string[];
}

/** Renewed by an exam or an assessment taken in a window before the expiry. */
export interface ExamRenewal {
  readonly kind: 'exam' | 'assessment';
  readonly cycle: CycleRule;
  /** From how many days before the expiry; absent: any time while it is valid. */
  readonly opensDaysBefore?: Sourced<number>;
  /** Until how many days after the expiry; absent: not after it. */
  readonly closesDaysAfter?: Sourced<number>;
  readonly how: string;
}

export interface NeverExpires {
  readonly kind: 'never-expires';
  readonly certainty: Certainty;
  readonly sources: readonly string[];
}

/**
 * What fixes a cycle. `certified`: starts on the certification day, ends on the day before the same date `months` later;
 * `certified-same-day`: ends on that same date (PMI); `january`: starts on the first 1 January later than the certification
 * date; `birth-month`: ends with the last day of the birth month; `anniversary-month`: starts after the last day of the month
 * of certification.
 */
export type Anchor = 'certified' | 'certified-same-day' | 'january' | 'birth-month' | 'anniversary-month';

export interface CycleRule {
  readonly anchor: Sourced<Anchor>;
  readonly months: Sourced<number>;
}

/** Hard: missing it is non-compliance. Suggested: the body's advice, never the headline. */
export type Severity = 'hard' | 'suggested';

export interface YearlyMinimum {
  readonly amount: Sourced<Credits>;
  readonly severity: Severity;
  /** Over one category alone; absent: over everything. */
  readonly category?: string;
}

export interface Category {
  /** Lower case, `group-a`; stored with every allocation. */
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  readonly minimum?: Sourced<Credits>;
  readonly maximum?: Sourced<Credits>;
}

/** A maximum on what counts, over one kind of activity, one category, or both absent: everything. */
export interface Cap {
  readonly per: 'entry' | 'year' | 'cycle';
  readonly limit: Sourced<Credits>;
  readonly kinds?: readonly ActivityKind[];
  readonly category?: string;
  /** What the body calls it, `live webinars`. */
  readonly name: string;
}

/** From minutes to credits; an absent value is unknown. */
export interface Conversion {
  readonly minutesPerCredit?: Sourced<number>;
  readonly step?: Sourced<Credits>;
  /** Nothing below this many credits. */
  readonly firstUnit?: Sourced<Credits>;
}

/** What a member did, in our own words; each body's names and caps are mapped to them. */
export const ACTIVITY_KINDS = [
  'course',
  'webinar',
  'conference',
  'chapter-meeting',
  'self-study',
  'reading',
  'podcast',
  'vendor-presentation',
  'college-course',
  'lab',
  'teaching',
  'authoring',
  'exam-development',
  'exam-passed',
  'volunteering',
  'mentoring',
  'work-experience',
  'other',
] as const;
export type ActivityKind = (typeof ACTIVITY_KINDS)[number];

export const DELIVERIES = ['online-live', 'online-recorded', 'in-person', 'self-paced'] as const;
export type Delivery = (typeof DELIVERIES)[number];
