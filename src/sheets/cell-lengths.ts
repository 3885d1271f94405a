import type { TimeUnit } from './column-heading.ts';

/** How lengths of time in a column are read. */
export interface LengthReading {
  /** The unit of a bare number. */
  readonly bare: TimeUnit;
  /** `hours`: `1:30` is an hour and a half; `minutes`: it is a minute and a half. */
  readonly clock: TimeUnit;
  readonly minutesPerHour: number;
}

/** What the heading of the column and the person say of its unit. */
export interface LengthHints {
  readonly heading: TimeUnit | undefined;
  readonly stated: TimeUnit | undefined;
  readonly minutesPerHour: number;
}

const BARE = /^\d{1,5}(?:[.,]\d{1,4})?$/u;
const CLOCK = /^(\d{1,4}):([0-5]\d)$/u;
const FULL_CLOCK = /^(\d{1,4}):([0-5]\d):([0-5]\d)(?:\.\d+)?$/u;

/** A first part of `47:12` above it can't be hours of one day; one below `SURELY_HOURS` isn't the minutes of an activity. */
const HOURS_OF_DAY = 24;
const SURELY_HOURS = 6;

/** Returns how the lengths of a column are read, or `unclear` if its numbers could be hours or minutes. */
export function findLengthReading(
  values: readonly string[],
  { heading, stated, minutesPerHour }: LengthHints,
): LengthReading | 'unclear' {
  const bare = stated ?? heading ?? unitOfNumbers(values);
  const clock = stated ?? heading ?? unitOfClocks(values);
  return bare === 'unclear' || clock === 'unclear' ? 'unclear' : { bare, clock, minutesPerHour };
}

/** `1.5` among small numbers are hours; whole numbers could be either. */
function unitOfNumbers(values: readonly string[]): TimeUnit | 'unclear' {
  const numbers = values.filter((value) => BARE.test(value)).map((value) => Number(value.replace(',', '.')));
  if (numbers.length === 0) return 'hours';
  const hasFraction = numbers.some((number) => !Number.isInteger(number));
  return hasFraction && numbers.every((number) => number <= HOURS_OF_DAY) ? 'hours' : 'unclear';
}

function unitOfClocks(values: readonly string[]): TimeUnit | 'unclear' {
  const first = values.flatMap((value) => CLOCK.exec(value)?.[1] ?? []).map(Number);
  if (first.some((part) => part > HOURS_OF_DAY)) return 'minutes';
  return first.every((part) => part < SURELY_HOURS) ? 'hours' : 'unclear';
}

/** Returns a length in whole minutes, or undefined if it isn't a number or a clock: `90 min` has a unit of its own. */
export function parseLength(value: string, { bare, clock, minutesPerHour }: LengthReading): number | undefined {
  const [, hours, minutes] = FULL_CLOCK.exec(value) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  const [, first, second] = CLOCK.exec(value) ?? [];
  if (first !== undefined) return clock !== 'minutes' ? Number(first) * 60 + Number(second) : Number(first);
  if (!BARE.test(value)) return undefined;
  const number = Number(value.replace(',', '.'));
  return Math.round(bare === 'hours' ? number * minutesPerHour : bare === 'seconds' ? number / 60 : number);
}
