import type { Cut } from './count.ts';
import type { Pace } from './pace.ts';
import type { CreditStanding } from './standing.ts';

/** What a new record did to a holding's headline. */
export type PaceChange =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'met' }
  /** The same requirement binds as before; `by` days are gained, or lost when negative. */
  | { readonly kind: 'moved'; readonly by: number; readonly pace: Pace }
  /** The same requirement binds, as far away as before; `gained` is the one that moved most, if any did. */
  | { readonly kind: 'elsewhere'; readonly pace: Pace; readonly gained?: { readonly by: number; readonly pace: Pace } }
  /** Another requirement binds now. */
  | { readonly kind: 'now-binding'; readonly pace: Pace };

/** Compares the headlines before and after. */
export function paceChange(before: CreditStanding, after: CreditStanding): PaceChange {
  const pace = after.binding;
  if (pace === undefined) return { kind: 'not-started' };
  if (pace.status === 'met') return { kind: 'met' };
  if (before.binding?.requirement.id !== pace.requirement.id) return { kind: 'now-binding', pace };
  const by = pace.delta - before.binding.delta;
  if (by !== 0) return { kind: 'moved', by, pace };
  const gained = largestChange(before, after);
  return gained === undefined ? { kind: 'elsewhere', pace } : { kind: 'elsewhere', pace, gained };
}

function largestChange(before: CreditStanding, after: CreditStanding): { by: number; pace: Pace } | undefined {
  const moves = after.paces.flatMap((pace) => {
    if (pace.requirement.severity !== 'hard' || !pace.hasBegun) return [];
    const earlier = before.paces.find((one) => one.requirement.id === pace.requirement.id);
    return earlier === undefined || earlier.delta === pace.delta ? [] : { by: pace.delta - earlier.delta, pace };
  });
  return moves.sort((a, b) => Math.abs(b.by) - Math.abs(a.by))[0];
}

/** The cuts of one entry. */
export function cutsOf(standing: CreditStanding, entry: string): readonly Cut[] {
  return standing.counted.cuts.filter((cut) => cut.entry === entry);
}

/** What other entries lost because the new one came before them, in hundredths. */
export function pushedOut(before: CreditStanding, after: CreditStanding, entry: string): number {
  const lost = (standing: CreditStanding) =>
    standing.counted.cuts.reduce((total, cut) => (cut.entry === entry ? total : total + cut.credits), 0);
  return Math.max(0, lost(after) - lost(before));
}
