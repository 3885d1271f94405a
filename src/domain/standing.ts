import { addDays, addMonths, type DateRange, type Day, daysBetween, within } from './calendar.ts';
import type { Certification, ExamRenewal } from './certification.ts';
import { type Counted, countUnder } from './count-credits.ts';
import type { Condition, CreditRenewal, Unchecked } from './credit-rules.ts';
import type { TimeSpan } from './cycle-rule.ts';
import { type CountedHolding, dayAfter, type Entry, type HoldingCycle } from './holding.ts';
import { bindingOf, type Pace, paceOf } from './pace.ts';
import { answerTo, conditionHolds, type Terms, termsOf } from './renewal-terms.ts';
import { type DueAction, dueActions } from './required-actions.ts';
import { requirementsOf } from './requirement.ts';

/** The standing of one holding on one date. */
export type Standing = CreditStanding | ExamStanding | { readonly kind: 'never-expires' };

/** A holding renewed by credits: the pace of every requirement, and the binding one. */
export interface CreditStanding {
  readonly kind: 'credits';
  readonly renewal: CreditRenewal;
  readonly terms: Terms;
  readonly cycle: DateRange;
  readonly paces: readonly Pace[];
  /** Absent while no hard window has begun. */
  readonly binding?: Pace;
  /** Present if no hard rule is in force: `unknown` if some rule is not checked. */
  readonly unbound?: 'met' | 'unknown';
  readonly counted: Counted;
  /** Required actions other than earning credits. */
  readonly acts: readonly DueAction[];
  readonly notChecked: readonly NotChecked[];
}

/** Why a rule is not checked. */
export type NotChecked =
  | { readonly kind: 'rule'; readonly unchecked: Unchecked }
  /** The holder has not answered. */
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** The holder has not entered the end of a requirement's own period; `code` is the requirement's. */
  | { readonly kind: 'period'; readonly code: string };

/** A holding renewed by an exam or assessment: when it can be taken, and when the certification expires. */
export interface ExamStanding {
  readonly kind: 'exam';
  readonly renewal: ExamRenewal;
  readonly cycle: DateRange;
  readonly expiry: Day;
  readonly window: DateRange;
  readonly isOpen: boolean;
  readonly daysLeft: number;
}

/** A member's holding; `cycle` is absent for certifications that never expire. */
export interface HoldingOnDay {
  readonly certification: Certification;
  readonly cycle?: HoldingCycle | undefined;
  /** Entries of all cycles, without planned activities. */
  readonly entries: readonly Entry[];
}

/** Returns the standing of a holding on `today`; later activities are ignored. */
export function standingOf({ certification, cycle, entries }: HoldingOnDay, today: Day, tolerance: number): Standing {
  const { renewal } = certification;
  if (renewal.kind === 'never-expires' || cycle === undefined) return { kind: 'never-expires' };
  if (renewal.kind !== 'credits') return examStanding(renewal, cycle.cycle, today);
  return creditStanding({ renewal, cycle, entries }, today, tolerance);
}

/** Returns the standing of a holding renewed by credits on `today`. */
export function creditStanding(holding: CountedHolding, today: Day, tolerance: number): CreditStanding {
  const { renewal, cycle, entries } = holding;
  const terms = termsOf(renewal, cycle, today);
  const counted = countUnder(terms, entries, today);
  const paces = requirementsOf(terms).map((requirement) => paceOf(requirement, counted, { today, tolerance }));
  const binding = bindingOf(paces);
  const notChecked = notCheckedOf(terms);
  const isUnbound = !paces.some(({ requirement }) => requirement.severity === 'hard');
  return {
    kind: 'credits',
    renewal,
    terms,
    cycle: cycle.cycle,
    paces,
    counted,
    acts: dueActions(terms),
    notChecked,
    ...(binding === undefined ? {} : { binding }),
    ...(isUnbound ? { unbound: notChecked.length === 0 ? 'met' : 'unknown' } : {}),
  };
}

function notCheckedOf(terms: Terms): readonly NotChecked[] {
  const { renewal, holding } = terms;
  const rules = renewal.unchecked.map((unchecked) => ({ kind: 'rule', unchecked }) as const);
  const open = renewal.conditions.filter(({ code }) => answerTo(code, terms) === undefined);
  const periods = renewal.requirements.filter(
    ({ per, code, when }) => per === 'period' && conditionHolds(when, terms) && holding.periods?.[code] === undefined,
  );
  return [
    ...rules,
    ...open.map((condition) => ({ kind: 'condition', condition }) as const),
    ...periods.map(({ code }) => ({ kind: 'period', code }) as const),
  ];
}

function examStanding(renewal: ExamRenewal, cycle: DateRange, today: Day): ExamStanding {
  const expiry = cycle.end;
  const { opensBefore, closesAfter } = renewal;
  const opens = opensBefore === undefined ? cycle.start : daysBefore(expiry, opensBefore.value);
  const window = { start: opens, end: closesAfter === undefined ? expiry : dayAfter(expiry, closesAfter.value) };
  const daysLeft = Math.max(0, daysBetween(today, expiry) + 1);
  return { kind: 'exam', renewal, cycle, expiry, window, isOpen: within(window, today), daysLeft };
}

function daysBefore(day: Day, timeSpan: TimeSpan): Day {
  return 'days' in timeSpan ? addDays(day, -timeSpan.days) : addMonths(day, -timeSpan.months);
}
