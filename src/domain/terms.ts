import { addDays, addMonths, type DateRange, type Day, daysBetween, endOfMonth, monthOf, yearOf } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { Amount, CreditRenewal, RequirementRule, When } from './credit-rules.ts';
import { FIRST_CYCLE } from './credit-rules.ts';
import { dayAfter, type HoldingCycle, isFirstCycle } from './holding.ts';
import { inForce, type Version } from './sourced.ts';

/** The rule over everything in a whole cycle. */
export const TOTAL = 'total';

/** Which rules hold for one cycle of one holding, looked at on one day. */
export interface Terms {
  readonly renewal: CreditRenewal;
  readonly holding: HoldingCycle;
  readonly isFirst: boolean;
  /** What percent rules are percent of; absent: no rule says, and percent rules are not applied. */
  readonly requiredTotal: Credits | undefined;
  /** The last day on which credits for the cycle may be earned, the body's earning grace included. */
  readonly lastDay: Day;
  /** The days whose activities count: the grace included, and before a first cycle those since certification, where the body grants them. */
  readonly earning: DateRange;
  readonly on: Day;
}

/** Works the terms out; `on` is the date looked at. */
export function termsOf(renewal: CreditRenewal, holding: HoldingCycle, on: Day): Terms {
  const { cycle } = holding;
  const isFirst = isFirstCycle(holding);
  const lastDay = lastDayToEarn(renewal, cycle);
  const known = { renewal, holding, isFirst, lastDay, on };
  const total = renewal.requirements.find(({ code }) => code === TOTAL);
  const requiredTotal = total && conditionHolds(total.when, known) ? requiredTotalOf(total, known) : undefined;
  return { ...known, requiredTotal: requiredTotal || undefined, earning: { start: earliest(known), end: lastDay } };
}

type KnownTerms = Pick<Terms, 'renewal' | 'holding' | 'isFirst' | 'on'>;

/** The last day on which credits for a cycle may be earned, the body's earning grace included. */
export function lastDayToEarn(renewal: Pick<CreditRenewal, 'earningGrace'>, cycle: DateRange): Day {
  const grace = inForce(renewal.earningGrace, cycle.start);
  return grace === undefined ? cycle.end : dayAfter(cycle.end, grace.value);
}

/** The days whose activities count in a cycle. */
export function earningDays(renewal: CreditRenewal, holding: HoldingCycle): DateRange {
  return termsOf(renewal, holding, holding.cycle.end).earning;
}

function earliest({ renewal, holding, isFirst }: KnownTerms): Day {
  const { cycle, certifiedOn } = holding;
  if (renewal.earlyCredits === undefined || !isFirst || certifiedOn === undefined) return cycle.start;
  return certifiedOn < cycle.start ? certifiedOn : cycle.start;
}

/** The version of a rule that the pace uses in a window, by the date the rule names. */
export function versionOf(
  rule: RequirementRule,
  window: DateRange,
  { holding, on }: KnownTerms,
): Version<Amount> | undefined {
  return inForce(rule.amount, dateOf(rule, window, holding.cycle, on));
}

function dateOf({ chosenBy }: RequirementRule, window: DateRange, cycle: DateRange, on: Day): Day {
  switch (chosenBy) {
    case 'cycle-start':
      return cycle.start;
    case 'cycle-end':
      return cycle.end;
    case 'day':
      return on < window.end ? on : window.end;
  }
}

/** A period of its own, given by its last day; nothing while the holder has not said it. */
export function periodOf({ code, months = 12 }: RequirementRule, { periods }: HoldingCycle): DateRange | undefined {
  const end = periods?.[code];
  return end === undefined ? undefined : { start: addDays(addMonths(end, -months), 1), end };
}

/** What an amount comes to for this holding; nothing for percent of an unknown total. */
export function creditsOf(amount: Amount, requiredTotal: Credits | undefined): Credits | undefined {
  if (typeof amount === 'number') return amount;
  return requiredTotal === undefined ? undefined : Math.floor((requiredTotal * amount.percent) / 100);
}

/** The holder's answer to a condition, or the usual one. */
export function answerTo(condition: string, { renewal, holding, isFirst }: KnownTerms): string | undefined {
  if (condition === FIRST_CYCLE) return isFirst ? 'yes' : 'no';
  return holding.conditions?.[condition] ?? renewal.conditions.find(({ code }) => code === condition)?.usual;
}

/** Whether a rule holds under its conditions; one that waits for an answer does not. */
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
  const fallback = creditsOf(version.value, undefined);
  const { totals, perMonths } = known.renewal.newHolder ?? {};
  if (totals !== undefined && certifiedOn !== undefined) {
    const early = totals.value[checksUntil(cycle.end, certifiedOn) - 1];
    if (early !== undefined) return early.credits;
  }
  if (perMonths !== undefined && known.isFirst) {
    const { months, credits } = perMonths.value;
    const full = fullMonths(cycle.start, addDays(cycle.end, 1));
    return Math.min(fallback ?? 0, credits * Math.floor(full / months));
  }
  return fallback;
}

/** How many check dates there were from certification to a cycle's end, one each year. */
export function checksUntil(end: Day, certifiedOn: Day): number {
  let checks = 0;
  while (yearsBefore(end, checks) >= certifiedOn) checks += 1;
  return checks;
}

/** The same date years before; the last day of a month stays one. */
function yearsBefore(end: Day, years: number): Day {
  const isLast = end === endOfMonth(yearOf(end), monthOf(end));
  return isLast ? endOfMonth(yearOf(end) - years, monthOf(end)) : addMonths(end, -12 * years);
}

function fullMonths(from: Day, until: Day): number {
  let months = Math.max(0, Math.floor(daysBetween(from, until) / 31) - 1);
  while (addMonths(from, months + 1) <= until) months += 1;
  return months;
}
