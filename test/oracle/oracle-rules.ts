import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { Amount, CreditRenewal, RequirementRule, When } from '../../src/domain/credit-rules.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import type { Version, Versioned } from '../../src/domain/sourced-value.ts';
import {
  dayOf,
  earlierOf,
  fieldsOf,
  floorOf,
  isMonthEnd,
  monthLength,
  plusDays,
  plusMonths,
} from './oracle-calendar.ts';

/** A year of a cycle; one that is not whole carries no yearly minimum. */
export interface Year {
  readonly span: DateRange;
  readonly whole: boolean;
}

/** A requirement that exists, with its window, its last day to earn, and R. */
export interface Asked {
  readonly id: string;
  readonly rule: RequirementRule;
  readonly window: DateRange;
  readonly lastDay: Day;
  readonly required: number;
  /** Which year it looks at; null for the cycle and for a period of its own. */
  readonly year: number | null;
}

/** The value in force on a day: section 4 "a rule version says", notes "from `from` to `until`, both included". */
export function valueOn<T>(versions: Versioned<T> | undefined, on: Day): T | null {
  const list = (versions === undefined ? [] : Array.isArray(versions) ? versions : [versions]) as readonly Version<T>[];
  for (const version of list) {
    const begun = version.from === undefined || version.from <= on;
    const over = version.until !== undefined && version.until < on;
    if (begun && !over) return version.value;
  }
  return null;
}

/** Whether it is the holder's first cycle: notes, "certifiedOn > (cycle.start minus one year)". */
function isFirstCycle(question: EvaluationInput): boolean {
  return question.certifiedOn !== undefined && question.certifiedOn > plusMonths(question.cycle.start, -12);
}

/** Whether a rule's conditions are all answered as it wants: notes, "Conditions". */
export function holds(when: When | undefined, renewal: CreditRenewal, question: EvaluationInput): boolean {
  for (const [code, query] of Object.entries(when ?? {})) {
    const answer = answerTo(code, renewal, question);
    if (answer === undefined || !query.includes(answer)) return false;
  }
  return true;
}

function answerTo(code: string, renewal: CreditRenewal, question: EvaluationInput): string | undefined {
  if (code === 'first-cycle') return isFirstCycle(question) ? 'yes' : 'no';
  return question.conditions[code] ?? renewal.conditions.find((condition) => condition.code === code)?.defaultAnswer;
}

/** The last day on which credits of the cycle may be earned: section 3, `g`. */
export function lastEarningDay(renewal: CreditRenewal, cycle: DateRange): Day {
  const grace = valueOn(renewal.earningGrace, cycle.start);
  if (grace === null) return cycle.end;
  return 'days' in grace ? plusDays(cycle.end, grace.days) : plusMonths(cycle.end, grace.months);
}

/** The first day on which credits of the cycle may be earned: section 4, step 1, "the body's early span". */
export function firstEarningDay(renewal: CreditRenewal, question: EvaluationInput): Day {
  const { certifiedOn, cycle } = question;
  const early = renewal.earlyCredits !== undefined && isFirstCycle(question);
  return early && certifiedOn !== undefined && certifiedOn < cycle.start ? certifiedOn : cycle.start;
}

/** The years of a cycle: section 2, "Years of a cycle". */
export function yearsOf(renewal: CreditRenewal, cycle: DateRange): Year[] {
  const byCalendar = renewal.cycle.anchor?.value === 'january';
  const years: Year[] = [];
  for (let k = 0; ; k += 1) {
    const first = byCalendar ? dayOf(fieldsOf(cycle.start).year + k, 1, 1) : plusMonths(cycle.start, 12 * k);
    const next = byCalendar ? plusMonths(first, 12) : plusMonths(cycle.start, 12 * (k + 1));
    if (first > cycle.end) return years;
    const last = plusDays(next, -1);
    const range = { start: first < cycle.start ? cycle.start : first, end: earlierOf(last, cycle.end) };
    years.push({ span: range, whole: range.start === first && range.end === last });
  }
}

/** The year an entry belongs to: section 4, step 1, "Early credits belong to the first year". */
export function yearOf(end: Day, years: readonly Year[]): number {
  for (let k = 0; k < years.length - 1; k += 1) {
    const range = years[k]?.span;
    if (range !== undefined && end <= range.end) return k;
  }
  return years.length - 1;
}

/** The required total that the pace uses, 0 when there is none: section 4, step 5, and notes on new holders. */
export function requiredTotal(renewal: CreditRenewal, question: EvaluationInput): number {
  const rule = renewal.requirements.find(({ code }) => code === 'total');
  if (rule === undefined || !holds(rule.when, renewal, question)) return 0;
  const fallback = valueOn(rule.amount, choosingDay(rule, question.cycle, question));
  if (typeof fallback !== 'number') return 0;
  return forNewHolder(fallback, renewal, question);
}

