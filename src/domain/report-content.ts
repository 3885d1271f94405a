import { countsItems } from './activity-rates.ts';
import { type AuditState, auditState, type ProvableRecord } from './audit-ready.ts';
import { addDays, type DateRange, type Day, within } from './calendar.ts';
import type { Certification } from './certification.ts';
import { type Cut, contributionsTo } from './count-credits.ts';
import { type Credits, sum } from './credit.ts';
import {
  claimed,
  type Entry,
  type HoldingCycle,
  type HoldingHistory,
  type OpeningBalance,
  type Part,
} from './holding.ts';
import { type ClaimLimit, claimLimit } from './over-claim.ts';
import type { Pace } from './pace.ts';
import { type ComparedActivity, findSimilarRecords, type SimilarityReason } from './similar-records.ts';
import { type CreditStanding, type Standing, standingOf } from './standing.ts';

/** A record as of the date of a report. */
export interface ReportedRecord extends ProvableRecord, ComparedActivity {
  readonly id: string;
  /** The date it was entered. */
  readonly enteredOn: Day;
  /** The dates of later changes, in order. */
  readonly changedOn: readonly Day[];
  /** Ids of the records confirmed to be different activities. */
  readonly distinctFrom: ReadonlySet<string>;
  /** Why more is claimed than the body gives, by the id of the holding; absent where no reason was stated. */
  readonly overClaimReasons: ReadonlyMap<string, string>;
}

/** A member's certification as of the date of a report. */
export interface ReportedHolding extends HoldingHistory {
  readonly holdingId: string;
}

/** The date, tolerance and period of a report. */
export interface ReportQuestion {
  readonly on: Day;
  readonly tolerance: number;
  /** Reports the records that ended in this period and the cycles that overlap it; absent: the cycle in force. */
  readonly period?: DateRange | undefined;
  /** Words that do not tell two providers apart. */
  readonly providerWords: ReadonlySet<string>;
}

/** One cycle of a certification with its claims. */
export interface ReportSection<H extends ReportedHolding, R extends ReportedRecord> {
  readonly holding: H;
  readonly cycle: HoldingCycle | undefined;
  readonly standing: Standing;
  /** Ordered by end date, then by time of entry. */
  readonly claims: readonly ReportClaim<R>[];
  /** Credits stated as earned before recert, by day. */
  readonly statements: readonly ReportStatement[];
  /** Cumulative credits counted towards the total; undefined if there is no total. */
  readonly growth: CreditGrowth | undefined;
}

/** Cumulative counted credits of a requirement, by date. */
export interface CreditGrowth {
  readonly pace: Pace;
  readonly steps: readonly { readonly day: Day; readonly credits: Credits }[];
}

/** What a record claims in a section, what counts, and whether the body would accept its proof. */
export interface ReportClaim<R extends ReportedRecord> {
  readonly record: R;
  readonly entry: Entry;
  readonly parts: readonly Part[];
  readonly claimed: Credits;
  readonly counted: Credits;
  readonly cuts: readonly Cut[];
  readonly state: AuditState;
}

/** An opening balance in a section: what was stated, what records have taken the place of, and what counts. */
export interface ReportStatement {
  readonly opening: OpeningBalance;
  readonly stated: Credits;
  readonly covered: Credits;
  readonly counted: Credits;
  readonly cuts: readonly Cut[];
}

/** A finding that an auditor would ask about. */
export type ReportException<R extends ReportedRecord> =
  | { readonly kind: 'proof'; readonly record: R; readonly certification: Certification; readonly state: AuditState }
  | { readonly kind: 'double'; readonly record: R; readonly other: R; readonly likeness: SimilarityReason }
  | { readonly kind: 'cut'; readonly record: R; readonly standing: CreditStanding; readonly cut: Cut }
  | {
      readonly kind: 'over-claim';
      readonly record: R;
      readonly standing: CreditStanding;
      readonly certification: Certification;
      readonly claimed: Credits;
      /** Absent if it isn't known. */
      readonly limit: ClaimLimit | undefined;
      /** In the member's words; empty if none was stated. */
      readonly reason: string;
    }
  | { readonly kind: 'late'; readonly record: R; readonly days: number }
  /** Changed after the end of the cycle; `on` is the date of the last change. */
  | { readonly kind: 'changed'; readonly record: R; readonly on: Day }
  | StatedException;

/** Counted credits that are stated, not itemised, and that the body's portal does not show as accepted. */
interface StatedException {
  readonly kind: 'stated';
  readonly certification: Certification;
  readonly statement: ReportStatement;
}

export const EXCEPTION_KINDS = ['proof', 'stated', 'double', 'over-claim', 'cut', 'late', 'changed'] as const;

/** The sections and exceptions of one person. */
export interface ReportedPerson<H extends ReportedHolding, R extends ReportedRecord> {
  readonly sections: readonly ReportSection<H, R>[];
  readonly exceptions: readonly ReportException<R>[];
}

/** Records entered more than this many days after the activity are reported as late. */
const LATE_DAYS = 90;

