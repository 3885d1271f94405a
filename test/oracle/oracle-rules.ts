import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { Amount, CreditRenewal, RequirementRule, When } from '../../src/domain/credit-rules.ts';
import type { TimeSpan } from '../../src/domain/cycle-rule.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { Version, Versioned } from '../../src/domain/sourced-value.ts';
import { earliest, floorOf, plusDays, plusMonths, plusYears } from './oracle-calendar.ts';

/** Whether a rule holds: by the answers, ruled out by one of them, or open while one of them is missing. */
export type Verdict = 'holds' | 'ruled-out' | 'open';

/** The renewal of an input; only renewals by credits are evaluated. */
export function renewalOf(input: EvaluationInput): CreditRenewal {
  const { renewal } = input.certification;
  if (renewal.kind !== 'credits') throw new Error('Only a renewal by credits has figures');
  return renewal;
}

/** The value in force on a day, or nothing. */
export function valueOn<T>(versioned: Versioned<T> | undefined, day: Day): T | undefined {
  if (versioned === undefined) return undefined;
  const versions = (Array.isArray(versioned) ? versioned : [versioned]) as readonly Version<T>[];
  for (const { value, from, until } of versions) {
    const begun = from === undefined || from <= day;
    const over = until !== undefined && until < day;
    if (begun && !over) return value;
  }
  return undefined;
}

/** A span of time after a day (times 1) or before it (times -1). */
function moved(day: Day, span: TimeSpan, times: 1 | -1): Day {
  return 'days' in span ? plusDays(day, times * span.days) : plusMonths(day, times * span.months);
}

/** The last day on which credits of a cycle may be earned: its end and the earning grace. */
export function lastEarningDay(renewal: CreditRenewal, cycle: DateRange): Day {
  const grace = valueOn(renewal.earningGrace, cycle.start);
  return grace === undefined ? cycle.end : moved(cycle.end, grace, 1);
}

/** The first day on which credits of the evaluated cycle may be earned. */
export function firstEarningDay(input: EvaluationInput): Day {
  const renewal = renewalOf(input);
  const { cycle, certifiedOn } = input;
  const span = valueOn(renewal.earlySpan, cycle.start);
  const bySpan = span === undefined ? cycle.start : moved(cycle.start, span, -1);
  const early = renewal.earlyCredits !== undefined && certifiedOn !== undefined && isFirstCycle(input);
  return early ? earliest(cycle.start, bySpan, certifiedOn) : earliest(cycle.start, bySpan);
}

/** Whether the certification was earned in this cycle or right before it; where cycles end on a fixed day and no earlier credits count, in it. */
export function isFirstCycle({ certification, certifiedOn, cycle }: EvaluationInput): boolean {
  if (certifiedOn === undefined) return false;
  const yearBefore = plusYears(cycle.start, -1);
  const { renewal } = certification;
  const anchor = 'cycle' in renewal ? renewal.cycle.anchor?.value : undefined;
  const early = renewal.kind === 'credits' && renewal.earlyCredits !== undefined;
  if (anchor === 'fixed-day' && !early) return certifiedOn >= cycle.start;
  const byJanuary = anchor === 'january';
  return certifiedOn > yearBefore || (byJanuary && certifiedOn === yearBefore);
}

/** Whether every allocation belongs to the evaluated cycle, because its years are looked at anew each year. */
export function isRolling({ cycle }: CreditRenewal): boolean {
  return cycle.anchor?.value === 'rolling' || cycle.fixedDay?.value.rolling === true;
}

/** The answer to a condition, or nothing. */
function answerTo(input: EvaluationInput, code: string): string | undefined {
  if (code === 'first-cycle') return isFirstCycle(input) ? 'yes' : 'no';
  const given = input.conditions[code];
  if (given !== undefined) return given;
  return renewalOf(input).conditions.find((condition) => condition.code === code)?.defaultAnswer;
}

/** Whether a rule holds for the holder's answers. */
export function verdictOn(input: EvaluationInput, when: When | undefined): Verdict {
  let verdict: Verdict = 'holds';
  for (const [code, accepted] of Object.entries(when ?? {})) {
    const answer = answerTo(input, code);
    if (answer === undefined) verdict = 'open';
    else if (!accepted.includes(answer)) return 'ruled-out';
  }
  return verdict;
}

/** An amount in credits; a percentage is one of the required total, rounded down. */
export function inCredits(amount: Amount | undefined, total: number | undefined): number | undefined {
  if (amount === undefined || typeof amount === 'number') return amount;
  return total === undefined ? undefined : floorOf(total * amount.percent, 100);
}

/** The amount of a rule in the version that is chosen for a window's end. */
export function amountOf(input: EvaluationInput, rule: RequirementRule, windowEnd: Day): Amount | undefined {
  const { cycle, on } = input;
  const lookedAt = earliest(on, windowEnd);
  const chosen = { 'cycle-start': cycle.start, 'cycle-end': cycle.end, day: lookedAt }[rule.chosenBy];
  return valueOn(rule.amount, chosen);
}
