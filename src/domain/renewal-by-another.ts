import { addDays, addMonths, type DateRange, type Day, within } from './calendar.ts';
import type { Certification, RenewsRule } from './certification.ts';
import type { HoldingCycle, RenewalByAnother } from './holding.ts';
import { lastDayToEarn } from './renewal-terms.ts';

/** A holding with all its cycles, oldest first. */
export interface RelatedHolding {
  readonly certification: Certification;
  readonly certifiedOn?: Day | undefined;
  readonly cycles: readonly Pick<HoldingCycle, 'cycle'>[];
  /** Codes of certifications that it does not renew, in the holder's words. */
  readonly doesNotRenew?: readonly string[] | undefined;
}

/**
 * Returns the events by which other holdings of the same person renew a certification, docs/domain.md section 4, in the order of their days:
 * earning one that renews it, renewing one, and one being active, from `since` on.
 */
export function renewalsOf(code: string, since: Day, others: readonly RelatedHolding[]): readonly RenewalByAnother[] {
  return others
    .flatMap((other) =>
      (other.certification.sharing.renews ?? [])
        .filter(({ codes }) => codes.includes(code) && !other.doesNotRenew?.includes(code))
        .flatMap((rule) => eventsOf(rule, other, since)),
    )
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function eventsOf(rule: RenewsRule, other: RelatedHolding, since: Day): readonly RenewalByAnother[] {
  const { certification, certifiedOn, cycles } = other;
  const ranges = cycles.map(({ cycle }) => cycle);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  const { short } = certification;
  const earnedOn = certifiedOn ?? first.start;
  const events = [
    ...(rule.by.includes('earned') ? [{ short, on: earnedOn, end: endOf(rule, earnedOn, first) }] : []),
    ...(rule.by.includes('renewed') ? renewalsAmong(rule, short, ranges) : []),
  ];
  if (!rule.by.includes('active')) return events;
  if (rule.by.length > 1) return events.map((event) => ({ ...event, until: last.end }));
  const on = earnedOn > since ? earnedOn : since;
  return on > last.end ? [] : [{ short, on, until: last.end, end: endOf(rule, on, last) }];
}

/** A certification is renewed by the last day of the cycle before, or earlier where the new cycle begins earlier. */
function renewalsAmong(rule: RenewsRule, short: string, ranges: readonly DateRange[]): readonly RenewalByAnother[] {
  return ranges.slice(1).map((range, index) => {
    const before = ranges[index];
    const on = before !== undefined && range.start === addDays(before.end, 1) ? before.end : range.start;
    return { short, on, end: endOf(rule, on, range), isRecorded: true };
  });
}

function endOf({ dates }: RenewsRule, on: Day, { end }: DateRange): Day | undefined {
  if (dates === 'kept') return undefined;
  return dates === 'aligned' ? end : addDays(addMonths(on, dates.months), -1);
}

/**
 * Returns a cycle as it is on a day: renewed by the events that lie in it, the earning grace included, each of which moves its end, never to an
 * earlier day. The last of them is named.
 */
export function cycleOn<C extends HoldingCycle>(holding: C, certification: Certification, day: Day): C {
  const { renewals = [] } = holding;
  let { cycle } = holding;
  let renewedBy: HoldingCycle['renewedBy'];
  for (const { short, on, until, end, isRecorded = false } of renewals) {
    // A renewal holds as soon as it is recorded, though its day is only known to lie before the next cycle.
    if ((on > day && !isRecorded) || (until !== undefined && day > until)) continue;
    // What happened on the day the cycle began belongs to the one before.
    if (on === cycle.start || !within({ start: cycle.start, end: lastDayOf(certification, cycle) }, on)) continue;
    if (end !== undefined && end > cycle.end) cycle = { ...cycle, end };
    renewedBy = { short, on: on > day ? day : on };
  }
  return renewedBy === undefined ? holding : { ...holding, cycle, renewedBy };
}

function lastDayOf({ renewal }: Certification, cycle: DateRange): Day {
  return renewal.kind === 'credits' ? lastDayToEarn(renewal, cycle) : cycle.end;
}