/** Returns the report of one person as of a date; later activities are ignored. */
export function reportPerson<H extends ReportedHolding, R extends ReportedRecord>(
  holdings: readonly H[],
  records: readonly R[],
  question: ReportQuestion,
): ReportedPerson<H, R> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const sections = holdings.flatMap((holding) =>
    cyclesOf(holding, question).map((cycle) => sectionOf({ holding, cycle }, byId, question)),
  );
  const shown = new Set(sections.flatMap(({ claims }) => claims.map(({ record }) => record)));
  return { sections, exceptions: [...exceptionsOf(sections), ...duplicatesIn([...shown], question.providerWords)] };
}

/** Returns the cycle in force on a date: the last one that has begun, or else the first. */
function cycleOn<C extends HoldingCycle>(cycles: readonly C[], on: Day): C | undefined {
  return cycles.findLast(({ cycle }) => cycle.start <= on) ?? cycles[0];
}

function cyclesOf({ cycles }: ReportedHolding, { on, period }: ReportQuestion): readonly (HoldingCycle | undefined)[] {
  if (period === undefined || cycles.length === 0) return [cycleOn(cycles, on)];
  return cycles.filter(({ cycle }) => cycle.start <= period.end && cycle.end >= period.start);
}

function sectionOf<H extends ReportedHolding, R extends ReportedRecord>(
  { holding, cycle }: { readonly holding: H; readonly cycle: HoldingCycle | undefined },
  records: ReadonlyMap<string, R>,
  { on, tolerance, period }: ReportQuestion,
): ReportSection<H, R> {
  const { certification, entries, openings } = holding;
  const standing = standingOf({ certification, cycle, entries, openings }, on, tolerance);
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
  const statements = standing.kind === 'credits' ? statementsIn(standing, period) : [];
  return { holding, cycle, standing, claims: claims.sort(byEnd), statements, growth };
}

function statementsIn({ counted }: CreditStanding, period: DateRange | undefined): readonly ReportStatement[] {
  const shown = counted.openings.filter(({ opening }) => period === undefined || within(period, opening.on));
  return shown.map(({ id, opening, left }) => {
    const cuts = counted.cuts.filter(({ entry }) => entry === id);
    const stated = claimed(opening);
    const uncut = claimed({ parts: left });
    const lost = sum(cuts.map(({ credits }) => credits));
    return { opening, stated, covered: stated - uncut, counted: uncut - lost, cuts };
  });
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
  for (const { claims, statements, standing, holding, cycle } of sections) {
    const { certification } = holding;
    for (const statement of statements)
      if (statement.counted > 0 && statement.opening.accepted !== true)
        found.push({ kind: 'stated', certification, statement });
    for (const claim of claims) {
      const { record, cuts, state } = claim;
      const over = standing.kind === 'credits' ? overClaimIn(claim, holding, standing) : undefined;
      if (over !== undefined) found.push(over);
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

/** Returns the exception of a claim above what the body gives; a number of items isn't stored, so only stated reasons are reported there. */
function overClaimIn<R extends ReportedRecord>(
  { record, entry, claimed: credits }: ReportClaim<R>,
  { holdingId, certification }: ReportedHolding,
  standing: CreditStanding,
): ReportException<R> | undefined {
  const { kind, minutes } = record;
  const activity = { kind, end: entry.end, minutes };
  const reason = record.overClaimReasons.get(holdingId) ?? '';
  const limit = countsItems(standing.renewal, activity) ? undefined : claimLimit(standing.renewal, activity);
  const isOver = limit !== undefined && credits > limit.credits;
  if (reason === '' && !isOver) return undefined;
  return { kind: 'over-claim', record, standing, certification, claimed: credits, limit, reason };
}

/** Pairs of records that look like one activity, each once, except those confirmed to be different. */
function duplicatesIn<R extends ReportedRecord>(
  records: readonly R[],
  providerWords: ReadonlySet<string>,
): readonly ReportException<R>[] {
  const sorted = [...records].sort((a, b) =>
    a.start === b.start ? (a.id < b.id ? -1 : 1) : a.start < b.start ? -1 : 1,
  );
  const positions = new Map(sorted.map((record, index) => [record, index]));
  const byFile = Map.groupBy(
    sorted.flatMap((record) => record.files.map((file) => ({ file, record }))),
    ({ file }) => file,
  );
  return sorted.flatMap((record, index) => {
    const near: R[] = [];
    for (const next of sorted.slice(index + 1)) {
      if (next.start > record.end) break;
      near.push(next);
    }
    for (const file of record.files)
      for (const { record: other } of byFile.get(file) ?? [])
        if ((positions.get(other) ?? 0) > index && !near.includes(other)) near.push(other);
    const open = near.filter((other) => !record.distinctFrom.has(other.id) && !other.distinctFrom.has(record.id));
    return findSimilarRecords(record, open, providerWords).map(
      ({ other, reason }) => ({ kind: 'double', record, other, likeness: reason }) as const,
    );
  });
}
