import {
  addDays,
  addMonths,
  addYears,
  type DateRange,
  type Day,
  day,
  endOfMonth,
  firstOfMonth,
  firstOfYear,
  monthOf,
  yearOf,
} from './calendar.ts';
import type { NewHolder } from './credit-rules.ts';
import { type Anchor, type CycleRule, isRolling } from './cycle-rule.ts';
import { checksUntil, firstCycleMonths } from './renewal-terms.ts';
import { inForce } from './sourced-value.ts';

/** The dates on a certificate; at least one is given. */
export interface PrintedDates {
  /** The day of certification, or the first day of the current cycle. */
  readonly start?: Day | undefined;
  /** The expiry date printed on the certificate; it wins over what the rule says. */
  readonly expiry?: Day | undefined;
}

/** The part of a renewal rule that a cycle is proposed from. */
interface Proposable {
  readonly kind: 'credits' | 'exam' | 'assessment';
  readonly cycle: CycleRule;
  readonly newHolder?: NewHolder;
}

/**
 * Returns the cycle that contains `today`, or undefined if the dates do not determine it, for example because it ends with a birth
 * month. A certification renewed by an exam is assumed not to have been renewed unless a printed date says so.
 */
export function proposeCycle(renewal: Proposable, dates: PrintedDates, today: Day): DateRange | undefined {
  const anchor = renewal.cycle.anchor?.value;
  const { start, expiry } = dates;
  const months = monthsOf(renewal.cycle, start ?? expiry ?? today);
  if (expiry !== undefined && start !== undefined && (months === undefined || anchor === undefined))
    return start < expiry ? { start, end: expiry } : undefined;
  if (months === undefined || anchor === undefined) return undefined;
  if (expiry !== undefined && isRolling(renewal.cycle))
    return rollingUntil(expiry, monthsAtCheck(renewal, dates) ?? months);
  if (expiry !== undefined) return cycleEndingOn({ start, expiry }, anchor, months);
  if (start === undefined) return undefined;
  let cycle = firstCycle(start, renewal, months);
  while (renewal.kind === 'credits' && cycle !== undefined && cycle.end < today) {
    cycle = nextCycle(cycle, renewal.cycle, monthsOf(renewal.cycle, addDays(cycle.end, 1)) ?? months);
  }
  return cycle;
}

/** The first checks after certification cover fewer months. */
function monthsAtCheck({ newHolder }: Proposable, { start, expiry }: PrintedDates): number | undefined {
  if (start === undefined || expiry === undefined) return undefined;
  return newHolder?.totals?.value[checksUntil(expiry, start) - 1]?.months;
}

/** Returns the length in months of a cycle that starts on a date, or undefined if unknown. */
export function monthsOf({ months }: CycleRule, start: Day): number | undefined {
  return inForce(months, start)?.value;
}

/** Returns the first cycle after certification, or undefined if only a printed date determines it (birth month, parent cycle). */
function firstCycle(
  certified: Day,
  { cycle: rule, newHolder }: Pick<Proposable, 'cycle' | 'newHolder'>,
  months: number,
): DateRange | undefined {
  switch (rule.anchor?.value) {
    case 'certified':
    case 'suite':
      return spanOfMonths(certified, months);
    case 'certified-same-day':
      return { start: certified, end: addMonths(certified, months) };
    case 'january':
      return spanOfMonths(firstOfYear(yearOf(certified) + 1), months);
    case 'anniversary-month':
      return spanOfMonths(addDays(endOfMonth(yearOf(certified), monthOf(certified)), 1), months);
    case 'fixed-day': {
      const end = firstEndOf(newHolder, certified, rule) ?? firstFixedDay(certified, rule, months);
      return end === undefined ? undefined : { start: certified, end };
    }
    case 'birth-month':
    case 'rolling':
    case 'parent':
    case undefined:
      return undefined;
  }
}

/** Returns the end of a new holder's first cycle, whose length is counted in years that end on the fixed day; undefined without a length of its own. */
function firstEndOf(newHolder: NewHolder | undefined, certified: Day, { fixedDay }: CycleRule): Day | undefined {
  const months = firstCycleMonths(newHolder, certified);
  if (months === undefined || fixedDay === undefined) return undefined;
  const thisYear = day(`${yearOf(certified)}-${fixedDay.value.ends}`);
  return addMonths(thisYear, thisYear < certified ? months : months - 12);
}

/** Returns the first last day of a cycle after `certified`; undefined if only the holder knows in which years cycles end. */
function firstFixedDay(certified: Day, { fixedDay }: CycleRule, months: number): Day | undefined {
  if (fixedDay === undefined) return undefined;
  const { ends, year, rolling } = fixedDay.value;
  const every = rolling ? 1 : months / 12;
  if (!Number.isInteger(every) || (every > 1 && year === undefined)) return undefined;
  let end = day(`${yearOf(certified)}-${ends}`);
  while (end <= certified || (yearOf(end) - (year ?? 0)) % every !== 0) end = day(`${yearOf(end) + 1}-${ends}`);
  return end;
}

