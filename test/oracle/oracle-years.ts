import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { EvaluationInput } from '../../src/domain/evaluate.ts';
import { dayBefore, dayOf, liesIn, nextDay, numbersOf, plusYears } from './oracle-calendar.ts';
import { renewalOf } from './oracle-rules.ts';

/** A year of a cycle, or a part of one at either end. */
export interface CycleYear extends DateRange {
  readonly whole: boolean;
}

/** The years of a cycle from the first on; year 1 stands at place 0. */
export function yearsOf(input: EvaluationInput): CycleYear[] {
  const anchor = renewalOf(input).cycle.anchor?.value;
  if (anchor === 'january') return calendarYears(input.cycle);
  return anchor === 'fixed-day' ? yearsFromEnd(input.cycle) : yearsFromStart(input.cycle);
}

function calendarYears({ start, end }: DateRange): CycleYear[] {
  const years: CycleYear[] = [];
  for (let year = numbersOf(start)[0]; year <= numbersOf(end)[0]; year += 1) {
    years.push(within({ start: dayOf(year, 1, 1), end: dayOf(year, 12, 31) }, { start, end }));
  }
  return years;
}

function yearsFromEnd(cycle: DateRange): CycleYear[] {
  const years: CycleYear[] = [];
  for (let back = 0; plusYears(cycle.end, -back) >= cycle.start; back += 1) {
    const year = { start: nextDay(plusYears(cycle.end, -back - 1)), end: plusYears(cycle.end, -back) };
    years.unshift(within(year, cycle));
  }
  return years;
}

function yearsFromStart(cycle: DateRange): CycleYear[] {
  const years: CycleYear[] = [];
  for (let gone = 0; plusYears(cycle.start, gone) <= cycle.end; gone += 1) {
    const year = { start: plusYears(cycle.start, gone), end: dayBefore(plusYears(cycle.start, gone + 1)) };
    years.push(within(year, cycle));
  }
  return years;
}

/** The part of a year that lies in the cycle. */
function within(year: DateRange, cycle: DateRange): CycleYear {
  const start = year.start < cycle.start ? cycle.start : year.start;
  const end = year.end > cycle.end ? cycle.end : year.end;
  return { start, end, whole: start === year.start && end === year.end };
}

/** The number of the year that a day belongs to, from 1: the first for what is early, the last for what is late. */
export function yearNumber(years: readonly CycleYear[], day: Day): number {
  const place = years.findIndex((year) => liesIn(day, year));
  if (place >= 0) return place + 1;
  const first = years[0];
  return first !== undefined && day < first.start ? 1 : years.length;
}
