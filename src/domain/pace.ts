import { addDays, type Day, daysBetween, lengthOf } from './calendar.ts';
import { type Counted, type CountedContribution, contributionsTo, isStated } from './count-credits.ts';
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
  /** How many days behind it may be without being called behind: the time one credit stands for, near the end the tolerance alone. */
  readonly slack: number;
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
  const slack = slackOf({ days, required, daysLeft, tolerance });
  const status = statusOf({ met: remaining === 0, today, window, lastDay, delta, slack, tolerance });
  const hasBegun = today >= window.start;
  const onTheCalendar = { days, elapsed, reached, delta, daysLeft, slack };
  const pace = { requirement, counted: credits, ...onTheCalendar, remaining, status, hasBegun };
  const forecast = forecastOf({ remaining, lastDay }, contributions, today);
  if (daysLeft === 0) return { ...pace, forecast };
  return { ...pace, forecast, weeklyRate: ceilDivide(remaining * 7, daysLeft) };
}

interface StatusQuestion {
  readonly met: boolean;
  readonly today: Day;
  readonly window: Requirement['window'];
  readonly lastDay: Day;
  readonly delta: number;
  readonly slack: number;
  readonly tolerance: number;
}

function statusOf({ met, today, window, lastDay, delta, slack, tolerance }: StatusQuestion): PaceStatus {
  if (met) return 'met';
  if (today > lastDay) return 'missed';
  if (today < window.start) return 'not-started';
  if (today > window.end || delta < -slack) return 'behind';
  return delta > tolerance ? 'ahead' : 'on-track';
}

interface SlackQuestion {
  readonly days: number;
  readonly required: Credits;
  readonly daysLeft: number;
  readonly tolerance: number;
}

function slackOf({ days, required, daysLeft, tolerance }: SlackQuestion): number {
  const lead = Math.min(90, floorDivide(days, 4));
  return daysLeft <= lead ? tolerance : Math.max(tolerance, ceilDivide(days * 100, required));
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
  const isRecent = ({ entry, end }: CountedContribution) => !isStated(entry) && since <= end && end <= today;
  const recentCredits = sumOf(contributions.filter(isRecent));
  if (recentCredits === 0) return { kind: 'nothing-earned' };
  return { kind: 'on', day: addDays(today, ceilDivide(remaining * 90, recentCredits)) };
}

/** Returns the fewest credits with which a requirement is not behind an even pace today; 0 before its window starts. */
export function dueToday({ requirement, elapsed, days }: Pace): Credits {
  return ceilDivide(requirement.required * elapsed, days);
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
