import { type AuditState, auditState, type ProvableRecord } from './audit-ready.ts';
import { type DateRange, type Day, within } from './calendar.ts';
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
import type { Pace } from './pace.ts';
import type { ComparedActivity } from './similar-records.ts';
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

/** Returns the sections of a person's certifications, each of one cycle, as of a date. */
export function reportSections<H extends ReportedHolding, R extends ReportedRecord>(
  holdings: readonly H[],
  records: readonly R[],
  question: ReportQuestion,
): readonly ReportSection<H, R>[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  return holdings.flatMap((holding) =>
    cyclesOf(holding, question).map((cycle) => sectionOf({ holding, cycle }, byId, question)),
  );
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
