import { countsItems } from './activity-rates.ts';
import type { AuditState } from './audit-ready.ts';
import { addDays, type Day } from './calendar.ts';
import type { Certification } from './certification.ts';
import type { Cut } from './count-credits.ts';
import type { Credits } from './credit.ts';
import { type ClaimLimit, claimLimit } from './over-claim.ts';
import type {
  ReportClaim,
  ReportedHolding,
  ReportedRecord,
  ReportSection,
  ReportStatement,
} from './report-sections.ts';
import { findSimilarRecords, type SimilarityReason } from './similar-records.ts';
import type { CreditStanding } from './standing.ts';

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

/** Records entered more than this many days after the activity are reported as late. */
const LATE_DAYS = 90;

/** Returns the exceptions of sections, apart from pairs of similar records. */
export function exceptionsOf<H extends ReportedHolding, R extends ReportedRecord>(
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
export function duplicatesIn<R extends ReportedRecord>(
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
