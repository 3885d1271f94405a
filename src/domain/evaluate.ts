import type { ActivityKind, Delivery } from './activity-kinds.ts';
import type { DateRange, Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Cut } from './count-credits.ts';
import type { Credits } from './credit.ts';
import type { Severity } from './credit-rules.ts';
import { type Cure, courseOf, type Entry, type HoldingCycle, type OpeningBalance, type Part } from './holding.ts';
import type { Forecast, Pace, PaceStatus } from './pace.ts';
import { type CreditStanding, creditStanding, type HoldingStatus, type NotChecked } from './standing.ts';

/** A holding on one date, evaluated without a database. Credits are hundredths. */
export interface EvaluationInput {
  readonly certification: Certification;
  readonly cycle: DateRange;
  readonly certifiedOn?: Day | undefined;
  /** Answers to the certification's conditions, by code. */
  readonly conditions: Readonly<Record<string, string>>;
  /** The last day of each requirement with a period of its own, by the requirement's code. */
  readonly periods: Readonly<Record<string, Day>>;
  /** Credits carried over from the previous cycle, by category. */
  readonly carryOver: readonly Part[];
  /** Opening balances of all cycles. */
  readonly openings?: readonly OpeningBalance[];
  /** Cures of missed requirements, by the requirement's id. */
  readonly cured?: Readonly<Record<string, Cure>>;
  /** The certification whose event renewed this one in the cycle. */
  readonly renewedBy?: HoldingCycle['renewedBy'];
  readonly activities: readonly EvaluatedActivity[];
  readonly on: Day;
  /** Days of slack before a delta is called ahead or behind. */
  readonly tolerance: number;
}

/** An activity with what it claims; the order of the list is the time of entry. */
export interface EvaluatedActivity {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly kind: ActivityKind;
  readonly delivery?: Delivery | '';
  readonly start: Day;
  readonly end: Day;
  /** The first day of the cycle it is allocated to; absent: the evaluated cycle. */
  readonly cycle?: Day | undefined;
  /** Planned activities never count. */
  readonly planned: boolean;
  readonly parts: readonly Part[];
}

/** Every figure of a holding renewed by credits; the letters are those of docs/domain.md section 3. */
export interface Figures {
  readonly status: HoldingStatus;
  readonly requirements: readonly RequirementFigures[];
  readonly cuts: readonly CutFigures[];
  /** Rules that were not checked, in a phrase each. */
  readonly unchecked: readonly string[];
}

export interface RequirementFigures {
  /** `total`, `category:group-a`, `mark:ethics`, `year:2`, `year:2:group-a`, `year:2:mark:ethics`, `period:CODE`. */
  readonly id: string;
  /** The code of the rule. */
  readonly code: string;
  readonly severity: Severity;
  readonly category: string | null;
  readonly mark: string | null;
  readonly window: DateRange;
  /** g: the last day on which credits may still be earned. */
  readonly lastDay: Day;
  /** R */
  readonly required: Credits;
  /** C */
  readonly counted: Credits;
  readonly N: number;
  readonly E: number;
  readonly P: number;
  readonly delta: number;
  readonly remaining: Credits;
  readonly daysLeft: number;
  readonly slack: number;
  readonly weeklyRate: Credits | null;
  readonly status: PaceStatus;
  readonly binding: boolean;
  readonly forecast: Forecast;
}

/** Credits of one entry cut by one rule; the entry `carry-over` is the carry-over. */
export interface CutFigures {
  readonly entry: string;
  readonly credits: Credits;
  readonly reason:
    | { readonly kind: 'outside' | 'once-only' }
    | { readonly kind: 'cap'; readonly name: string; readonly per: string; readonly limit: Credits };
}

/** Evaluates a holding. Throws `RangeError` for a certification that is not renewed by credits. */
export function evaluate(question: EvaluationInput): Figures {
  const { certification, activities, openings, on, tolerance, ...holding } = question;
  const { renewal } = certification;
  if (renewal.kind !== 'credits') throw new RangeError(`${certification.short} is not renewed by credits.`);
  const entries = activities.filter(({ planned }) => !planned).map(entryOf);
  return figuresOf(creditStanding({ renewal, cycle: holding, entries, openings }, on, tolerance));
}

function entryOf(activity: EvaluatedActivity, order: number): Entry {
  const { id, kind, delivery, start, end, parts, cycle, provider, title } = activity;
  return { id, kind, delivery, start, end, order, parts, cycle, course: courseOf(provider, title) };
}

/** Every figure of a standing. */
export function figuresOf({ status, paces, binding, counted, notChecked }: CreditStanding): Figures {
  return {
    status,
    requirements: paces.map((pace) => requirementFigures(pace, pace === binding)),
    cuts: counted.cuts.map(cutFigures),
    unchecked: notChecked.map(phraseOf),
  };
}

function requirementFigures(pace: Pace, binding: boolean): RequirementFigures {
  const { requirement } = pace;
  return {
    id: requirement.id,
    code: requirement.code,
    severity: requirement.severity,
    category: requirement.category ?? null,
    mark: requirement.mark ?? null,
    window: requirement.window,
    lastDay: requirement.lastDay,
    required: requirement.required,
    counted: pace.counted,
    N: pace.days,
    E: pace.elapsed,
    P: pace.reached,
    delta: pace.delta,
    remaining: pace.remaining,
    daysLeft: pace.daysLeft,
    slack: pace.slack,
    weeklyRate: pace.weeklyRate ?? null,
    status: pace.status,
    binding,
    forecast: pace.forecast,
  };
}

function cutFigures({ entry, credits, reason }: Cut): CutFigures {
  if (reason.kind !== 'cap') return { entry, credits, reason };
  const { cap, limit } = reason;
  return { entry, credits, reason: { kind: 'cap', name: cap.name, per: cap.per, limit } };
}

function phraseOf(one: NotChecked): string {
  switch (one.kind) {
    case 'rule':
      return one.unchecked.rule;
    case 'condition':
      return `condition ${one.condition.code} is not answered`;
    case 'period':
      return `the period of ${one.code} is not given`;
  }
}
