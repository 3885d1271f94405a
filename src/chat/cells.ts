import type { Share } from './card.ts';

/** Divides so many cells among shares, in their order, as near to their counts as it goes; whatever there is gets at least one. */
export function cellsOf<S extends Pick<Share, 'count'>>(
  shares: readonly S[],
  cells: number,
): readonly (S & { readonly cells: number })[] {
  const there = shares.filter(({ count }) => count > 0);
  const whole = there.reduce((sum, { count }) => sum + count, 0);
  const spare = cells - there.length;
  // One for each; the others by what is left over after dividing, the greatest remainder first.
  const exact = there.map(({ count }) => (count / whole) * spare);
  const floors = exact.map(Math.floor);
  const left = spare - floors.reduce((sum, one) => sum + one, 0);
  const greatest = exact
    .map((one, index) => ({ index, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return there.map((share, index) => ({
    ...share,
    cells: 1 + (floors[index] ?? 0) + (greatest.includes(index) ? 1 : 0),
  }));
}
