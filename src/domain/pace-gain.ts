import type { Credits } from './credit.ts';
import type { Pace } from './pace.ts';
import type { CreditStanding } from './standing.ts';

/** The effect of one more activity on an open requirement. */
export interface PaceGain {
  /** The requirement's pace today. */
  readonly pace: Pace;
  /** How much less remains on the activity's day, in hundredths; what a limit discards is not in it. */
  readonly credits: Credits;
  /** Credits remaining on that date without the activity. */
  readonly remaining: Credits;
  /** Whether the requirement is met with it. */
  readonly closes: boolean;
  /** Days further ahead, or less behind. */
  readonly days: number;
}

/**
 * The open requirements an activity would serve: those in force on its day of which less remains with it. `today` says how urgent each is: a
 * later activity is not more urgent for being later.
 */
export function paceGains(before: CreditStanding, after: CreditStanding, today = before): readonly PaceGain[] {
  const named = ({ paces }: CreditStanding, id: string) => paces.find(({ requirement }) => requirement.id === id);
  return before.paces.flatMap((pace): PaceGain[] => {
    const { requirement, remaining } = pace;
    if (!isOpen(pace)) return [];
    const then = named(after, requirement.id);
    const credits = then === undefined ? 0 : remaining - then.remaining;
    if (then === undefined || credits <= 0) return [];
    const now = named(today, requirement.id) ?? pace;
    return [{ pace: now, credits, remaining, closes: then.remaining <= 0, days: then.reached - pace.reached }];
  });
}

/** Whether an activity can serve a requirement: a hard one that has begun and is not met. */
export function isOpen({ requirement, remaining, hasBegun }: Pace): boolean {
  return requirement.severity === 'hard' && hasBegun && remaining > 0;
}

/** A requirement due within this many days weighs 1.5 times as much. */
const NEAR_DAYS = 90;
const WEIGHT = 1000;

/**
 * How much an activity helps: one part for each open requirement it serves, twice as large where it closes it, weighted by how near its
 * last day is and, twice, where it is behind. A whole number; 0 when it serves none.
 */
export function scoreGains(gains: readonly PaceGain[]): number {
  return gains.reduce((sum, { pace, credits, remaining }) => {
    const share = Math.min(1, credits / remaining);
    const urgency = (1 + NEAR_DAYS / (NEAR_DAYS + Math.max(0, pace.daysLeft))) * (pace.delta < 0 ? 2 : 1);
    return sum + Math.round(WEIGHT * urgency * (0.5 + 0.5 * share));
  }, 0);
}
