import { bindingOf } from './binding-requirement.ts';
import { type DateRange, type Day, daysBetween, within } from './calendar.ts';
import type { Certification, ExamRenewal } from './certification.ts';
import { type Ending, endingOf } from './certification-ending.ts';
import { type Counted, countUnder } from './count-credits.ts';
import type { Condition, CreditRenewal, Unchecked, When } from './credit-rules.ts';
import {
  type CountedHolding,
  type Cure,
  dayAfter,
  dayBefore,
  type Entry,
  type HoldingCycle,
  type OpeningBalance,
} from './holding.ts';
import { type Pace, type PaceStatus, paceOf } from './pace.ts';
import { cycleOn } from './renewal-by-another.ts';
import { answerTo, conditionHolds, type Terms, termsOf } from './renewal-terms.ts';
import { type DueAction, dueActions } from './required-actions.ts';
import { requirementsOf } from './requirement.ts';
import type { Certainty } from './sourced-value.ts';

/** The standing of one holding on one date. */
export type Standing = CreditStanding | ExamStanding | LifelongStanding;

/** A holding that never expires, and how certain that is. */
interface LifelongStanding {
  readonly kind: 'never-expires';
  readonly certainty?: Certainty;
}

/** A holding renewed by credits: the pace of every requirement, and the binding one. */
export interface CreditStanding extends Ending {
  readonly kind: 'credits';
  readonly renewal: CreditRenewal;
  readonly terms: Terms;
  readonly cycle: DateRange;
  readonly paces: readonly Pace[];
  readonly status: HoldingStatus;
  /** The requirement that the headline names; absent while none has begun, when everything else is met but one is unknown, and when renewed. */
  readonly binding?: Pace;
  /** Hard requirements of the cycle that were missed, with what the member says of their cure. */
  readonly missed: readonly MissedRequirement[];
  /** Requirements and recommendations that are not known, in catalogue order; while there are any, the holding is not `met`. */
  readonly unknown: readonly NotChecked[];
  /** The certification whose event renewed this one in this cycle. */
  readonly renewedBy?: HoldingCycle['renewedBy'];
  /** Certifications of which it is not known whether they renewed this one. */
  readonly mayBeRenewedBy?: HoldingCycle['mayBeRenewedBy'];
  readonly counted: Counted;
  /** Required actions other than earning credits. */
  readonly acts: readonly DueAction[];
  readonly notChecked: readonly NotChecked[];
}

/** The status of a holding: that of its binding requirement, `missed` if any was missed, `unknown` in place of `met`. */
export type HoldingStatus = PaceStatus | 'unknown';

/** A missed requirement, and how the body made it good. */
export interface MissedRequirement {
  readonly pace: Pace;
  readonly cure?: Cure | undefined;
}

/** Why a rule is not checked. */
export type NotChecked =
  | { readonly kind: 'rule'; readonly unchecked: Unchecked }
  /** The holder has not answered. */
  | { readonly kind: 'condition'; readonly condition: Condition }
  /** The holder has not entered the end of a requirement's own period; `code` is the requirement's. */
  | { readonly kind: 'period'; readonly code: string };

/** A holding renewed by an exam or assessment: when it can be taken, and when the certification expires. */
export interface ExamStanding extends Ending {
  readonly kind: 'exam';
  readonly renewal: ExamRenewal;
  readonly cycle: DateRange;
  readonly expiry: Day;
  readonly window: DateRange;
  readonly isOpen: boolean;
  /** It is open, and to be done now: one that is open for the whole cycle is so in its last 90 days. */
  readonly isDue: boolean;
  readonly daysLeft: number;
  readonly renewedBy?: HoldingCycle['renewedBy'];
  readonly mayBeRenewedBy?: HoldingCycle['mayBeRenewedBy'];
}

/** A member's holding; `cycle` is absent for certifications that never expire. */
export interface HoldingOnDay {
  readonly certification: Certification;
  readonly cycle?: HoldingCycle | undefined;
  /** Entries of all cycles, without planned activities. */
  readonly entries: readonly Entry[];
  readonly openings?: readonly OpeningBalance[] | undefined;
}

/** Returns the standing of a holding on `today`; later activities are ignored. */
export function standingOf(holding: HoldingOnDay, today: Day, tolerance: number): Standing {
  const { certification, entries, openings } = holding;
  const cycle = holding.cycle && cycleOn(holding.cycle, certification, today);
  const { renewal } = certification;
  if (renewal.kind === 'never-expires') return { kind: 'never-expires', certainty: renewal.certainty };
  if (cycle === undefined) return { kind: 'never-expires' };
  const ending = endingOf(certification, today);
  if (renewal.kind !== 'credits') return { ...examStanding(renewal, cycle, today), ...ending };
  return { ...creditStanding({ renewal, cycle, entries, openings }, today, tolerance), ...ending };
}

