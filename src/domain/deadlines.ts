import { addDays, type DateRange, type Day, endOfMonth, monthOf, yearOf } from './calendar.ts';
import type { Certification, Fee } from './certification.ts';
import { yearsOf } from './cycle.ts';
import type { TimeSpan } from './cycle-rule.ts';
import { dayAfter, type HoldingCycle } from './holding.ts';
import { lastDayToEarn } from './renewal-terms.ts';
import { isOwed } from './shared-fees.ts';
import { inForce, type Sourced, type Versioned } from './sourced-value.ts';

/** A day by which something must be done. */
export type Deadline =
  | { readonly kind: 'earn' | 'report' | 'expires'; readonly day: Day }
  | { readonly kind: 'pay'; readonly day: Day; readonly fee: DueFee };

/** A fee with the amount in force, in cents. */
interface DueFee extends Omit<Fee, 'amount'> {
  readonly amount: Sourced<number>;
}

/** The chain of a cycle: what must still be done by when from `today` on, the earliest first. */
export function deadlinesOf(certification: Certification, cycle: DateRange, today: Day): readonly Deadline[] {
  const { renewal, upkeep } = certification;
  const deadlines: Deadline[] = [];
  if (renewal.kind === 'credits') deadlines.push({ kind: 'earn', day: lastDayToEarn(renewal, cycle) });
  const report = lastDay(cycle, upkeep.reporting);
  if (report !== undefined) deadlines.push({ kind: 'report', day: report });
  const anchor = renewal.kind === 'never-expires' ? undefined : renewal.cycle.anchor?.value;
  for (const fee of upkeep.fees) {
    if (!isOwed(fee, certification.code, today)) continue;
    const periods = fee.per === 'cycle' ? [cycle] : [...yearsOf(cycle, anchor), ...yearAfter(cycle, fee)];
    for (const period of periods) {
      const due = dueDay(fee, period);
      const amount = inForce(fee.amount, due);
      if (amount !== undefined) deadlines.push({ kind: 'pay', day: due, fee: { ...fee, amount } });
    }
  }
  deadlines.push({ kind: 'expires', day: cycle.end });
  return firstOfEach(deadlines.filter(({ day }) => day >= today).sort(byDay));
}

/**
 * Returns what must still be done by when for a holding. Of one that another certification renewed nothing is due but its fees; the day it
 * expires is still named.
 */
export function dueDeadlines(
  certification: Certification,
  { cycle, renewedBy }: DatedStanding,
  today: Day,
): readonly Deadline[] {
  const all = deadlinesOf(certification, cycle, today);
  return renewedBy === undefined ? all : all.filter(({ kind }) => kind === 'pay' || kind === 'expires');
}

/** A cycle, and the event that renewed it, if any. */
interface DatedStanding {
  readonly cycle: DateRange;
  readonly renewedBy?: HoldingCycle['renewedBy'];
}

/** A fee that is due when a year begins is due again on the day after the cycle. */
function yearAfter({ end }: DateRange, { due }: Fee): readonly DateRange[] {
  const start = addDays(end, 1);
  return due === 'start' ? [{ start, end: start }] : [];
}

function byDay(a: Deadline, b: Deadline): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/** Of deadlines in order, the next one of each kind, and of each fee. */
function firstOfEach(deadlines: readonly Deadline[]): readonly Deadline[] {
  const seen = new Set<string>();
  return deadlines.filter((deadline) => {
    const key = deadline.kind === 'pay' ? `pay ${deadline.fee.name}` : deadline.kind;
    return !seen.has(key) && seen.add(key);
  });
}

function lastDay({ start, end }: DateRange, timeSpan: Versioned<TimeSpan> | undefined): Day | undefined {
  const version = inForce(timeSpan, start);
  return version === undefined ? undefined : dayAfter(end, version.value);
}

function dueDay({ due }: Fee, { start, end }: DateRange): Day {
  switch (due) {
    case 'start':
      return start;
    case 'end':
      return end;
    case 'month-after': {
      // 5 May 2021 → 1 June 2022: the first of the month after the anniversary.
      const anniversary = addDays(end, 1);
      return addDays(endOfMonth(yearOf(anniversary), monthOf(anniversary)), 1);
    }
  }
}

/** Where a certification is in its life. */
export type Lifecycle =
  | { readonly kind: 'active' }
  /** The cycle is over, and credits may still be earned, reported or paid for until `until`. */
  | { readonly kind: 'grace'; readonly until: Day }
  | { readonly kind: 'suspended'; readonly until: Day }
  | { readonly kind: 'expired'; readonly since: Day };

/** Where a holding is in its life on `today`, if it is not renewed. */
export function lifecycleOf({ renewal, upkeep }: Certification, cycle: DateRange, today: Day): Lifecycle {
  if (renewal.kind === 'never-expires' || today <= cycle.end) return { kind: 'active' };
  const graces = [
    renewal.kind === 'credits' ? lastDayToEarn(renewal, cycle) : undefined,
    renewal.kind !== 'credits' && renewal.closesAfter ? dayAfter(cycle.end, renewal.closesAfter.value) : undefined,
    lastDay(cycle, upkeep.reporting),
    lastDay(cycle, upkeep.paying),
  ].filter((day) => day !== undefined);
  const until = graces.reduce((last, day) => (day > last ? day : last), cycle.end);
  if (today <= until) return { kind: 'grace', until };
  const suspended = upkeep.lapse?.suspended;
  if (suspended !== undefined) {
    const end = dayAfter(cycle.end, suspended.value);
    if (today <= end) return { kind: 'suspended', until: end };
    return { kind: 'expired', since: addDays(end, 1) };
  }
  return { kind: 'expired', since: addDays(cycle.end, 1) };
}
