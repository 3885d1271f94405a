import type { Day } from '../../src/domain/calendar.ts';
import type { NewHolderRow } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import { ceilOf, floorOf, nextDay, wholeMonths, wholeYears, yearsBefore } from './oracle-calendar.ts';
import { amountOf, inCredits, isFirstCycle, renewalOf, valueOn, verdictOn } from './oracle-rules.ts';

/** The row of the table for new holders that fits, in a first cycle. */
export function newHolderRow(input: EvaluationInput): NewHolderRow | undefined {
  const { certifiedOn, cycle } = input;
  if (certifiedOn === undefined || !isFirstCycle(input)) return undefined;
  const renewal = renewalOf(input);
  const months = valueOn(renewal.cycle.months, cycle.start) ?? 12;
  const yearOfBody = Math.max(1, ceilOf(months, 12) - wholeYears(certifiedOn, cycle.end));
  const rows = renewal.newHolder?.table?.value ?? [];
  return rows.find((row) => holdsDate(row, certifiedOn) && (row.year === undefined || row.year === yearOfBody));
}

function holdsDate({ from, to }: NewHolderRow, day: Day): boolean {
  const date = day.slice(5);
  return from <= to ? from <= date && date <= to : date >= from || date <= to;
}

/** How many yearly check dates there are from the certification to the end of the cycle. */
function checkDates(certifiedOn: Day, end: Day): number {
  let count = 0;
  while (yearsBefore(end, count) >= certifiedOn) count += 1;
  return count;
}

function byCheckDate(input: EvaluationInput): number | undefined {
  const totals = renewalOf(input).newHolder?.totals?.value;
  if (totals === undefined || input.certifiedOn === undefined) return undefined;
  return totals[checkDates(input.certifiedOn, input.cycle.end) - 1]?.credits;
}

function byMonths(input: EvaluationInput): number | undefined {
  const rate = renewalOf(input).newHolder?.perMonths?.value;
  if (rate === undefined || !isFirstCycle(input)) return undefined;
  const months = wholeMonths(input.cycle.start, nextDay(input.cycle.end));
  return rate.credits * floorOf(months, rate.months);
}

/** The required total of the holding; absent where it is not known or no total holds. */
export function requiredTotal(input: EvaluationInput): number | undefined {
  const rule = renewalOf(input).requirements.find(({ code, per }) => code === 'total' && per === 'cycle');
  if (rule === undefined || verdictOn(input, rule.when) !== 'holds') return undefined;
  const fixed = newHolderRow(input)?.total ?? byCheckDate(input);
  if (fixed !== undefined) return amountOf(input, rule, input.cycle.end) === undefined ? undefined : fixed;
  const regular = inCredits(amountOf(input, rule, input.cycle.end), undefined);
  const prorated = byMonths(input);
  return regular === undefined || prorated === undefined ? regular : Math.min(regular, prorated);
}