/** Returns the cycle after `cycle`: it starts the day after and ends `months` later on the same calendar date; a rolling cycle moves by a year. */
export function nextCycle(cycle: DateRange, rule: CycleRule, months: number): DateRange {
  const start = addDays(cycle.end, 1);
  switch (rule.anchor?.value) {
    case 'certified':
    case 'january':
    case 'anniversary-month':
    case 'suite':
    case 'parent':
    case undefined:
      return spanOfMonths(start, months);
    case 'rolling':
      return rollingUntil(lastOfMonthIn(cycle.end, 12), months);
    case 'fixed-day':
      if (isRolling(rule)) return spanUntil(addMonths(cycle.end, 12), months);
      return { start, end: addMonths(cycle.end, months) };
    case 'certified-same-day':
      return { start, end: addMonths(cycle.end, months) };
    case 'birth-month':
      return { start, end: lastOfMonthIn(cycle.end, months) };
  }
}

/**
 * Returns the years of a cycle: year k runs from `start + k years` to the day before `start + (k+1) years`, or from 1 January to 31
 * December for bodies that count calendar years, or to the fixed day on which cycles end. A partial year at either end has `whole: false` and no yearly minimum.
 */
export function yearsOf(cycle: DateRange, anchor?: Anchor): readonly (DateRange & { readonly whole: boolean })[] {
  if (anchor === 'fixed-day') return yearsUntil(cycle);
  const from = anchor === 'january' ? firstOfYear(yearOf(cycle.start)) : cycle.start;
  const years: (DateRange & { whole: boolean })[] = [];
  for (let k = 0; ; k += 1) {
    const start = addYears(from, k);
    if (start > cycle.end) return years;
    const end = addDays(addYears(from, k + 1), -1);
    const whole = start >= cycle.start && end <= cycle.end;
    years.push({ start: start < cycle.start ? cycle.start : start, end: end > cycle.end ? cycle.end : end, whole });
  }
}

/** The years that end on the month and day of the cycle's end; the first may be a part. */
function yearsUntil({ start, end }: DateRange): readonly (DateRange & { readonly whole: boolean })[] {
  const years: (DateRange & { whole: boolean })[] = [];
  for (let k = 0; addYears(end, -k) >= start; k += 1) {
    const first = addDays(addYears(end, -k - 1), 1);
    years.unshift({ start: first < start ? start : first, end: addYears(end, -k), whole: first >= start });
  }
  return years;
}

/** Returns the index of the year a date counts in; dates before the cycle count in the first year, later ones in the last. */
export function yearIndexOf(years: readonly DateRange[], day: Day): number {
  const index = years.findIndex((year) => day <= year.end);
  return index < 0 ? years.length - 1 : index;
}

type DatesWithExpiry = PrintedDates & { readonly expiry: Day };

function cycleEndingOn({ start, expiry }: DatesWithExpiry, anchor: Anchor, months: number): DateRange {
  const regular = regularStart({ start, expiry }, anchor, months);
  if (start === undefined || start > expiry || anchor === 'january' || anchor === 'anniversary-month') {
    return { start: regular, end: expiry };
  }
  // A first cycle may be shorter than a regular one, or up to a year longer if it ends with a birth month. An earlier start is the
  // certification date of a holder who has renewed since.
  const earliest = anchor === 'birth-month' ? addMonths(regular, -12) : regular;
  return { start: start > earliest ? start : regular, end: expiry };
}

/** The first cycle of a same-day rule starts on the certification date; later cycles start the day after. */
function regularStart({ start, expiry }: DatesWithExpiry, anchor: Anchor, months: number): Day {
  if (anchor !== 'certified-same-day') return addMonths(addDays(expiry, 1), -months);
  const sameDay = addMonths(expiry, -months);
  return start === undefined || start >= sameDay ? sameDay : addDays(sameDay, 1);
}

function spanOfMonths(start: Day, months: number): DateRange {
  return { start, end: addDays(addMonths(start, months), -1) };
}

function spanUntil(end: Day, months: number): DateRange {
  return { start: addMonths(addDays(end, 1), -months), end };
}

function rollingUntil(end: Day, months: number): DateRange {
  return { start: addDays(lastOfMonthIn(end, -months), 1), end };
}

/** The last day of the month `months` after that of `from`. */
function lastOfMonthIn(from: Day, months: number): Day {
  const first = addMonths(firstOfMonth(from), months);
  return endOfMonth(yearOf(first), monthOf(first));
}
