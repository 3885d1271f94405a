import { addDays, type Day, daysBetween, lengthOf } from './calendar.ts';
import { CARRY_OVER, type Counted, type CountedContribution, contributionsTo } from './count-credits.ts';
import type { Credits } from './credit.ts';
import type { Requirement } from './requirement.ts';

export type PaceStatus = 'met' | 'missed' | 'not-started' | 'behind' | 'ahead' | 'on-track';

/** The default tolerance of a workspace, in days. */
export const DEFAULT_TOLERANCE = 7;

/** The standing against one requirement on one date; docs/domain.md section 3. */
export interface Pace {
  readonly requirement: Requirement;
  readonly counted: Credits;
  /** N: days of the window. */
  readonly days: number;
  /** E: days elapsed before today. */
  readonly elapsed: number;
  /** P: the day on which an even pace reaches the counted credits. */
  readonly reached: number;
  /** P - E, in days; above 0 ahead, below 0 behind. Not shown before the window starts. */
  readonly delta: number;
  readonly remaining: Credits;
  /** Days left to earn credits, today included. */
  readonly daysLeft: number;
  /** Hundredths of a credit per week; absent if no day is left. */
  readonly weeklyRate?: Credits;
  readonly status: PaceStatus;
  /** The window is open or past. */
  readonly hasBegun: boolean;
  readonly forecast: Forecast;
}

/** The date on which the requirement is met at the rate of the last 90 days, or why there is none. */
export type Forecast =
  | { readonly kind: 'on'; readonly day: Day }
  | { readonly kind: 'nothing-remains' }
  | { readonly kind: 'nothing-earned' }
  | { readonly kind: 'too-late' };

/** Returns the pace of one requirement; `counted` contains no activities after today. */
export function paceOf(
  requirement: Requirement,
  counted: Counted,
  { today, tolerance = DEFAULT_TOLERANCE }: { readonly today: Day; readonly tolerance?: number },
): Pace {
  const contributions = contributionsTo(counted, requirement);
  const credits = sumOf(contributions);
  const { window, required, lastDay } = requirement;
  const days = lengthOf(window);
  const elapsed = Math.min(days, Math.max(0, daysBetween(window.start, today)));
  const reached = Math.min(days, floorDivide(credits * days, required));
  const delta = reached - elapsed;
  const remaining = Math.max(0, required - credits);
  const daysLeft = daysLeftOf(requirement, today);
  const status = statusOf({ met: remaining === 0, today, window, lastDay, delta, tolerance });
  const hasBegun = today >= window.start;
  const pace = { requirement, counted: credits, days, elapsed, reached, delta, remaining, daysLeft, status, hasBegun };
  const forecast = forecastOf({ remaining, lastDay }, contributions, today);
  if (daysLeft === 0) return { ...pace, forecast };
  return { ...pace, forecast, weeklyRate: ceilDivide(remaining * 7, daysLeft) };
}

/** Returns the binding requirement, or undefined if no hard requirement has begun. */
export function bindingOf(paces: readonly Pace[]): Pace | undefined {
  const begun = paces.filter((pace) => pace.requirement.severity === 'hard' && pace.hasBegun);
  const isOverAndMet = (pace: Pace) => pace.status === 'met' && pace.elapsed === pace.days;
  const candidates = begun.some((pace) => !isOverAndMet(pace)) ? begun.filter((pace) => !isOverAndMet(pace)) : begun;
  return [...candidates].sort(byUrgency)[0];
}

const WORST_FIRST: readonly PaceStatus[] = ['missed', 'behind', 'on-track', 'ahead', 'met', 'not-started'];

/** Worst status, smallest delta, earliest window end, larger remainder; ties keep the catalogue order. */
function byUrgency(a: Pace, b: Pace): number {
  return (
    WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
    a.delta - b.delta ||
    daysBetween(b.requirement.window.end, a.requirement.window.end) ||
    b.remaining - a.remaining
  );
}

interface StatusQuestion {
  readonly met: boolean;
  readonly today: Day;
  readonly window: Requirement['window'];
  readonly lastDay: Day;
  readonly delta: number;
  readonly tolerance: number;
}

function statusOf({ met, today, window, lastDay, delta, tolerance }: StatusQuestion): PaceStatus {
  if (met) return 'met';
  if (today > lastDay) return 'missed';
  if (today < window.start) return 'not-started';
  if (today > window.end || delta < -tolerance) return 'behind';
  return delta > tolerance ? 'ahead' : 'on-track';
}

function daysLeftOf({ window, lastDay }: Requirement, today: Day): number {
  if (today < window.start) return lengthOf(window);
  const last = today <= window.end ? window.end : lastDay;
  return Math.max(0, daysBetween(today, last) + 1);
}

function forecastOf(
  { remaining, lastDay }: { readonly remaining: Credits; readonly lastDay: Day },
  contributions: readonly CountedContribution[],
  today: Day,
): Forecast {
  if (remaining === 0) return { kind: 'nothing-remains' };
  if (today > lastDay) return { kind: 'too-late' };
  const since = addDays(today, -89);
  const isRecent = ({ entry, end }: CountedContribution) => entry !== CARRY_OVER && since <= end && end <= today;
  const recentCredits = sumOf(contributions.filter(isRecent));
  if (recentCredits === 0) return { kind: 'nothing-earned' };
  return { kind: 'on', day: addDays(today, ceilDivide(remaining * 90, recentCredits)) };
}

function sumOf(contributions: readonly CountedContribution[]): Credits {
  return contributions.reduce((total, { credits }) => total + credits, 0);
}

/** Exact for whole numbers below 2^53. */
function floorDivide(dividend: number, divisor: number): number {
  return (dividend - (dividend % divisor)) / divisor;
}

function ceilDivide(dividend: number, divisor: number): number {
  return floorDivide(dividend + divisor - 1, divisor);
}
