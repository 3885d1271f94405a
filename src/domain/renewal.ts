import { addDays, addMonths, type DateRange, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import { monthsOf, nextCycle } from './cycle.ts';

/** Returns the next cycle when a certification is renewed on `today`, or undefined if it never expires or its cycle is unknown. */
export function renewedCycle({ renewal }: Certification, cycle: DateRange, today: Day): DateRange | undefined {
  if (renewal.kind === 'never-expires') return undefined;
  const start = addDays(cycle.end, 1);
  const anchor = renewal.cycle.anchor?.value;
  const months = monthsOf(renewal.cycle, start);
  if (anchor === undefined || months === undefined) return undefined;
  if (renewal.kind === 'credits' || renewal.fromOldExpiry !== undefined) return nextCycle(cycle, renewal.cycle, months);
  // An exam passed early begins anew on the day it was passed.
  return { start: today, end: addDays(addMonths(today, months), -1) };
}