/** The total of a new holder: notes, "newHolder.totals" and "newHolder.perMonths". */
function forNewHolder(fallback: number, renewal: CreditRenewal, question: EvaluationInput): number {
  const { certifiedOn, cycle } = question;
  const { totals, perMonths } = renewal.newHolder ?? {};
  let total = fallback;
  if (totals !== undefined && certifiedOn !== undefined) {
    let checks = 0;
    while (yearsBefore(cycle.end, checks) >= certifiedOn) checks += 1;
    total = totals.value[checks - 1]?.credits ?? fallback;
  }
  if (perMonths !== undefined && isFirstCycle(question)) {
    let full = 0;
    while (plusMonths(cycle.start, full + 1) <= plusDays(cycle.end, 1)) full += 1;
    total = Math.min(total, perMonths.value.credits * floorOf(full, perMonths.value.months));
  }
  return total;
}

/** A date so many years earlier: notes on new holders, "a last day of a month stays a last day of a month". */
function yearsBefore(day: Day, years: number): Day {
  const { year, month } = fieldsOf(day);
  return isMonthEnd(day) ? dayOf(year - years, month, monthLength(year - years, month)) : plusMonths(day, -12 * years);
}

/** The date by which a requirement's version is chosen: section 4, "A rule version says by which date it is chosen". */
function choosingDay(rule: RequirementRule, window: DateRange, question: EvaluationInput): Day {
  if (rule.chosenBy === 'cycle-start') return question.cycle.start;
  if (rule.chosenBy === 'cycle-end') return question.cycle.end;
  return earlierOf(question.on, window.end);
}

/** An amount in credits, null where it is in percent of nothing: section 4, step 5, "percent caps", and notes. */
export function creditsOf(amount: Amount | null, total: number): number | null {
  if (amount === null || typeof amount === 'number') return amount;
  return total === 0 ? null : floorOf(total * amount.percent, 100);
}

/** Every requirement that exists, in order: section 3, "A holding has many requirements at once", and notes on ids. */
export function requirementsOf(renewal: CreditRenewal, question: EvaluationInput): Asked[] {
  const { cycle } = question;
  const total = requiredTotal(renewal, question);
  const lastDay = lastEarningDay(renewal, cycle);
  const years = yearsOf(renewal, cycle);
  const exempt = isFirstCycle(question) ? (renewal.newHolder?.exemptYears?.value ?? 0) : 0;
  const requested: Asked[] = [];
  const ask = (rule: RequirementRule, id: string, window: DateRange, last: Day, year: number | null): void => {
    if (!holds(rule.when, renewal, question)) return;
    const amount = valueOn(rule.amount, choosingDay(rule, window, question));
    const required = rule.code === 'total' ? total : creditsOf(amount, total);
    if (required !== null && required > 0) requested.push({ id, rule, window, lastDay: last, required, year });
  };
  const isTotal = (rule: RequirementRule): boolean => rule.code === 'total';
  for (const rule of [...renewal.requirements.filter(isTotal), ...renewal.requirements.filter((r) => !isTotal(r))]) {
    if (rule.per === 'cycle') ask(rule, cycleId(rule), cycle, lastDay, null);
    const last = question.periods[rule.code];
    if (rule.per === 'period' && last !== undefined) {
      const window = { start: plusDays(plusMonths(last, -(rule.months ?? 0)), 1), end: last };
      ask(rule, `period:${rule.code}`, window, last, null);
    }
  }
  for (const [k, { span: range, whole }] of years.entries()) {
    const last = k === years.length - 1 ? lastDay : range.end;
    for (const rule of renewal.requirements) {
      if (rule.per === 'year' && whole && k >= exempt) ask(rule, yearId(rule, k), range, last, k);
    }
  }
  return requested;
}

/** The id of a cycle rule: notes, "Ids". */
function cycleId(rule: RequirementRule): string {
  if (rule.code === 'total') return 'total';
  if (rule.category !== undefined) return `category:${rule.category}`;
  return rule.mark === undefined ? `cycle:${rule.code}` : `mark:${rule.mark}`;
}

/** The id of a year rule, years counted from 1: notes, "Ids". */
function yearId(rule: RequirementRule, k: number): string {
  if (rule.category !== undefined) return `year:${k + 1}:${rule.category}`;
  return rule.mark === undefined ? `year:${k + 1}` : `year:${k + 1}:mark:${rule.mark}`;
}
