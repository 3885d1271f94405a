import { lengthOf, within } from './calendar.ts';
import { CategoryTree, WHOLE } from './category-tree.ts';
import { CARRY_OVER, type Cut, contributionsTo } from './count.ts';
import type { Credits } from './credit.ts';
import { claimed, type Entry } from './holding.ts';
import type { Pace } from './pace.ts';
import type { CreditStanding } from './standing.ts';

/** The arithmetic behind one pace, step by step. */
export interface Explanation {
  /** What the records of the window claim for it, and how many they are. */
  readonly claimed: Credits;
  readonly records: number;
  /** Accepted from the cycle before. */
  readonly carriedOver: Credits;
  /** Why some of it does not count, the largest first; cuts of the same reason are added up. */
  readonly cuts: readonly ReasonedCut[];
  readonly counted: Credits;
  /** What an even pace would have reached before today. */
  readonly expected: Credits;
}

export interface ReasonedCut {
  readonly reason: Cut['reason'];
  readonly credits: Credits;
  readonly records: number;
}

/** Explains a pace of a standing; `entries` are those the standing was worked out from. */
export function explain(standing: CreditStanding, entries: readonly Entry[], pace: Pace): Explanation {
  const { requirement, days, elapsed } = pace;
  const { counted, terms } = standing;
  const asked = entries.filter((entry) => entry.end <= terms.on && isAsked(entry, standing, pace));
  const ids = new Set(asked.map(({ id }) => id));
  const contributions = contributionsTo(counted, requirement);
  const carriedOver = contributions
    .filter(({ entry }) => entry === CARRY_OVER)
    .reduce((sum, { credits }) => sum + credits, 0);
  return {
    claimed: asked.reduce((sum, entry) => sum + claimedFor(entry, standing, pace), 0),
    records: asked.length,
    carriedOver,
    cuts: reasoned(counted.cuts.filter(({ entry }) => ids.has(entry))),
    counted: pace.counted,
    expected: Math.floor((requirement.required * elapsed) / days),
  };
}

function isAsked(entry: Entry, standing: CreditStanding, pace: Pace): boolean {
  const { window, per, lastDay } = pace.requirement;
  const span = { start: per === 'period' ? window.start : standing.terms.earning.start, end: lastDay };
  const year = per === 'year' ? { start: window.start, end: lastDay } : span;
  return lengthOf(window) > 0 && within(year, entry.end) && claimedFor(entry, standing, pace) > 0;
}

function claimedFor(entry: Entry, { renewal }: CreditStanding, { requirement }: Pace): Credits {
  const { mark, category = WHOLE } = requirement;
  if (mark !== undefined) return entry.marks.includes(mark) ? claimed(entry) : 0;
  const tree = new CategoryTree(renewal.categories);
  return claimed({ parts: entry.parts.filter((part) => tree.contains(category, part.category)) });
}

function reasoned(cuts: readonly Cut[]): readonly ReasonedCut[] {
  const key = ({ reason }: Cut) =>
    reason.kind === 'cap' ? `${reason.cap.per} ${reason.cap.name} ${reason.limit}` : reason.kind;
  return [...Map.groupBy(cuts, key).values()]
    .map((same) => ({
      reason: (same[0] as Cut).reason,
      credits: same.reduce((sum, { credits }) => sum + credits, 0),
      records: new Set(same.map(({ entry }) => entry)).size,
    }))
    .sort((a, b) => b.credits - a.credits);
}
