import { addDays, addMonths, type DateRange, type Day, daysBetween, endOfMonth, monthOf, yearOf } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { Amount, CreditRenewal, NewHolder, NewHolderRow, RequirementRule, When } from './credit-rules.ts';
import { FIRST_CYCLE } from './credit-rules.ts';
import { dayAfter, dayBefore, type HoldingCycle, isFirstCycle } from './holding.ts';
import { inForce, type Version } from './sourced-value.ts';

/** The code of the requirement on all credits of a cycle. */
export const TOTAL = 'total';

/** The rules that apply to one cycle of one holding on one date. */
export interface Terms {
  readonly renewal: CreditRenewal;
  readonly holding: HoldingCycle;
  readonly isFirst: boolean;
  /** The base of percentage rules; undefined if unknown, and then they are not applied. */
  readonly requiredTotal: Credits | undefined;
  /** The last day to earn credits for the cycle, including the body's earning grace. */
  readonly lastDay: Day;
  /** The period in which activities count, including grace and, if the body allows it, the days from certification to the first cycle. */
  readonly earning: DateRange;
  readonly on: Day;
}

/** Returns the terms of a cycle on a date. */
export function termsOf(renewal: CreditRenewal, holding: HoldingCycle, on: Day): Terms {
  const { cycle } = holding;
  const isFirst = isFirstCycle(holding, renewal);
  const lastDay = lastDayToEarn(renewal, cycle);
  const known = { renewal, holding, isFirst, lastDay, on };
  const total = renewal.requirements.find(({ code }) => code === TOTAL);
  const requiredTotal = total && conditionHolds(total.when, known) ? requiredTotalOf(total, known) : undefined;
  return { ...known, requiredTotal: requiredTotal || undefined, earning: { start: earliest(known), end: lastDay } };
}

type KnownTerms = Pick<Terms, 'renewal' | 'holding' | 'isFirst' | 'on'>;

/** Returns the last day to earn credits for a cycle, including the body's earning grace. */
export function lastDayToEarn(renewal: Pick<CreditRenewal, 'earningGrace'>, cycle: DateRange): Day {
  const grace = inForce(renewal.earningGrace, cycle.start);
  return grace === undefined ? cycle.end : dayAfter(cycle.end, grace.value);
}

/** Returns the period in which activities count for a cycle. */
export function earningDays(renewal: CreditRenewal, holding: HoldingCycle): DateRange {
  return termsOf(renewal, holding, holding.cycle.end).earning;
}

function earliest({ renewal, holding, isFirst }: KnownTerms): Day {
  const { cycle, certifiedOn } = holding;
  const span = inForce(renewal.earlySpan, cycle.start);
  const spanStart = span === undefined ? cycle.start : dayBefore(cycle.start, span.value);
  if (renewal.earlyCredits === undefined || !isFirst || certifiedOn === undefined) return spanStart;
  return certifiedOn < spanStart ? certifiedOn : spanStart;
}

/** Returns what a first cycle asks of a holder by the day of certification; undefined if the body has no such table or no row fits. */
export function newHolderRow({ renewal, holding, isFirst }: KnownTerms): NewHolderRow | undefined {
  const { certifiedOn, cycle } = holding;
  if (!isFirst || certifiedOn === undefined) return undefined;
  const months = inForce(renewal.cycle.months, cycle.start)?.value ?? 12;
  const year = Math.max(1, Math.ceil(months / 12) - yearsAfter(cycle.end, certifiedOn));
  return renewal.newHolder?.table?.value.find((row) => fits(row, certifiedOn) && (row.year ?? year) === year);
}

/** Returns the length in months that a new holder's first cycle has by the day of certification; undefined where it is the regular one. */
export function firstCycleMonths(newHolder: NewHolder | undefined, certifiedOn: Day): number | undefined {
  return newHolder?.table?.value.find((row) => fits(row, certifiedOn))?.months;
}

function fits({ from, to }: NewHolderRow, certifiedOn: Day): boolean {
  const monthDay = certifiedOn.slice(5);
  return from <= to ? from <= monthDay && monthDay <= to : from <= monthDay || monthDay <= to;
}

