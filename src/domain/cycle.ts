import { addDays, addMonths, addYears, type DateRange, type Day, endOfMonth, monthOf, yearOf } from './calendar.ts';
import type { NewHolder } from './credit-rules.ts';
import type { Anchor, CycleRule } from './cycle-rule.ts';
import { inForce } from './sourced.ts';
import { checksUntil } from './terms.ts';

/** What a holder says when adding a certification: one of the two dates at least. */
export interface PrintedDates {
  /** The day of certification, or the first day of the current cycle. */
  readonly start?: Day | undefined;
  /** The expiry date printed on the certificate; it wins over what the rule says. */
  readonly expiry?: Day | undefined;
}

/** What a cycle is proposed by. */
interface Proposable {
  readonly kind: 'credits' | 'exam' | 'assessment';
  readonly cycle: CycleRule;
  readonly newHolder?: NewHolder;
}

/**
 * The cycle that holds `today`, or nothing when the dates given cannot tell (a birth month is not asked for, and some rules are
 * not known). What is renewed by an exam is not taken as renewed: its cycle is the first one, unless a printed date says
 * otherwise.
 */
export function proposeCycle(renewal: Proposable, dates: PrintedDates, today: Day): DateRange | undefined {
  const anchor = renewal.cycle.anchor?.value;
  const { start, expiry } = dates;
  const months = monthsOf(renewal.cycle, start ?? expiry ?? today);
  if (expiry !== undefined && start !== undefined && (months === undefined || anchor === undefined))
    return start < expiry ? { start, end: expiry } : undefined;
  if (months === undefined || anchor === undefined) return undefined;
  if (expiry !== undefined && anchor === 'rolling')
    return rollingUntil(expiry, monthsAtCheck(renewal, dates) ?? months);
  if (expiry !== undefined) return cycleEndingOn(expiry, start, anchor, months);
  if (start === undefined) return undefined;
  let cycle = firstCycle(start, anchor, months);
  while (renewal.kind === 'credits' && cycle !== undefined && cycle.end < today) {
    cycle = nextCycle(cycle, anchor, monthsOf(renewal.cycle, addDays(cycle.end, 1)) ?? months);
  }
  return cycle;
}

/** At the first checks after certification fewer months are looked at. */
function monthsAtCheck({ newHolder }: Proposable, { start, expiry }: PrintedDates): number | undefined {
  if (start === undefined || expiry === undefined) return undefined;
  return newHolder?.totals?.value[checksUntil(expiry, start) - 1]?.months;
}

/** The length of a cycle that starts on a day, in months; nothing where it is not known. */
export function monthsOf({ months }: CycleRule, start: Day): number | undefined {
  return inForce(months, start)?.value;
}

/** The first cycle of somebody certified on `certified`; nothing where only a printed date tells: a birth month, another's cycle. */
export function firstCycle(certified: Day, anchor: Anchor, months: number): DateRange | undefined {
  switch (anchor) {
    case 'certified':
    case 'suite':
      return spanOfMonths(certified, months);
    case 'certified-same-day':
      return { start: certified, end: addMonths(certified, months) };
    case 'january':
      return spanOfMonths(`${yearOf(certified) + 1}-01-01` as Day, months);
    case 'anniversary-month':
      return spanOfMonths(addDays(endOfMonth(yearOf(certified), monthOf(certified)), 1), months);
    case 'birth-month':
    case 'rolling':
    case 'parent':
      return undefined;
  }
}

/** The cycle after `cycle`: it starts the day after, and ends on the same calendar date as before, one length on; a rolling one moves on by a year. */
export function nextCycle(cycle: DateRange, anchor: Anchor, months: number): DateRange {
  const start = addDays(cycle.end, 1);
  switch (anchor) {
    case 'certified':
    case 'january':
    case 'anniversary-month':
    case 'suite':
    case 'parent':
      return spanOfMonths(start, months);
    case 'rolling':
      return rollingUntil(lastOfMonthIn(cycle.end, 12), months);
    case 'certified-same-day':
      return { start, end: addMonths(cycle.end, months) };
    case 'birth-month':
      return { start, end: lastOfMonthIn(cycle.end, months) };
  }
}

/**
 * The years of a cycle: `year k` runs from `start + k years` to the day before `start + (k+1) years`; for bodies that count
 * calendar years, from 1 January to 31 December. A part of a year at either end is a year too, but `whole` is false and it
 * carries no yearly minimum.
 */
export function yearsOf(cycle: DateRange, anchor?: Anchor): readonly (DateRange & { readonly whole: boolean })[] {
  const from = anchor === 'january' ? (`${yearOf(cycle.start)}-01-01` as Day) : cycle.start;
  const years: (DateRange & { whole: boolean })[] = [];
  for (let k = 0; ; k += 1) {
    const start = addYears(from, k);
    if (start > cycle.end) return years;
    const end = addDays(addYears(from, k + 1), -1);
    const whole = start >= cycle.start && end <= cycle.end;
    years.push({ start: start < cycle.start ? cycle.start : start, end: end > cycle.end ? cycle.end : end, whole });
  }
}

/** The index of the year that a day counts in: earlier days in the first, later ones in the last. */
export function yearIndexOf(years: readonly DateRange[], day: Day): number {
  const index = years.findIndex((year) => day <= year.end);
  return index < 0 ? years.length - 1 : index;
}

function cycleEndingOn(end: Day, start: Day | undefined, anchor: Anchor, months: number): DateRange {
  const fallback = usualStart(end, start, anchor, months);
  if (start === undefined || start > end || anchor === 'january' || anchor === 'anniversary-month') {
    return { start: fallback, end };
  }
  // A first cycle may be shorter than usual; to the end of a birth month it may be up to a year longer. A start before that
  // is the certification date of somebody who renewed since.
  const earliest = anchor === 'birth-month' ? addMonths(fallback, -12) : fallback;
  return { start: start > earliest ? start : fallback, end };
}

/** A cycle that ends on the date of certification has it as its first day too, once; later ones start the day after. */
function usualStart(end: Day, start: Day | undefined, anchor: Anchor, months: number): Day {
  if (anchor !== 'certified-same-day') return addMonths(addDays(end, 1), -months);
  const sameDay = addMonths(end, -months);
  return start === undefined || start >= sameDay ? sameDay : addDays(sameDay, 1);
}

function spanOfMonths(start: Day, months: number): DateRange {
  return { start, end: addDays(addMonths(start, months), -1) };
}

function rollingUntil(end: Day, months: number): DateRange {
  return { start: addDays(lastOfMonthIn(end, -months), 1), end };
}

/** The last day of the month so many months from the day's own. */
function lastOfMonthIn(from: Day, months: number): Day {
  const first = addMonths(`${from.slice(0, 8)}01` as Day, months);
  return endOfMonth(yearOf(first), monthOf(first));
}
