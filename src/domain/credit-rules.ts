import type { ActivityKind } from './activity-kinds.ts';
import type { Credits } from './credit.ts';
import type { CycleRule, TimeSpan } from './cycle-rule.ts';
import type { Source, Sourced, Versioned } from './sourced.ts';

/** Renewed by earning credits in a cycle. */
export interface CreditRenewal {
  readonly kind: 'credits';
  /** What the body calls a credit. */
  readonly unit: { readonly one: string; readonly many: string };
  readonly cycle: CycleRule;
  /** In the body's order, the total first. Empty when none is known. */
  readonly requirements: readonly RequirementRule[];
  /** In the body's order; a category with a `parent` lies inside it. Empty when the body knows no categories. */
  readonly categories: readonly Category[];
  /** Properties of an allocation beside its category. */
  readonly marks: readonly Mark[];
  /** What a holder must be asked before the rules are known. */
  readonly conditions: readonly Condition[];
  /** Things to do that are not credits: an exam, paid cover, hours of practice. */
  readonly acts: readonly RequiredAction[];
  readonly caps: readonly Cap[];
  /** The same course counts once in a cycle; of these kinds, or of all. */
  readonly onceOnly?: Source & { readonly kinds?: readonly ActivityKind[] };
  readonly conversion: Conversion;
  /** What the body calls the activities it takes, and what is special about them. */
  readonly activities: readonly ActivityRule[];
  /** How long after the cycle's last day credits may still be earned; chosen by the cycle's first day. */
  readonly earningGrace?: Versioned<TimeSpan>;
  /** Credits earned between certification and the first cycle's start count in its first year. */
  readonly earlyCredits?: Sourced<true>;
  /** One activity may be split over several categories. */
  readonly splits?: Sourced<true>;
  readonly carryOver?: CarryOver;
  readonly newHolder?: NewHolder;
  /** Rules that are not checked, and answers say so. */
  readonly unchecked: readonly Unchecked[];
}

/** Credits, or percent of the holding's required total, rounded down to hundredths. */
export type Amount = Credits | Percent;
export interface Percent {
  readonly percent: number;
}

/** Hard: missing it is non-compliance. Suggested: the body's advice, never the headline. */
export type Severity = 'hard' | 'suggested';

/** By which date the version of a rule is chosen; `day` is the date looked at, but not after the window's last day. */
export type ChosenBy = 'cycle-start' | 'cycle-end' | 'day';

/** A minimum over everything, over one category, or over one mark. */
export interface RequirementRule {
  /** Unique in the certification; `total` is the one over everything in a cycle. */
  readonly code: string;
  /** What the body calls it, where category, mark and window do not say enough. */
  readonly name?: string;
  readonly category?: string;
  readonly mark?: string;
  /** The whole cycle, each year of it, or a period of its own, whose last day the holding says. */
  readonly per: 'cycle' | 'year' | 'period';
  /** The length of the period of its own. */
  readonly months?: number;
  readonly amount: Versioned<Amount>;
  readonly chosenBy: ChosenBy;
  readonly severity: Severity;
  /** It holds only where each of these conditions has one of these answers. */
  readonly when?: When;
}

export type When = Readonly<Record<string, readonly string[]>>;

export interface Category {
  /** Lower case, `group-a`; stored with every allocation. */
  readonly code: string;
  readonly name: string;
  readonly parent?: string;
  /** The category it may stand in for: it is not capped by that one's limit. */
  readonly fills?: string;
}

export interface Mark {
  /** Lower case, `ethics`; stored with every allocation. */
  readonly code: string;
  readonly name: string;
}

/** A question whose answer decides which rules hold. */
export interface Condition {
  readonly code: string;
  readonly question: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  /** The answer of most; absent: the rules that depend on it are not checked until it is given. */
  readonly usual?: string;
}

/** Answered by the rules themselves: `yes` in the cycle in which, or right before which, the certification was earned. */
export const FIRST_CYCLE = 'first-cycle';

/** Something to do beside credits. */
export interface RequiredAction extends Source {
  readonly code: string;
  readonly name: string;
  readonly per: 'cycle' | 'year';
  readonly when?: When;
}

/** A maximum on what counts, over some kinds of activity, over one category, or both absent: over everything. */
export interface Cap {
  readonly per: 'entry' | 'day' | 'year' | 'cycle';
  /** Chosen by the day the activity ended. */
  readonly limit: Versioned<Amount>;
  readonly kinds?: readonly ActivityKind[];
  readonly category?: string;
  readonly when?: When;
  /** What the body calls it, `live webinars`. */
  readonly name: string;
}

/** From minutes to credits, chosen by the day the activity ended; an absent value is unknown. */
export interface Conversion {
  readonly minutesPerCredit?: Versioned<number>;
  readonly step?: Versioned<Credits>;
  /** Nothing below this many credits. */
  readonly firstUnit?: Versioned<Credits>;
}

/** What the body says about some kinds of activity. */
export interface ActivityRule {
  /** The body's own name. */
  readonly name: string;
  readonly kinds: readonly ActivityKind[];
  /** How its worth is found, where it is not the usual conversion. */
  readonly rate?: Versioned<Rate>;
  /** `false`: the body never takes it. */
  readonly counts?: Sourced<false>;
  /** How many renewals one activity may serve at most. */
  readonly renewals?: Sourced<number>;
  /** What the body wants to see, in its words. */
  readonly evidence?: Sourced<string>;
}

/** Minutes for one credit; a fixed worth for each item; or so many times the usual worth, in percent (500 is five times). */
export type Rate =
  | { readonly minutesPerCredit: number }
  | { readonly perItem: Credits }
  | { readonly percentOfTime: number; readonly firstTimeOnly?: true };

/** What is left over at the end of a cycle and counts in the next one. */
export interface CarryOver {
  readonly cap: Versioned<Credits>;
  /** Only what ended in the last so many months of the cycle; absent: in all of it. */
  readonly lastMonths?: Sourced<number>;
  /** The categories it may come from; absent: all. */
  readonly from?: readonly { readonly category: string; readonly max?: Credits; readonly into?: string }[];
}

/** Lighter rules for those who are new. */
export interface NewHolder {
  /** The total at the first, second, … check date after certification, with the months looked at; later ones are as usual. */
  readonly totals?: Sourced<readonly { readonly credits: Credits; readonly months?: number }[]>;
  /** In a first cycle the total is so many credits for each so many full months, at most the usual total. */
  readonly perMonths?: Sourced<{ readonly months: number; readonly credits: Credits }>;
  /** So many first years of the first cycle carry no yearly minimum. */
  readonly exemptYears?: Sourced<number>;
}

/** A rule that is known to exist, but not for certain. */
export interface Unchecked extends Partial<Source> {
  /** In a phrase. */
  readonly rule: string;
  readonly why: 'unknown' | 'disputed' | 'paused';
}
