import { addDays, addMonths, addYears, type Day, endOfMonth, monthOf, type Span, yearOf } from './calendar.ts';
import type { Anchor, CycleRule } from './certification.ts';

/** What a holder says when adding a certification: one of the two dates at least. */
export interface PrintedDates {
  /** The day of certification, or the first day of the current cycle. */
  readonly start?: Day | undefined;
  /** The expiry date printed on the certificate; it wins over what the rule says. */
  readonly expiry?: Day | undefined;
}

/**
 * The cycle that holds `today`, or nothing when the dates given cannot tell (a birth month is not asked for). What is renewed
 * by an exam is not taken as renewed: its cycle is the first one, unless a printed date says otherwise.
 */
export function proposeCycle(
  renewal: { readonly kind: 'credits' | 'exam' | 'assessment'; readonly cycle: CycleRule },
  dates: PrintedDates,
  today: Day,
): Span | undefined {
  const months = renewal.cycle.months.value;
  const anchor = renewal.cycle.anchor.value;
  if (dates.expiry !== undefined) return cycleEndingOn(dates.expiry, dates.start, anchor, months);
  if (dates.start === undefined) return undefined;
  let cycle = firstCycle(dates.start, anchor, months);
  while (renewal.kind === 'credits' && cycle !== undefined && cycle.end < today) {
    cycle = nextCycle(cycle, anchor, months);
  }
  return cycle;
}

/** The first cycle of somebody certified on `certified`; nothing for a birth month, which only the printed date tells. */
export function firstCycle(certified: Day, anchor: Anchor, months: number): Span | undefined {
  switch (anchor) {
    case 'certified':
      return spanOfMonths(certified, months);
    case 'certified-same-day':
      return { start: certified, end: addMonths(certified, months) };
    case 'january':
      return spanOfMonths(`${yearOf(certified) + 1}-01-01` as Day, months);
    case 'anniversary-month':
      return spanOfMonths(addDays(endOfMonth(yearOf(certified), monthOf(certified)), 1), months);
    case 'birth-month':
      return undefined;
  }
}

/** The cycle after `cycle`: it starts the day after, and ends on the same calendar date as before, one length on. */
export function nextCycle(cycle: Span, anchor: Anchor, months: number): Span {
  const start = addDays(cycle.end, 1);
  switch (anchor) {
    case 'certified':
    case 'january':
    case 'anniversary-month':
      return spanOfMonths(start, months);
    case 'certified-same-day':
      return { start, end: addMonths(cycle.end, months) };
    case 'birth-month': {
      const end = addMonths(cycle.end, months);
      return { start, end: endOfMonth(yearOf(end), monthOf(end)) };
    }
  }
}

/**
 * The years of a cycle: `year k` runs from `start + k years` to the day before `start + (k+1) years`. A part of a year at the
 * end is a year too, but `whole` is false and it carries no yearly minimum.
 */
export function yearsOf(cycle: Span): readonly (Span & { readonly whole: boolean })[] {
  const years: (Span & { whole: boolean })[] = [];
  for (let k = 0; ; k += 1) {
    const start = addYears(cycle.start, k);
    if (start > cycle.end) return years;
    const end = addDays(addYears(cycle.start, k + 1), -1);
    years.push(end <= cycle.end ? { start, end, whole: true } : { start, end: cycle.end, whole: false });
  }
}

/** The index of the year that a day counts in: earlier days in the first, later ones in the last. */
export function yearIndexOf(years: readonly Span[], day: Day): number {
  const index = years.findIndex((year) => day <= year.end);
  return index < 0 ? years.length - 1 : index;
}

function cycleEndingOn(end: Day, start: Day | undefined, anchor: Anchor, months: number): Span {
  const usual = usualStart(end, start, anchor, months);
  if (start === undefined || start > end || anchor === 'january' || anchor === 'anniversary-month') {
    return { start: usual, end };
  }
  // A first cycle may be shorter than usual; to the end of a birth month it may be up to a year longer. A start before that
  // is the certification date of somebody who renewed since.
  const earliest = anchor === 'birth-month' ? addMonths(usual, -12) : usual;
  return { start: start > earliest ? start : usual, end };
}

/** A cycle that ends on the date of certification has it as its first day too, once; later ones start the day after. */
function usualStart(end: Day, start: Day | undefined, anchor: Anchor, months: number): Day {
  if (anchor !== 'certified-same-day') return addMonths(addDays(end, 1), -months);
  const sameDay = addMonths(end, -months);
  return start === undefined || start >= sameDay ? sameDay : addDays(sameDay, 1);
}

function spanOfMonths(start: Day, months: number): Span {
  return { start, end: addDays(addMonths(start, months), -1) };
}