/** Returns the standing of a holding renewed by credits on `today`. */
export function creditStanding(holding: CountedHolding, today: Day, tolerance: number): CreditStanding {
  const { renewal, cycle } = holding;
  const terms = termsOf(renewal, cycle, today);
  const counted = countUnder(terms, holding, today);
  const paces = requirementsOf(terms).map((requirement) => paceOf(requirement, counted, { today, tolerance }));
  const missed = missedOf(paces, cycle);
  const unknown = unknownOf(terms);
  return {
    kind: 'credits',
    renewal,
    terms,
    cycle: cycle.cycle,
    paces,
    counted,
    acts: dueActions(terms),
    notChecked: notCheckedOf(terms),
    missed,
    unknown,
    ...(cycle.mayBeRenewedBy !== undefined && { mayBeRenewedBy: cycle.mayBeRenewedBy }),
    ...headlineOf({ paces, missed, unknown, cycle, today }),
  };
}

interface HeadlineQuestion extends Pick<CreditStanding, 'paces' | 'missed' | 'unknown'> {
  readonly cycle: HoldingCycle;
  readonly today: Day;
}

function headlineOf(question: HeadlineQuestion): Pick<CreditStanding, 'status' | 'binding' | 'renewedBy'> {
  const { paces, missed, unknown, cycle, today } = question;
  const { renewedBy } = cycle;
  if (renewedBy !== undefined && renewedBy.on <= today) return { status: 'met', renewedBy };
  const hard = paces.filter((pace) => pace.requirement.severity === 'hard' && belongsTo(pace, cycle));
  const open = hard.filter(({ requirement }) => !isCured(requirement.id, cycle, today));
  const binding = bindingOf(open, today);
  const isMissed = missed.some(({ cure }) => cure === undefined || cure.on > today);
  const reached = binding?.status ?? (open.length > 0 ? 'not-started' : 'met');
  const status = isMissed ? 'missed' : reached;
  if (status === 'met' && unknown.length > 0) return { status: 'unknown' };
  return { status, ...(binding === undefined ? {} : { binding }) };
}

function isCured(id: string, { cured }: HoldingCycle, today: Day): boolean {
  const cure = cured?.[id];
  return cure !== undefined && cure.on <= today;
}

function missedOf(paces: readonly Pace[], cycle: HoldingCycle): readonly MissedRequirement[] {
  return paces
    .filter((pace) => pace.status === 'missed' && pace.requirement.severity === 'hard' && belongsTo(pace, cycle))
    .map((pace) => ({ pace, cure: cycle.cured?.[pace.requirement.id] }));
}

/** A period of its own belongs to the cycle while it overlaps it, and after that until it is met. */
function belongsTo({ requirement, remaining }: Pace, { cycle }: HoldingCycle): boolean {
  const { per, window } = requirement;
  if (per !== 'period') return true;
  return window.start <= cycle.end && (window.end >= cycle.start || remaining > 0);
}

/** Requirements that depend on an answer or a date the holder has not given or on an unknown total, then those the catalogue does not know. */
function unknownOf(terms: Terms): readonly NotChecked[] {
  const { renewal, holding } = terms;
  const ofRules = renewal.requirements.flatMap((rule): readonly NotChecked[] => {
    const open = openConditions(rule.when, terms);
    if (open === undefined) return [];
    const [condition] = open;
    if (condition !== undefined) return [{ kind: 'condition', condition }];
    if (rule.per === 'period' && holding.periods?.[rule.code] === undefined)
      return [{ kind: 'period', code: rule.code }];
    return [];
  });
  const rules = renewal.unchecked.filter(({ about, from }) => about === 'requirement' && from === undefined);
  return [...ofRules, ...rules.map((unchecked) => ({ kind: 'rule', unchecked }) as const)];
}

/** The unanswered conditions of a rule; undefined if an answer already rules it out. */
function openConditions(when: When | undefined, terms: Terms): readonly Condition[] | undefined {
  const questions = Object.entries(when ?? {}).map(([code, answers]) => ({
    code,
    answers,
    answer: answerTo(code, terms),
  }));
  if (questions.some(({ answer, answers }) => answer !== undefined && !answers.includes(answer))) return undefined;
  const open = new Set(questions.filter(({ answer }) => answer === undefined).map(({ code }) => code));
  return terms.renewal.conditions.filter(({ code }) => open.has(code));
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

/** An exam that can be taken at any time is due in this many last days. */
const DUE_DAYS = 90;

function examStanding(renewal: ExamRenewal, holding: HoldingCycle, today: Day): ExamStanding {
  const { cycle, renewedBy, mayBeRenewedBy } = holding;
  const expiry = cycle.end;
  const { opensBefore, closesAfter } = renewal;
  const opens = opensBefore === undefined ? cycle.start : dayBefore(expiry, opensBefore.value);
  const window = { start: opens, end: closesAfter === undefined ? expiry : dayAfter(expiry, closesAfter.value) };
  const daysLeft = Math.max(0, daysBetween(today, expiry) + 1);
  const isOpen = within(window, today);
  const isDue = isOpen && (opensBefore !== undefined || daysLeft <= DUE_DAYS);
  const renewed = { ...(renewedBy && { renewedBy }), ...(mayBeRenewedBy && { mayBeRenewedBy }) };
  return { kind: 'exam', renewal, cycle, expiry, window, isOpen, isDue, daysLeft, ...renewed };
}
