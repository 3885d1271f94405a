import type { DateRange, Day } from '../../src/domain/calendar.ts';

/** The whole number at or below `amount / by`, exact. */
export function floorOf(amount: number, by: number): number {
  const rest = ((amount % by) + by) % by;
  return (amount - rest) / by;
}

/** The whole number at or above `amount / by`, exact. */
export function ceilOf(amount: number, by: number): number {
  const rest = ((amount % by) + by) % by;
  return rest === 0 ? amount / by : (amount - rest) / by + 1;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The number of days of a month, 1 to 12. */
export function monthLength(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A day out of its numbers. */
export function dayOf(year: number, month: number, date: number): Day {
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}` as Day;
}

/** Year, month and date of a day. */
export function numbersOf(day: Day): readonly [number, number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** The day after a day. */
export function nextDay(day: Day): Day {
  const [year, month, date] = numbersOf(day);
  if (date < monthLength(year, month)) return dayOf(year, month, date + 1);
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1);
}

/** The day before a day. */
export function dayBefore(day: Day): Day {
  const [year, month, date] = numbersOf(day);
  if (date > 1) return dayOf(year, month, date - 1);
  return month > 1 ? dayOf(year, month - 1, monthLength(year, month - 1)) : dayOf(year - 1, 12, 31);
}

/** So many days later, or earlier where negative; month by month. */
export function plusDays(day: Day, days: number): Day {
  let [year, month, date] = numbersOf(day);
  date += days;
  while (date < 1) {
    [year, month] = month > 1 ? [year, month - 1] : [year - 1, 12];
    date += monthLength(year, month);
  }
  while (date > monthLength(year, month)) {
    date -= monthLength(year, month);
    [year, month] = month < 12 ? [year, month + 1] : [year + 1, 1];
  }
  return dayOf(year, month, date);
}

/** So many months later, or earlier where negative; a date that does not exist lands on the last day of its month. */
export function plusMonths(day: Day, months: number): Day {
  const [year, month, date] = numbersOf(day);
  const count = year * 12 + (month - 1) + months;
  const newYear = floorOf(count, 12);
  const newMonth = count - 12 * newYear + 1;
  return dayOf(newYear, newMonth, Math.min(date, monthLength(newYear, newMonth)));
}

/** So many years later, or earlier where negative. */
export function plusYears(day: Day, years: number): Day {
  return plusMonths(day, 12 * years);
}

function dayNumber(day: Day): number {
  const [year, month, date] = numbersOf(day);
  const before = year - 1;
  let count = 365 * before + floorOf(before, 4) - floorOf(before, 100) + floorOf(before, 400);
  for (let earlier = 1; earlier < month; earlier += 1) count += monthLength(year, earlier);
  return count + date;
}

/** The number of days from one day to another, both included; 0 or less where the second is earlier. */
export function daysIn(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

/** Every day from one to another, both included. */
export function eachDay(start: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let day = start; day <= end; day = nextDay(day)) days.push(day);
  return days;
}

/** Whether a day lies in a range, both ends included. */
export function liesIn(day: Day, range: DateRange): boolean {
  return range.start <= day && day <= range.end;
}

/** The earliest of some days. */
export function earliest(first: Day, ...others: readonly Day[]): Day {
  return others.reduce((least, day) => (day < least ? day : least), first);
}

/** How many whole months lie from one day to another; 0 where the second is earlier. */
export function wholeMonths(from: Day, to: Day): number {
  let months = 0;
  while (plusMonths(from, months + 1) <= to) months += 1;
  return months;
}

/** How many whole years lie from one day to another; 0 where the second is earlier. */
export function wholeYears(from: Day, to: Day): number {
  let years = 0;
  while (plusYears(from, years + 1) <= to) years += 1;
  return years;
}

/** So many years earlier, where the last day of a month stays the last day of that month. */
export function yearsBefore(day: Day, years: number): Day {
  const [year, month, date] = numbersOf(day);
  const isLast = date === monthLength(year, month);
  return isLast ? dayOf(year - years, month, monthLength(year - years, month)) : plusYears(day, -years);
}
