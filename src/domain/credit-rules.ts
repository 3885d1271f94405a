import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { Day } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { CycleRule, TimeSpan } from './cycle-rule.ts';
import type { Source, Sourced, Versioned } from './sourced-value.ts';

/** Renewed by earning credits in a cycle. */
export interface CreditRenewal {
  readonly kind: 'credits';
  /** The body's name for a credit. */
  readonly unit: { readonly one: string; readonly many: string };
  readonly cycle: CycleRule;
  /** In the body's order, the total first. Empty when none is known. */
  readonly requirements: readonly RequirementRule[];
  /** In the body's order; a category with a `parent` lies inside it. Empty when the body knows no categories. */
  readonly categories: readonly Category[];
  /** Properties of an allocation beside its category. */
  readonly marks: readonly Mark[];
  /** Questions whose answers select the rules. */
  readonly conditions: readonly Condition[];
  /** Things to do that are not credits: an exam, paid cover, hours of practice. */
  readonly acts: readonly RequiredAction[];
  readonly caps: readonly Cap[];
  /** The same course counts once in a cycle; of these kinds, or of all. */
  readonly onceOnly?: Source & { readonly kinds?: readonly ActivityKind[] };
  readonly conversion: Conversion;
  /** The body's names and special rules for activities. */
  readonly activities: readonly ActivityRule[];
  /** How long after the cycle's last day credits may still be earned; chosen by the cycle's first day. */
  readonly earningGrace?: Versioned<TimeSpan>;
  /** Credits earned between certification and the first cycle's start count in its first year. */
  readonly earlyCredits?: Sourced<true>;
  /** How long before every cycle's first day credits for it may already be earned; they count in its first year. */
  readonly earlySpan?: Versioned<TimeSpan>;
  /** The category of a claim without a stated one, by kind of activity; for other kinds the member is asked. */
  readonly defaultCategories?: readonly DefaultCategory[];
  /** Words in an opportunity's topics that name a category of this certification. */
  readonly topicCategories?: readonly TopicCategory[];
  /** One activity may be split over several categories. */
  readonly splits?: Sourced<true>;
  readonly carryOver?: CarryOver;
  readonly newHolder?: NewHolder;
  /** Rules that are not checked; answers mention them. */
  readonly unchecked: readonly Unchecked[];
}

/** Credits, or percent of the holding's required total, rounded down to hundredths. */
export type Amount = Credits | Percent;
interface Percent {
  readonly percent: number;
}

/** Hard: missing it is non-compliance. Suggested: the body's advice, never the headline. */
export type Severity = 'hard' | 'suggested';

/** The date that selects the version of a rule; `day` is the evaluated date, but no later than the window's end. */
type ChosenBy = 'cycle-start' | 'cycle-end' | 'day';

