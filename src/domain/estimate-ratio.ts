import { type Credits, floorTo } from './credit.ts';
import type { Estimate } from './estimate.ts';

/** The claimed credits of a certified activity and their estimate, in hundredths. */
export interface Certified {
  readonly personId: string;
  readonly claimed: Credits;
  readonly likely: Credits;
}

/** Minimum number of people, because fewer would be unreliable and could identify one of them. */
const MIN_MEMBERS = 5;
/** A difference below this is none, in percent. */
const MIN_DIFFERENCE_PERCENT = 5;

/**
 * What certificates come to of what was estimated, in percent: the median over people of each one's median. Nothing where fewer than
 * five people have one, or where the estimate was about right.
 */
export function medianRatio(records: readonly Certified[]): number | undefined {
  const known = records.filter(({ likely }) => likely > 0);
  const people = [...Map.groupBy(known, ({ personId }) => personId).values()];
  if (people.length < MIN_MEMBERS) return undefined;
  const percent = Math.round(
    median(people.map((some) => median(some.map(({ claimed, likely }) => (claimed * 100) / likely)))),
  );
  return Math.abs(percent - 100) < MIN_DIFFERENCE_PERCENT ? undefined : percent;
}

/** Returns an estimate corrected by a ratio, rounded down to whole steps and at most the high estimate. */
export function applyRatio({ low, likely, high }: Estimate, percent: number, step: Credits): Estimate {
  const corrected = Math.min(high, floorTo(Math.floor((likely * percent) / 100), step));
  return { low: Math.min(low, corrected), likely: corrected, high };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
