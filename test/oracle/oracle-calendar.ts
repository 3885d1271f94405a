import type { Day } from '../../src/domain/calendar.ts';

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The year, month (1 to 12) and day of the month of a date: section 2, "calendar dates without time or zone". */
export function fieldsOf(day: Day): { year: number; month: number; date: number } {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return { year, month, date };
}

/** The date with these fields: section 2, "calendar dates without time or zone". */
export function dayOf(year: number, month: number, date: number): Day {
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(date, 2)}` as Day;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** How many days a month has: section 2, "the last day of that month". */
export function monthLength(year: number, month: number): number {
  const leap = year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0);
  return month === 2 && leap ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

/** Whether a date is the last one of its month: notes on new holders, "a last day of a month". */
export function isMonthEnd(day: Day): boolean {
  const { year, month, date } = fieldsOf(day);
  return date === monthLength(year, month);
}

/** How many days it is since 1 January of year 1, counted year by year and month by month: section 3, "days from s". */
export function dayNumber(day: Day): number {
  const { year, month, date } = fieldsOf(day);
  let days = 0;
  for (let y = 1; y < year; y += 1) days += 337 + monthLength(y, 2);
  for (let m = 1; m < month; m += 1) days += monthLength(year, m);
  return days + date - 1;
}

/** The date so many days after 1 January of year 1, counted off again: section 3, "`t + …` days". */
function dayNumbered(number: number): Day {
  let year = 1;
  let month = 1;
  let left = number;
  while (left >= 337 + monthLength(year, 2)) {
    left -= 337 + monthLength(year, 2);
    year += 1;
  }
  while (left >= monthLength(year, month)) {
    left -= monthLength(year, month);
    month += 1;
  }
  return dayOf(year, month, left + 1);
}

/** The date so many days later, or earlier when negative: section 3, "`t - 89`". */
export function plusDays(day: Day, days: number): Day {
  return dayNumbered(dayNumber(day) + days);
}

/** The date so many months later or earlier, month by month: section 2, "lands on the last day of that month". */
export function plusMonths(day: Day, months: number): Day {
  let { year, month } = fieldsOf(day);
  for (let step = 0; step < months; step += 1) {
    month += 1;
    if (month === 13) [year, month] = [year + 1, 1];
  }
  for (let step = 0; step > months; step -= 1) {
    month -= 1;
    if (month === 0) [year, month] = [year - 1, 12];
  }
  return dayOf(year, month, Math.min(fieldsOf(day).date, monthLength(year, month)));
}

/** How many days there are from one date to another, both included: section 3, `N`. */
export function daysIn(start: Day, end: Day): number {
  return dayNumber(end) - dayNumber(start) + 1;
}

/** The earlier of two dates: notes, "min(on, window's last day)". */
export function earlierOf(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** Every date from one to another, both included: section 4, step 3, the days of an activity of several days. */
export function everyDay(start: Day, end: Day): Day[] {
  const days: Day[] = [];
  for (let day = start; day < end; day = nextDay(day)) days.push(day);
  return [...days, end];
}

function nextDay(day: Day): Day {
  const { year, month, date } = fieldsOf(day);
  if (date < monthLength(year, month)) return dayOf(year, month, date + 1);
  return month < 12 ? dayOf(year, month + 1, 1) : dayOf(year + 1, 1, 1);
}

/** The whole times one number goes into another: section 3, "`floor` and `ceil` are exact". */
export function floorOf(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

/** The quotient rounded up: section 3, "`floor` and `ceil` are exact". */
export function ceilOf(dividend: number, divisor: number): number {
  return floorOf(dividend + divisor - 1, divisor);
}
