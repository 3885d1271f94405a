import type { Cut } from './count-credits.ts';
import type { Pace } from './pace.ts';
import type { CreditStanding } from './standing.ts';

/** The effect of a new record on a holding's headline. */
export type PaceChange =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'met' }
  /** The binding requirement is the same; `by` days are gained, or lost if negative. */
  | { readonly kind: 'moved'; readonly by: number; readonly pace: Pace }
  /** The binding requirement is unchanged; `gained` is the requirement that moved most, if any. */
  | { readonly kind: 'elsewhere'; readonly pace: Pace; readonly gained?: { readonly by: number; readonly pace: Pace } }
  /** Another requirement is now the binding one. */
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

/** Returns the credits that other entries lost to caps because of the new one, in hundredths. */
export function pushedOut(before: CreditStanding, after: CreditStanding, entry: string): number {
  const lost = (standing: CreditStanding) =>
    standing.counted.cuts.reduce((total, cut) => (cut.entry === entry ? total : total + cut.credits), 0);
  return Math.max(0, lost(after) - lost(before));
}
