import type { Progress, Share, Tone } from './card.ts';

/** A bar of progress: the filled share from 0 to 1, the share where the mark of today is, and its colour. */
interface ProgressBar {
  readonly share: number;
  readonly due?: number;
  readonly tone: Tone;
}

/** Returns how to draw progress. A goal of nothing is reached; there is no mark outside of the bar. */
export function progressBarOf({ done, goal, due, tone }: Progress): ProgressBar {
  const share = goal > 0 ? Math.min(1, Math.max(0, done / goal)) : 1;
  const bar = { share, tone: tone ?? (share === 1 ? 'best' : 'good') };
  return due === undefined || due <= 0 || due >= goal ? bar : { ...bar, due: due / goal };
}

/** Divides `cells` cells among shares in proportion to their counts, at least one cell for each non-empty share. */
export function cellsOf<S extends Pick<Share, 'count'>>(
  shares: readonly S[],
  cells: number,
): readonly (S & { readonly cells: number })[] {
  const nonEmpty = shares.filter(({ count }) => count > 0);
  const whole = nonEmpty.reduce((sum, { count }) => sum + count, 0);
  const remaining = cells - nonEmpty.length;
  // Largest remainder method, after one cell for each share.
  const exact = nonEmpty.map(({ count }) => (count / whole) * remaining);
  const floors = exact.map(Math.floor);
  const left = remaining - floors.reduce((sum, one) => sum + one, 0);
  const greatest = exact
    .map((one, index) => ({ index, rest: one - Math.floor(one) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, left)
    .map(({ index }) => index);
  return nonEmpty.map((share, index) => ({
    ...share,
    cells: 1 + (floors[index] ?? 0) + (greatest.includes(index) ? 1 : 0),
  }));
}
