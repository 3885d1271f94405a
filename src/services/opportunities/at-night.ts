import { minutesAfterMidnight } from '../../domain/calendar.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';

/** When a day at work may begin and end, in minutes after midnight. */
const DAY_BEGINS = 6 * 60;
const DAY_ENDS = 22 * 60;

/** Returns whether a live event that isn't in one place begins or ends at night in a zone; it is offered last. */
export function nightsIn(zone: string): (opportunity: IndexedOpportunity) => boolean {
  const known = new Map<number, number>();
  const minuteOf = (startsAt: Date) => {
    const at = startsAt.getTime();
    const minute = known.get(at) ?? minutesAfterMidnight(zone, startsAt);
    known.set(at, minute);
    return minute;
  };
  return ({ startsAt, isAllDay, delivery, minutes = 0 }) => {
    if (startsAt === undefined || isAllDay === true || delivery === 'in-person') return false;
    const begins = minuteOf(startsAt);
    return begins < DAY_BEGINS || begins + Math.min(minutes, 60) > DAY_ENDS;
  };
}
