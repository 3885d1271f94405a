import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { RequirementRule } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import { nextDay, plusMonths } from './oracle-calendar.ts';
import { newHolderRow, requiredTotal } from './oracle-new-holder.ts';
import { amountOf, inCredits, isFirstCycle, lastEarningDay, renewalOf, verdictOn } from './oracle-rules.ts';
import { yearsOf } from './oracle-years.ts';

/** A requirement of a holding in one window. */
export interface Place {
  readonly id: string;
  readonly rule: RequirementRule;
  readonly window: DateRange;
  readonly lastDay: Day;
  /** The number of the year that a yearly one looks at. */
  readonly year?: number;
  readonly required: number;
}

/** The requirements of a holding: the total, the others per cycle and period, then those of each year. */
export function requirementsOf(input: EvaluationInput): Place[] {
  const holding = renewalOf(input).requirements.filter(({ when }) => verdictOn(input, when) === 'holds');
  const totals = holding.filter(isTotal);
  const others = holding.filter((rule) => !isTotal(rule) && rule.per !== 'year');
  const places = [...totals, ...others].flatMap((rule) => wholePlace(input, rule));
  return [...places, ...yearlyPlaces(input, holding)].filter(({ required }) => required > 0);
}

function isTotal({ code, per }: RequirementRule): boolean {
  return code === 'total' && per === 'cycle';
}

function wholePlace(input: EvaluationInput, rule: RequirementRule): Place[] {
  if (rule.per === 'cycle') {
    const lastDay = lastEarningDay(renewalOf(input), input.cycle);
    return [
      { id: cycleId(rule), rule, window: input.cycle, lastDay, required: requiredBy(input, rule, input.cycle.end) },
    ];
  }
  const end = input.periods[rule.code];
  if (end === undefined || rule.months === undefined) return [];
  const window = { start: nextDay(plusMonths(end, -rule.months)), end };
  return [{ id: `period:${rule.code}`, rule, window, lastDay: end, required: requiredBy(input, rule, end) }];
}

function cycleId(rule: RequirementRule): string {
  if (isTotal(rule)) return 'total';
  if (rule.category !== undefined) return `category:${rule.category}`;
  return rule.mark === undefined ? `cycle:${rule.code}` : `mark:${rule.mark}`;
}

function yearlyPlaces(input: EvaluationInput, holding: readonly RequirementRule[]): Place[] {
  const renewal = renewalOf(input);
  const years = yearsOf(input);
  const exempt = isFirstCycle(input) ? (renewal.newHolder?.exemptYears?.value ?? 0) : 0;
  const places: Place[] = [];
  for (let year = exempt + 1; year <= years.length; year += 1) {
    const span = years[year - 1];
    if (span === undefined || !span.whole) continue;
    const window = { start: span.start, end: span.end };
    const lastDay = year === years.length ? lastEarningDay(renewal, input.cycle) : span.end;
    for (const rule of holding.filter(({ per }) => per === 'year')) {
      places.push({ id: yearId(rule, year), rule, window, lastDay, year, required: requiredBy(input, rule, span.end) });
    }
  }
  return places;
}

function yearId(rule: RequirementRule, year: number): string {
  if (rule.category !== undefined) return `year:${year}:${rule.category}`;
  return rule.mark === undefined ? `year:${year}` : `year:${year}:mark:${rule.mark}`;
}

/** R; 0 where the requirement is left out. */
function requiredBy(input: EvaluationInput, rule: RequirementRule, windowEnd: Day): number {
  if (isTotal(rule)) return requiredTotal(input) ?? 0;
  const lighter = newHolderRow(input)?.minimums?.[rule.code];
  if (lighter !== undefined && amountOf(input, rule, windowEnd) !== undefined) return lighter;
  return inCredits(amountOf(input, rule, windowEnd), requiredTotal(input) || undefined) ?? 0;
}

/**
 * Whether some requirement is not known: a row of the catalogue, an answer that is missing, or a period without
 * its last day.
 */
export function hasUnknown(input: EvaluationInput): boolean {
  const renewal = renewalOf(input);
  const stated = renewal.unchecked.some(({ about, from }) => about === 'requirement' && from === undefined);
  const open = renewal.requirements.some(({ when }) => verdictOn(input, when) === 'open');
  const undated = renewal.requirements.some(
    ({ per, code, when }) =>
      per === 'period' && input.periods[code] === undefined && verdictOn(input, when) === 'holds',
  );
  return stated || open || undated;
}
