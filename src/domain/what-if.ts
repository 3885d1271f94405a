import { addDays, type DateRange, type Day, daysBetween } from './calendar.ts';
import type { Credits } from './credit.ts';
import type { CreditRenewal } from './credit-rules.ts';
import type { Entry, HoldingCycle } from './holding.ts';
import type { Pace } from './pace.ts';
import { type CreditStanding, creditStanding } from './standing.ts';

/** A holding as it is asked about. */
export interface WhatIfHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: HoldingCycle;
  readonly entries: readonly Entry[];
}

/** A standing without and with something that has not happened, both on the same day. */
export interface ComparedStanding {
  readonly on: Day;
  readonly before: CreditStanding;
  readonly after: CreditStanding;
}

/** What one more activity would do, looked at on the day it ends, or today where that is later. */
export function withActivity(
  { renewal, cycle, entries }: WhatIfHolding,
  more: Entry,
  today: Day,
  tolerance: number,
): ComparedStanding {
  const on = more.end > today ? more.end : today;
  const standing = (list: readonly Entry[]) => creditStanding(renewal, cycle, list, on, tolerance);
  return { on, before: standing(entries), after: standing([...entries, more]) };
}

/** What a pause would do: nothing is earned in it. */
export interface Paused {
  /** The day after the pause, with nothing earned since today. */
  readonly standing: CreditStanding;
  readonly binding: Pace | undefined;
  /** What is needed a week without the pause, and in the weeks that are left around it. */
  readonly rate: Credits | undefined;
  readonly rateAround: Credits | undefined;
}

/** Looks at a pause; both ends are included. */
export function withPause(
  { renewal, cycle, entries }: WhatIfHolding,
  pause: DateRange,
  today: Day,
  tolerance: number,
): Paused {
  const now = creditStanding(renewal, cycle, entries, today, tolerance);
  const standing = creditStanding(renewal, cycle, entries, addDays(pause.end, 1), tolerance);
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
