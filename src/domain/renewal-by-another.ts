import { addDays, addMonths, type DateRange, type Day, within } from './calendar.ts';
import type { Certification, RenewsRule } from './certification.ts';
import type { HoldingCycle, RenewalByAnother } from './holding.ts';
import { lastDayToEarn } from './renewal-terms.ts';

/** A holding with all its cycles, oldest first. */
export interface RelatedHolding {
  readonly certification: Certification;
  /** The day it was earned, where that is known. */
  readonly certifiedOn?: Day | undefined;
  readonly cycles: readonly HoldingCycle[];
  /** Codes of certifications that it does not renew, in the holder's words. */
  readonly doesNotRenew?: readonly string[] | undefined;
}

/**
 * Returns the events by which other holdings of the same person renew a certification, docs/domain.md section 4, in the order of their days:
 * earning one that renews it, renewing one, and one being active, from `since` on. One that was itself renewed by another is renewed.
 */
export function renewalsOf(code: string, since: Day, others: readonly RelatedHolding[]): readonly RenewalByAnother[] {
  return others
    .flatMap((other) => rulesFor(code, other).flatMap((rule) => eventsOf(rule, other, { code, since })))
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

/** Returns the certifications that renew one by being earned, on a day that is not known: whether they do is not known either. */
export function undatedRenewals(code: string, others: readonly RelatedHolding[]): readonly string[] {
  const undated = others.filter(({ certifiedOn, cycles }) => certifiedOn === undefined && cycles.length > 0);
  return undated.flatMap((other) => {
    const isUndated = rulesFor(code, other).some(({ by }) => by.includes('earned'));
    return isUndated ? [other.certification.short] : [];
  });
}

function rulesFor(code: string, { certification, doesNotRenew }: RelatedHolding): readonly RenewsRule[] {
  if (doesNotRenew?.includes(code)) return [];
  return (certification.sharing.renews ?? []).filter(({ codes }) => codes.includes(code));
}

interface RenewedCycle {
  readonly code: string;
  readonly since: Day;
}

function eventsOf(rule: RenewsRule, other: RelatedHolding, { code, since }: RenewedCycle): readonly RenewalByAnother[] {
  const { certification, certifiedOn, cycles } = other;
  const ranges = cycles.map(({ cycle }) => cycle);
  const [first] = ranges;
  const last = ranges.at(-1);
  if (first === undefined || last === undefined) return [];
  const { code: from, short } = certification;
  const events = [
    ...(rule.by.includes('earned') && certifiedOn !== undefined
      ? [{ short, from, on: certifiedOn, end: endOf(rule, certifiedOn, first) }]
      : []),
    ...(rule.by.includes('renewed') ? [...renewalsAmong(rule, other), ...passedOn(rule, other, code)] : []),
  ];
  if (!rule.by.includes('active')) return events;
  const lastDay = lastActiveDay(other);
  if (rule.by.length > 1) return events.map((event) => ({ ...event, until: earlier(event.until, lastDay) }));
  const start = certifiedOn ?? first.start;
  const on = start > since ? start : since;
  return on > lastDay ? [] : [{ short, from, on, until: lastDay, end: endOf(rule, on, last) }];
}

/** Being renewed by another is renewing; what one certification gave another does not come back to it. */
function passedOn(rule: RenewsRule, other: RelatedHolding, code: string): readonly RenewalByAnother[] {
  const { short, code: from } = other.certification;
  return movesOf(other)
    .filter((move) => move.from !== code)
    .map(({ on, until, cycle }) => ({ short, from, on, until, end: endOf(rule, on, cycle) }));
}

/** Returns the events that renewed the latest cycle of a holding, each with the cycle as it is from then on. */
function movesOf({ certification, cycles }: RelatedHolding) {
  const latest = cycles.at(-1);
  return (latest?.renewals ?? []).flatMap((event) => {
    const moved = latest && cycleOn(latest, certification, event.on);
    return moved?.renewedBy?.on === event.on ? [{ ...event, cycle: moved.cycle }] : [];
  });
}

/**
 * Returns the days on which a certification is held: from its certification to the end of its latest cycle, and from each renewal by another
 * to the end that this moved.
 */
export function activeSpans(holding: RelatedHolding): readonly DateRange[] {
  const { certifiedOn, cycles } = holding;
  const start = certifiedOn ?? cycles[0]?.cycle.start;
  const end = cycles.at(-1)?.cycle.end;
  if (start === undefined || end === undefined) return [];
  const moved = movesOf(holding).map(({ on, until, cycle }) => ({ start: on, end: earlier(until, cycle.end) }));
  return [{ start, end }, ...moved];
}

function lastActiveDay(holding: RelatedHolding): Day {
  const [first, ...others] = activeSpans(holding).map(({ end }) => end);
  if (first === undefined) throw new Error(`${holding.certification.code} has no cycle.`);
  return others.reduce((last, end) => (end > last ? end : last), first);
}

function earlier(a: Day | undefined, b: Day): Day {
  return a !== undefined && a < b ? a : b;
}

/** A certification is renewed by the last day of the cycle before, or earlier where the new cycle begins earlier. */
function renewalsAmong(rule: RenewsRule, { certification, cycles }: RelatedHolding): readonly RenewalByAnother[] {
  const { code: from, short } = certification;
  const ranges = cycles.map(({ cycle }) => cycle);
  return ranges.slice(1).map((range, index) => {
    const before = ranges[index];
    const on = before !== undefined && range.start === addDays(before.end, 1) ? before.end : range.start;
    return { short, from, on, end: endOf(rule, on, range), isRecorded: true };
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
