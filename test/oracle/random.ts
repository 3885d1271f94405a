import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { Version, Versioned } from '../../src/domain/sourced-value.ts';
import { daysIn, plusDays } from './oracle-calendar.ts';

/** Chance that is the same for the same seed. */
export interface Chance {
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, max: number) => number;
  /** True so many times out of a hundred. */
  readonly percent: (times: number) => boolean;
  /** One of a list, each as likely as its times in the list. */
  readonly oneOf: <T>(list: readonly T[]) => T;
  /** Some of a list, in its order, at least one when it is not empty. */
  readonly someOf: <T>(list: readonly T[]) => T[];
  /** The list in another order. */
  readonly shuffled: <T>(list: readonly T[]) => T[];
}

/** Makes chance out of a seed (mulberry32). */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
  const between = (least: number, max: number): number => least + (next() % (max - least + 1));
  const percent = (times: number): boolean => between(0, 99) < times;
  const oneOf = <T>(list: readonly T[]): T => list[between(0, list.length - 1)] as T;
  const someOf = <T>(list: readonly T[]): T[] => {
    const some = list.filter(() => percent(50));
    return some.length > 0 || list.length === 0 ? some : [oneOf(list)];
  };
  const shuffled = <T>(list: readonly T[]): T[] => {
    const left = [...list];
    const claimed: T[] = [];
    while (left.length > 0) claimed.push(...left.splice(between(0, left.length - 1), 1));
    return claimed;
  };
  return { between, percent, oneOf, someOf, shuffled };
}

/** Something with where it is known from. */
export function known<T>(value: T): { certainty: 'O'; sources: string[]; value: T } {
  return { certainty: 'O', sources: ['site'], value };
}

/** One value, or two or three by date, which change in or near a cycle and may leave a gap. */
export function versioned<T>(make: () => T, cycle: DateRange, chance: Chance): Versioned<T> {
  if (chance.percent(65))
    return chance.percent(90) ? known(make()) : { ...known(make()), from: nearDay(cycle, chance) };
  const [one, other] = [nearDay(cycle, chance), nearDay(cycle, chance)].sort() as [Day, Day];
  const gap = chance.percent(20) ? chance.between(1, 200) : 1;
  const first: Version<T> = { ...known(make()), until: one };
  const rest = plusDays(one, gap);
  if (other <= rest || chance.percent(50)) return [first, { ...known(make()), from: rest }];
  const last: Version<T> = { ...known(make()), from: plusDays(other, 1) };
  const middle: Version<T> = { ...known(make()), from: rest, until: other };
  return chance.percent(50) ? [first, middle, last] : [last, middle, first];
}

/** A day in a cycle or near it, often an end of it. */
export function nearDay({ start, end }: DateRange, chance: Chance): Day {
  if (chance.percent(15)) return plusDays(chance.oneOf([start, end]), chance.between(-1, 1));
  return chance.percent(85) ? dayIn(start, end, chance) : dayIn(plusDays(start, -200), plusDays(end, 200), chance);
}

/** A day from one to another, both included. */
export function dayIn(start: Day, end: Day, chance: Chance): Day {
  return plusDays(start, chance.between(0, daysIn(start, end) - 1));
}
