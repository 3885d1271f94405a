import { type Day, daysBetween } from './calendar.ts';
import type { Pace, PaceStatus } from './pace.ts';

const WORST_FIRST: readonly PaceStatus[] = ['behind', 'on-track', 'ahead'];

/**
 * Returns the requirement that the headline names, docs/domain.md section 3: of those something can still be done about the worst, the
 * earliest deadline first; else of the missed the latest; else of the met the tightest. `paces` are those of the current cycle that
 * are hard and not cured. Undefined when none of them has begun.
 */
export function bindingOf(paces: readonly Pace[], today: Day): Pace | undefined {
  const begun = paces.filter(({ hasBegun }) => hasBegun);
  const open = begun.filter(({ status }) => WORST_FIRST.includes(status));
  if (open.length > 0) return first(open, byUrgency);
  const missed = begun.filter(({ status }) => status === 'missed');
  if (missed.length > 0) return first(missed, byLateness);
  const running = begun.filter(({ requirement }) => today <= requirement.window.end);
  return first(running.length > 0 ? running : begun, byTightness);
}

type Order = (a: Pace, b: Pace) => number;

function first(paces: readonly Pace[], order: Order): Pace | undefined {
  return [...paces].sort((a, b) => order(a, b) || a.requirement.place - b.requirement.place)[0];
}

/** Worst status, earliest last day, smallest delta, larger remainder. */
function byUrgency(a: Pace, b: Pace): number {
  return (
    WORST_FIRST.indexOf(a.status) - WORST_FIRST.indexOf(b.status) ||
    daysBetween(b.requirement.lastDay, a.requirement.lastDay) ||
    a.delta - b.delta ||
    b.remaining - a.remaining
  );
}

/** Latest last day, larger remainder. */
function byLateness(a: Pace, b: Pace): number {
  return daysBetween(a.requirement.lastDay, b.requirement.lastDay) || b.remaining - a.remaining;
}

/** Smallest delta, earliest window end. */
function byTightness(a: Pace, b: Pace): number {
  return a.delta - b.delta || daysBetween(b.requirement.window.end, a.requirement.window.end);
}
