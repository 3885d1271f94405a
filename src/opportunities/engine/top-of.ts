/** Returns the first `count` of a list in an order, without sorting all of it. */
export function topOf<T>(all: readonly T[], count: number, compare: (one: T, other: T) => number): readonly T[] {
  if (all.length <= 4 * count) return all.toSorted(compare).slice(0, count);
  let best: T[] = [];
  let worst: T | undefined;
  for (const one of all) {
    if (worst !== undefined && compare(one, worst) >= 0) continue;
    best.push(one);
    // Sorted only when twice as many were collected.
    if (best.length < 2 * count) continue;
    best = best.sort(compare).slice(0, count);
    worst = best.at(-1);
  }
  return best.sort(compare).slice(0, count);
}
