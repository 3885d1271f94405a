import type { Day } from '../../src/domain/calendar.ts';
import type { RequirementFigures } from '../../src/domain/evaluate.ts';
import type { PaceStatus } from '../../src/domain/pace.ts';
import { ceilOf, dayNumber, daysIn, floorOf, plusDays } from './oracle-calendar.ts';
import type { Owed } from './oracle-caps.ts';
import type { Asked } from './oracle-rules.ts';

const WORST_FIRST: readonly PaceStatus[] = ['missed', 'behind', 'on-track', 'ahead', 'met'];

/** Every figure of one requirement, without which one binds: section 3, the formulas and the table of statuses. */
export function paceOf(requested: Asked, owed: readonly Owed[], on: Day, tolerance: number): RequirementFigures {
  const { id, rule, window, lastDay, required } = requested;
  const counted = owed.reduce((sum, { credits }) => sum + credits, 0);
  const N = daysIn(window.start, window.end);
  const E = on <= window.start ? 0 : on > window.end ? N : dayNumber(on) - dayNumber(window.start);
  const P = Math.min(N, floorOf(counted * N, required));
  const remaining = Math.max(0, required - counted);
  const daysLeft = daysLeftOf(requested, N, on);
  return {
    id,
    code: rule.code,
    severity: rule.severity,
    category: rule.category ?? null,
    mark: rule.mark ?? null,
    window,
    lastDay,
    required,
    counted,
    N,
    E,
    P,
    delta: P - E,
    remaining,
    daysLeft,
    weeklyRate: daysLeft === 0 ? null : ceilOf(remaining * 7, daysLeft),
    status: statusOf(requested, counted, P - E, on, tolerance),
    binding: false,
    forecast: forecastOf(requested, owed, remaining, on),
  };
}

/** How many days can still be used: section 3, `daysLeft`. */
function daysLeftOf({ window, lastDay }: Asked, N: number, on: Day): number {
  if (on < window.start) return N;
  if (on <= window.end) return daysIn(on, window.end);
  return on <= lastDay ? daysIn(on, lastDay) : 0;
}

/** The first status that matches: section 3, the table of statuses. */
function statusOf(requested: Asked, counted: number, delta: number, on: Day, tolerance: number): PaceStatus {
  const { window, lastDay, required } = requested;
  if (counted >= required) return 'met';
  if (on > lastDay) return 'missed';
  if (on < window.start) return 'not-started';
  if (on > window.end || delta < -tolerance) return 'behind';
  return delta > tolerance ? 'ahead' : 'on-track';
}

/** When it would be met at the pace of the last 90 days: section 3, "Forecast, per requirement". */
function forecastOf(
  { lastDay }: Asked,
  owed: readonly Owed[],
  remaining: number,
  on: Day,
): RequirementFigures['forecast'] {
  const since = plusDays(on, -89);
  let recently = 0;
  for (const { entry, credits } of owed) {
    if (entry.kind !== null && since <= entry.end && entry.end <= on) recently += credits;
  }
  if (remaining === 0) return { kind: 'nothing-remains' };
  if (on > lastDay) return { kind: 'too-late' };
  if (recently === 0) return { kind: 'nothing-earned' };
  return { kind: 'on', day: plusDays(on, ceilOf(remaining * 90, recently)) };
}

/** The requirements with the one that makes the headline marked: section 3, "The **binding** one". */
export function withBinding(figures: readonly RequirementFigures[], on: Day): RequirementFigures[] {
  const hard = figures.filter(({ severity, window }) => severity === 'hard' && window.start <= on);
  const settled = hard.filter(({ window, status }) => on > window.end && status === 'met');
  const open = hard.filter((figure) => !settled.includes(figure));
  let worst: RequirementFigures | undefined;
  for (const figure of open.length > 0 ? open : settled) {
    if (worst === undefined || isWorse(figure, worst)) worst = figure;
  }
  return figures.map((figure) => ({ ...figure, binding: figure === worst }));
}

/** Whether one requirement binds rather than an earlier one: section 3, "the worst status, then the smallest delta". */
function isWorse(one: RequirementFigures, other: RequirementFigures): boolean {
  if (one.status !== other.status) return WORST_FIRST.indexOf(one.status) < WORST_FIRST.indexOf(other.status);
  if (one.delta !== other.delta) return one.delta < other.delta;
  if (one.window.end !== other.window.end) return one.window.end < other.window.end;
  return one.remaining > other.remaining;
}
