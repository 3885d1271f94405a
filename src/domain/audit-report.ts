import { type AuditState, auditState, type ProvableRecord } from './audit-ready.ts';
import { addDays, type DateRange, type Day, within } from './calendar.ts';
import type { Certification } from './certification.ts';
import { type Cut, contributionsTo } from './count.ts';
import { type Credits, sum } from './credit.ts';
import { claimed, type Entry, type HoldingCycle, type Part } from './holding.ts';
import type { Pace } from './pace.ts';
import { type ComparedActivity, findSimilarRecords, type SimilarityReason } from './similar-records.ts';
import { type CreditStanding, type Standing, standingOf } from './standing.ts';

/** A record as it was on the day of a report. */
export interface ReportedRecord extends ProvableRecord, ComparedActivity {
  readonly id: string;
  /** The day on which it was entered. */
  readonly enteredOn: Day;
  /** The days on which something of it was changed after that, in order. */
  readonly changedOn: readonly Day[];
  /** The records of which somebody said that they and this one are both real. */
  readonly besides: ReadonlySet<string>;
}

/** A certification of somebody as it was on the day of a report. */
export interface ReportedHolding {
  readonly holdingId: string;
  readonly certification: Certification;
  /** Oldest first; none for what never expires. */
  readonly cycles: readonly HoldingCycle[];
  readonly entries: readonly Entry[];
}

/** What a report is asked for. */
export interface ReportQuestion {
  readonly on: Day;
  readonly tolerance: number;
  /** Records that ended in these days, and the cycles that share one with them; absent: the cycle in force. */
  readonly period?: DateRange | undefined;
}

/** One cycle of a certification, with everything that was claimed in it. */
export interface ReportSection<H extends ReportedHolding, R extends ReportedRecord> {
  readonly holding: H;
  readonly cycle: HoldingCycle | undefined;
  readonly standing: Standing;
  /** By the day they ended, then by the time of entry. */
  readonly claims: readonly ReportClaim<R>[];
  /** What counted towards the total, day by day, added up; nothing where there is no total. */
  readonly growth: CreditGrowth | undefined;
}

/** How the counted credits of a requirement grew. */
export interface CreditGrowth {
  readonly pace: Pace;
  readonly steps: readonly { readonly day: Day; readonly credits: Credits }[];
}

/** What a record claims in a section, what of it counts, and what the body would say to its proof. */
export interface ReportClaim<R extends ReportedRecord> {
  readonly record: R;
  readonly entry: Entry;
  readonly parts: readonly Part[];
  readonly claimed: Credits;
  readonly counted: Credits;
  readonly cuts: readonly Cut[];
  readonly state: AuditState;
}

/** Something an auditor asks about. */
export type ReportException<R extends ReportedRecord> =
  | { readonly kind: 'proof'; readonly record: R; readonly certification: Certification; readonly state: AuditState }
  | { readonly kind: 'double'; readonly record: R; readonly other: R; readonly likeness: SimilarityReason }
  | { readonly kind: 'cut'; readonly record: R; readonly standing: CreditStanding; readonly cut: Cut }
  | { readonly kind: 'late'; readonly record: R; readonly days: number }
  /** Changed after the last day of the period; `on` is the last time. */
  | { readonly kind: 'changed'; readonly record: R; readonly on: Day };

export const EXCEPTION_KINDS = ['proof', 'double', 'cut', 'late', 'changed'] as const;

/** Everything a report says of one person. */
export interface ReportedPerson<H extends ReportedHolding, R extends ReportedRecord> {
  readonly sections: readonly ReportSection<H, R>[];
  readonly exceptions: readonly ReportException<R>[];
}

/** Whoever writes something down so long after it happened is asked why. */
export const LATE_DAYS = 90;

/** What a report says of somebody's certifications and records, as if nothing later than its day had happened. */
export function reportPerson<H extends ReportedHolding, R extends ReportedRecord>(
  holdings: readonly H[],
  records: readonly R[],
  question: ReportQuestion,
): ReportedPerson<H, R> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const sections = holdings.flatMap((holding) =>
    cyclesOf(holding, question).map((cycle) => sectionOf(holding, cycle, byId, question)),
  );
  const shown = new Set(sections.flatMap(({ claims }) => claims.map(({ record }) => record)));
  return { sections, exceptions: [...exceptionsOf(sections), ...duplicatesIn([...shown])] };
}

/** The cycle in force on a day: the last one that has begun, else the first. */
export function cycleOn<C extends HoldingCycle>(cycles: readonly C[], on: Day): C | undefined {
  return cycles.findLast(({ cycle }) => cycle.start <= on) ?? cycles[0];
}

