import { addMonths, addYears, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { CreditRenewal } from './credit-rules.ts';
import { isRolling } from './cycle-rule.ts';
import type { HoldingCycle } from './holding.ts';
import { periodOf } from './renewal-terms.ts';
import { inForce } from './sourced-value.ts';

/**
 * How many months after the cycle a record is kept where its body does not say. Ours, not a body's: the shortest time any body of
 * the catalogue names is a year.
 */
export const DEFAULT_RETENTION_MONTHS = 12;

/** One claim of a record: the certification, the cycle, and the date the activity ended. */
export interface RetainedClaim {
  readonly certification: Pick<Certification, 'renewal' | 'upkeep'>;
  readonly cycle: HoldingCycle;
  readonly ended: Day;
}

/** Returns the last day on which a record must be kept over all its claims, or undefined if it has none. */
export function retainedUntil(claims: readonly RetainedClaim[]): Day | undefined {
  return latest(claims.map(claimRetainedUntil));
}

/** Whether a record may be deleted on a date because its retention has ended or it has none. */
export function mayBeRemoved(claims: readonly RetainedClaim[], on: Day): boolean {
  const last = retainedUntil(claims);
  return last === undefined || last < on;
}

/** Returns the last day on which a record must be kept for one claim. */
export function claimRetainedUntil({ certification, cycle, ended }: RetainedClaim): Day {
  const { renewal, upkeep } = certification;
  const last = renewal.kind === 'credits' ? lastCounted(renewal, cycle, ended) : cycle.cycle.end;
  return addMonths(last, inForce(upkeep.retention, last)?.value ?? DEFAULT_RETENTION_MONTHS);
}

/**
 * The last day on which an activity still counts: its cycle's; where cycles overlap, that of the last one it lies in; and that of
 * a period of its own that is longer than the cycle.
 */
function lastCounted(renewal: CreditRenewal, holding: HoldingCycle, ended: Day): Day {
  const periods = renewal.requirements.flatMap((rule) => {
    const period = rule.per === 'period' ? periodOf(rule, holding) : undefined;
    return period !== undefined && period.start <= ended && ended <= period.end ? [period.end] : [];
  });
  const { start, end } = holding.cycle;
  let years = 0;
  if (isRolling(renewal.cycle)) while (addYears(start, years + 1) <= ended) years += 1;
  return latest([addYears(end, years), ...periods]) ?? end;
}

function latest(days: readonly Day[]): Day | undefined {
  return days.reduce<Day | undefined>((last, day) => (last === undefined || day > last ? day : last), undefined);
}
