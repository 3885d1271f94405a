import { addDays, type DateRange, type Day, daysBetween } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { CountedHolding, Entry } from './holding.ts';
import type { Pace } from './pace.ts';
import { type CreditStanding, creditStanding } from './standing.ts';

/** The date and the tolerance of a what-if question. */
interface WhatIfOptions {
  readonly today: Day;
  readonly tolerance: number;
}

/** A standing without and with a hypothetical activity, both on the same date. */
export interface ComparedStanding {
  readonly on: Day;
  readonly before: CreditStanding;
  readonly after: CreditStanding;
}

/** Compares the standing without and with one more activity, on its end date or today, whichever is later. */
export function withActivity(
  holding: CountedHolding,
  activity: Entry,
  { today, tolerance }: WhatIfOptions,
): ComparedStanding {
  const on = activity.end > today ? activity.end : today;
  const after = creditStanding({ ...holding, entries: [...holding.entries, activity] }, on, tolerance);
  return { on, before: creditStanding(holding, on, tolerance), after };
}

/** The effect of a pause without credits. */
export interface Paused {
  /** The standing on the day after the pause if no credits are earned until then. */
  readonly standing: CreditStanding;
  readonly binding: Pace | undefined;
  /** Hundredths of a credit needed per week without the pause, and in the remaining weeks with it. */
  readonly rate: Credits | undefined;
  readonly rateAround: Credits | undefined;
}

/** Returns the effect of a pause; both ends are included. */
export function withPause(holding: CountedHolding, pause: DateRange, { today, tolerance }: WhatIfOptions): Paused {
  const now = creditStanding(holding, today, tolerance);
  const standing = creditStanding(holding, addDays(pause.end, 1), tolerance);
  const binding = now.binding ?? now.paces[0];
  const rate = binding?.weeklyRate;
  if (binding === undefined) return { standing, binding, rate, rateAround: undefined };
  const end = binding.requirement.window.end;
  const from = pause.start > today ? pause.start : today;
  const until = pause.end < end ? pause.end : end;
  const lost = until < from ? 0 : daysBetween(from, until) + 1;
  const left = binding.daysLeft - lost;
  return { standing, binding, rate, rateAround: left > 0 ? Math.ceil((binding.remaining * 7) / left) : undefined };
}