/** How many years of a cycle that ends on a day come after the one that a date lies in. */
function yearsAfter(end: Day, date: Day): number {
  let years = 0;
  while (addMonths(date, 12 * (years + 1)) <= end) years += 1;
  return years;
}

/** Returns the version of a rule in force for a window, by the date the rule names. */
export function versionOf(rule: RequirementRule, window: DateRange, terms: KnownTerms): Version<Amount> | undefined {
  return inForce(rule.amount, dateOf(rule, window, terms));
}

/** The date that selects the version of a rule. */
function dateOf({ chosenBy }: RequirementRule, window: DateRange, { holding, on }: KnownTerms): Day {
  switch (chosenBy) {
    case 'cycle-start':
      return holding.cycle.start;
    case 'cycle-end':
      return holding.cycle.end;
    case 'day':
      return on < window.end ? on : window.end;
  }
}

/** Returns a requirement's own period, or undefined if the holder has not entered its last day. */
export function periodOf({ code, months = 12 }: RequirementRule, { periods }: HoldingCycle): DateRange | undefined {
  const end = periods?.[code];
  return end === undefined ? undefined : { start: addDays(addMonths(end, -months), 1), end };
}

/** Returns an amount in credits; undefined for a percentage of an unknown total. */
export function amountInCredits(amount: Amount, requiredTotal: Credits | undefined): Credits | undefined {
  if (typeof amount === 'number') return amount;
  return requiredTotal === undefined ? undefined : Math.floor((requiredTotal * amount.percent) / 100);
}

/** Returns the holder's answer to a condition, or its default. */
export function answerTo(condition: string, { renewal, holding, isFirst }: KnownTerms): string | undefined {
  if (condition === FIRST_CYCLE) return isFirst ? 'yes' : 'no';
  return holding.conditions?.[condition] ?? renewal.conditions.find(({ code }) => code === condition)?.defaultAnswer;
}

/** Whether a rule applies under its conditions; it does not while an answer is missing. */
export function conditionHolds(when: When | undefined, known: KnownTerms): boolean {
  return Object.entries(when ?? {}).every(([condition, answers]) => {
    const answer = answerTo(condition, known);
    return answer !== undefined && answers.includes(answer);
  });
}

function requiredTotalOf(rule: RequirementRule, known: KnownTerms): Credits | undefined {
  const { cycle, certifiedOn } = known.holding;
  const version = versionOf(rule, cycle, known);
  if (version === undefined) return undefined;
  const regular = amountInCredits(version.value, undefined);
  const row = newHolderRow(known);
  if (row !== undefined) return row.total;
  const { totals, perMonths } = known.renewal.newHolder ?? {};
  if (totals !== undefined && certifiedOn !== undefined) {
    const early = totals.value[checksUntil(cycle.end, certifiedOn) - 1];
    if (early !== undefined) return early.credits;
  }
  if (perMonths !== undefined && known.isFirst) {
    const { months, credits } = perMonths.value;
    const full = fullMonths(cycle.start, addDays(cycle.end, 1));
    return Math.min(regular ?? 0, credits * Math.floor(full / months));
  }
  return regular;
}

/** Returns the number of yearly check dates from certification to the end of a cycle. */
export function checksUntil(end: Day, certifiedOn: Day): number {
  let checks = 0;
  while (yearsBefore(end, checks) >= certifiedOn) checks += 1;
  return checks;
}

/** The same date `years` earlier; the last day of a month stays the last day. */
function yearsBefore(end: Day, years: number): Day {
  const isLast = end === endOfMonth(yearOf(end), monthOf(end));
  return isLast ? endOfMonth(yearOf(end) - years, monthOf(end)) : addMonths(end, -12 * years);
}

function fullMonths(from: Day, until: Day): number {
  let months = Math.max(0, Math.floor(daysBetween(from, until) / 31) - 1);
  while (addMonths(from, months + 1) <= until) months += 1;
  return months;
}
