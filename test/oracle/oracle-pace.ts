import type { DateRange, Day } from '../../src/domain/calendar.ts';
import type { RequirementFigures } from '../../src/domain/evaluate.ts';
import type { Forecast, PaceStatus } from '../../src/domain/pace.ts';
import { ceilOf, daysIn, floorOf, plusDays } from './oracle-calendar.ts';

/** What a pace is made of; s and e are the window's ends, g the last day, R and C required and counted credits. */
export interface PaceQuestion {
  readonly window: DateRange;
  readonly lastDay: Day;
  readonly required: number;
  readonly counted: number;
  /** A: the counted credits of activities of the last 90 days. */
  readonly recent: number;
  readonly on: Day;
  readonly tolerance: number;
}

type PaceFigures = Pick<
  RequirementFigures,
  'N' | 'E' | 'P' | 'delta' | 'remaining' | 'daysLeft' | 'slack' | 'weeklyRate' | 'status' | 'forecast'
>;

/** The pace of one requirement, by the formulas of section 3. */
export function paceOf(question: PaceQuestion): PaceFigures {
  const { window, required, counted, on } = question;
  const N = daysIn(window.start, window.end);
  const E = daysGone(window, on);
  const P = Math.min(N, floorOf(counted * N, required));
  const delta = P - E;
  const remaining = Math.max(0, required - counted);
  const daysLeft = daysLeftOf(question);
  const slack = slackOf(question, daysLeft);
  const weeklyRate = daysLeft === 0 ? null : ceilOf(remaining * 7, daysLeft);
  const status = statusOf(question, delta, slack);
  return { N, E, P, delta, remaining, daysLeft, slack, weeklyRate, status, forecast: forecastOf(question) };
}

function daysGone({ start, end }: DateRange, on: Day): number {
  if (on <= start) return 0;
  return on > end ? daysIn(start, end) : daysIn(start, on) - 1;
}

function daysLeftOf({ window, lastDay, on }: PaceQuestion): number {
  if (on < window.start) return daysIn(window.start, window.end);
  if (on <= window.end) return daysIn(on, window.end);
  return on <= lastDay ? daysIn(on, lastDay) : 0;
}

function slackOf({ window, required, tolerance }: PaceQuestion, daysLeft: number): number {
  const N = daysIn(window.start, window.end);
  const lead = Math.min(90, floorOf(N, 4));
  return daysLeft <= lead ? tolerance : Math.max(tolerance, ceilOf(N * 100, required));
}

function statusOf(question: PaceQuestion, delta: number, slack: number): PaceStatus {
  const { window, lastDay, required, counted, on, tolerance } = question;
  if (counted >= required) return 'met';
  if (on > lastDay) return 'missed';
  if (on < window.start) return 'not-started';
  if (on > window.end || delta < -slack) return 'behind';
  return delta > tolerance ? 'ahead' : 'on-track';
}

/** When the credits will be complete at the rate of the last 90 days, or why there is no such day. */
function forecastOf({ required, counted, recent, on, lastDay }: PaceQuestion): Forecast {
  const remaining = Math.max(0, required - counted);
  if (remaining === 0) return { kind: 'nothing-remains' };
  if (on > lastDay) return { kind: 'too-late' };
  if (recent === 0) return { kind: 'nothing-earned' };
  return { kind: 'on', day: plusDays(on, ceilOf(remaining * 90, recent)) };
}