function cyclesOf({ cycles }: ReportedHolding, { on, period }: ReportQuestion): readonly (HoldingCycle | undefined)[] {
  if (period === undefined || cycles.length === 0) return [cycleOn(cycles, on)];
  return cycles.filter(({ cycle }) => cycle.start <= period.end && cycle.end >= period.start);
}

function sectionOf<H extends ReportedHolding, R extends ReportedRecord>(
  holding: H,
  cycle: HoldingCycle | undefined,
  records: ReadonlyMap<string, R>,
  { on, tolerance, period }: ReportQuestion,
): ReportSection<H, R> {
  const { certification, entries } = holding;
  const standing = standingOf({ certification, cycle, entries }, on, tolerance);
  const { evidence } = certification.upkeep;
  const own = entries.filter((entry) => entry.cycle === undefined || entry.cycle === cycle?.cycle.start);
  const cuts = Map.groupBy(standing.kind === 'credits' ? standing.counted.cuts : [], ({ entry }) => entry);
  const claims = own.flatMap((entry): readonly ReportClaim<R>[] => {
    const record = records.get(entry.id);
    if (record === undefined || (period !== undefined && !within(period, entry.end))) return [];
    const cut = cuts.get(entry.id) ?? [];
    const all = claimed(entry);
    const counted = entry.end > on ? 0 : all - sum(cut.map(({ credits }) => credits));
    const state = auditState(evidence, record);
    return [{ record, entry, parts: entry.parts, claimed: all, counted, cuts: cut, state }];
  });
  const growth = standing.kind === 'credits' ? growthOf(standing) : undefined;
  return { holding, cycle, standing, claims: claims.sort(byEnd), growth };
}

function growthOf({ paces, counted }: CreditStanding): CreditGrowth | undefined {
  const pace = paces.find(({ requirement }) => requirement.id === 'total') ?? paces[0];
  if (pace === undefined) return undefined;
  const days = new Map<Day, Credits>();
  for (const { end, credits } of contributionsTo(counted, pace.requirement))
    days.set(end, (days.get(end) ?? 0) + credits);
  const steps: { day: Day; credits: Credits }[] = [];
  for (const [day, more] of [...days].sort(([one], [other]) => (one < other ? -1 : 1)))
    steps.push({ day, credits: (steps.at(-1)?.credits ?? 0) + more });
  return { pace, steps };
}

function byEnd(a: ReportClaim<ReportedRecord>, b: ReportClaim<ReportedRecord>): number {
  return a.entry.end === b.entry.end ? a.entry.order - b.entry.order : a.entry.end < b.entry.end ? -1 : 1;
}

function exceptionsOf<H extends ReportedHolding, R extends ReportedRecord>(
  sections: readonly ReportSection<H, R>[],
): readonly ReportException<R>[] {
  const found: ReportException<R>[] = [];
  const late = new Set<R>();
  const changed = new Map<R, Day>();
  for (const { claims, standing, holding, cycle } of sections) {
    const { certification } = holding;
    for (const { record, cuts, state } of claims) {
      if (state.kind !== 'ready') found.push({ kind: 'proof', record, certification, state });
      if (standing.kind === 'credits') for (const cut of cuts) found.push({ kind: 'cut', record, standing, cut });
      if (record.enteredOn > addDays(record.end, LATE_DAYS)) late.add(record);
      const last = record.changedOn.at(-1);
      if (last !== undefined && cycle !== undefined && last > cycle.cycle.end) changed.set(record, last);
    }
  }
  for (const record of late) found.push({ kind: 'late', record, days: LATE_DAYS });
  for (const [record, on] of changed) found.push({ kind: 'changed', record, on });
  return found;
}

/** Records that look like one event, each pair once, unless somebody said that both are real. */
function duplicatesIn<R extends ReportedRecord>(records: readonly R[]): readonly ReportException<R>[] {
  const sorted = [...records].sort((a, b) =>
    a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1,
  );
  const place = new Map(sorted.map((record, index) => [record, index]));
  const byFile = Map.groupBy(
    sorted.flatMap((record) => record.files.map((file) => ({ file, record }))),
    ({ file }) => file,
  );
  return sorted.flatMap((record, index) => {
    const near: R[] = [];
    for (let next = index + 1; next < sorted.length && (sorted[next] as R).start <= record.end; next += 1)
      near.push(sorted[next] as R);
    for (const file of record.files)
      for (const { record: other } of byFile.get(file) ?? [])
        if ((place.get(other) ?? 0) > index && !near.includes(other)) near.push(other);
    const open = near.filter(({ id, besides: exceptId }) => !record.besides.has(id) && !exceptId.has(record.id));
    return findSimilarRecords(record, open).map(
      ({ other, reason }) => ({ kind: 'double', record, other, likeness: reason }) as const,
    );
  });
}
