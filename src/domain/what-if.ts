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

/** A standing without and with what is supposed, both on the same date. */
export interface ComparedStanding {
  readonly on: Day;
  readonly before: CreditStanding;
  readonly after: CreditStanding;
}

/** A holding as it is, and as it would be; its rules and its renewal by another may differ. */
export interface SupposedHolding {
  readonly before: CountedHolding;
  readonly after: CountedHolding;
}

/** Compares a holding with what it would be with some more activities, on the last of their end dates or today, whichever is later. */
export function withActivities(
  { before, after }: SupposedHolding,
  activities: readonly Entry[],
  { today, tolerance }: WhatIfOptions,
): ComparedStanding {
  const on = activities.reduce((last, { end }) => (end > last ? end : last), today);
  const supposed = { ...after, entries: [...after.entries, ...activities] };
  return { on, before: creditStanding(before, on, tolerance), after: creditStanding(supposed, on, tolerance) };
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

/** Returns the effect of a pause; both ends are included. Activities that are still to come count towards what is needed. */
export function withPause(holding: CountedHolding, pause: DateRange, { today, tolerance }: WhatIfOptions): Paused {
  const last = holding.entries.reduce((latest, { end }) => (end > latest ? end : latest), today);
  const counted = creditStanding(holding, last, tolerance);
  const standing = creditStanding(holding, addDays(pause.end, 1), tolerance);
  const binding = counted.binding ?? counted.paces[0];
  if (binding === undefined) return { standing, binding, rate: undefined, rateAround: undefined };
  const { end } = binding.requirement.window;
  const daysLeft = binding.daysLeft + daysBetween(today, last);
  const from = pause.start > today ? pause.start : today;
  const until = pause.end < end ? pause.end : end;
  const lost = until < from ? 0 : daysBetween(from, until) + 1;
  const perWeek = (days: number) => (days > 0 ? Math.ceil((binding.remaining * 7) / days) : undefined);
  const rate = last > today ? perWeek(daysLeft) : binding.weeklyRate;
  return { standing, binding, rate, rateAround: perWeek(daysLeft - lost) };
}