/** A minimum for all credits, one category or one mark. */
export interface RequirementRule {
  /** Unique in the certification; `total` is the requirement on all credits of a cycle. */
  readonly code: string;
  /** The body's name, if category, mark and window are not enough. */
  readonly name?: string;
  readonly category?: string;
  readonly mark?: string;
  /** Credits of activities of these kinds do not count to it. */
  readonly exceptKinds?: readonly ActivityKind[];
  /** The whole cycle, each of its years, or a period of its own whose last day the holding has. */
  readonly per: 'cycle' | 'year' | 'period';
  /** The length of its own period, in months. */
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

/** A property of a part of a claim beside its category. */
export interface Mark {
  /** Lower case, `ethics`; stored with the part. */
  readonly code: string;
  readonly name: string;
  /** It is not set by hand: the parts of activities delivered like this have it. */
  readonly from?: { readonly deliveries: readonly Delivery[] };
}

/** The category that unstated claims of some kinds go to; never one with a hard minimum of its own. */
export interface DefaultCategory extends Source {
  readonly kinds: readonly ActivityKind[];
  readonly category: string;
  /** Only for activities of these providers, compared without regard to case; such a row comes before one without. */
  readonly providers?: readonly string[];
}

/** A category, and the words of topics that stand for it. */
export interface TopicCategory extends Source {
  readonly category: string;
  readonly mark?: string;
  readonly topics: readonly string[];
  /** Every subject inside the certification's domains stands for it, too. */
  readonly domains?: true;
}

/** A question whose answer decides which rules hold. */
export interface Condition {
  readonly code: string;
  readonly question: string;
  readonly options: readonly { readonly code: string; readonly name: string }[];
  /** The default answer; absent: the rules that depend on it are not checked until it is given. */
  readonly defaultAnswer?: string;
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

/** A maximum on counted credits for some kinds of activity or one category; for all credits if both are absent. */
export interface Cap {
  readonly per: 'entry' | 'day' | 'year' | 'cycle';
  /** Chosen by the day the activity ended. */
  readonly limit: Versioned<Amount>;
  readonly kinds?: readonly ActivityKind[];
  readonly category?: string;
  /** It looks at parts with this mark. */
  readonly mark?: string;
  /** It looks at activities delivered like this. */
  readonly deliveries?: readonly Delivery[];
  readonly when?: When;
  /** The body's name, `live webinars`. */
  readonly name: string;
}

/** From minutes to credits, chosen by the day the activity ended; an absent value is unknown. */
interface Conversion {
  readonly minutesPerCredit?: Versioned<number>;
  readonly step?: Versioned<Credits>;
  /** Credits below this amount are not given. */
  readonly firstUnit?: Versioned<Credits>;
}

/** The body's rules on some kinds of activity. */
export interface ActivityRule {
  /** The body's own name. */
  readonly name: string;
  readonly kinds: readonly ActivityKind[];
  /** How its worth is found, where it is not the usual conversion. */
  readonly rate?: Versioned<Rate>;
  /** `false`: the body never accepts it. */
  readonly counts?: Sourced<false>;
  /** Maximum renewals that one activity may count for. */
  readonly renewals?: Sourced<number>;
  /** The required proof, in the body's words. */
  readonly evidence?: Sourced<string>;
  /** The category that such an activity belongs to, where that follows from what it is. */
  readonly category?: Sourced<string>;
}

/** Minutes per credit, credits per item, or a percentage of the standard conversion (500 is five times). */
export type Rate =
  | { readonly minutesPerCredit: number; readonly step?: Credits; readonly firstUnit?: Credits }
  | { readonly perItem: Credits }
  | { readonly percentOfTime: number; readonly firstTimeOnly?: true };

/** Credits that carry over to the next cycle. */
export interface CarryOver {
  readonly cap: Versioned<Credits>;
  /** `year`: what a year of the cycle has above its yearly minimum carries into the next year of the same cycle, for the yearly minimums alone. */
  readonly per?: 'year';
  /** Only activities that ended in the last months of the cycle; absent: in all of it. */
  readonly lastMonths?: Sourced<number>;
  /** The categories it may come from; absent: all. */
  readonly from?: readonly { readonly category: string; readonly max?: Credits; readonly into?: string }[];
}

/** Lighter rules for those who are new. */
export interface NewHolder {
  /** The totals and months of the first check dates after certification; later checks use the regular rule. */
  readonly totals?: Sourced<readonly { readonly credits: Credits; readonly months?: number }[]>;
  /** In a first cycle the total is `credits` per `months` full months, at most the regular total. */
  readonly perMonths?: Sourced<{ readonly months: number; readonly credits: Credits }>;
  /** The number of first years of the first cycle without a yearly minimum. */
  readonly exemptYears?: Sourced<number>;
  /** The first cycle's total, other minimums and length by the day of certification; the first row that fits. */
  readonly table?: Sourced<readonly NewHolderRow[]>;
}

/** What the first cycle asks of those certified from one day of a year to another, both included. */
export interface NewHolderRow {
  /** Month and day, `04-01`. */
  readonly from: string;
  readonly to: string;
  /** Only those certified in this year of the body's cycle, from 1. */
  readonly year?: number;
  readonly total: Credits;
  /** By the code of the requirement; those not named stay as they are, 0 is none. */
  readonly minimums?: Readonly<Record<string, Credits>>;
  readonly months?: number;
}

/** A rule that is known to exist, but not for certain. */
export interface Unchecked extends Partial<Source> {
  /** In a phrase. */
  readonly rule: string;
  readonly why: 'unknown' | 'disputed' | 'paused';
  /** `requirement`: while it is not known, a holding that has everything else is not called met. */
  readonly about: 'requirement' | 'other';
  /** The first day of an announced change; it is shown and never counted. */
  readonly from?: Day;
}
