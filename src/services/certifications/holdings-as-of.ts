import type { Catalogue } from '../../catalogue/index.ts';
import { courseOf, type Entry } from '../../domain/holding.ts';
import type { HistoricalRecord } from '../../store/reports/historical-records.ts';
import type { WorkspaceData } from '../../store/store.ts';
import { toMemberHolding } from './holdings.ts';
import type { MemberHolding } from './member-holding.ts';
import { withRelations } from './relations.ts';

/** Returns the holdings as of a day with their entries, as `withEntries` does for today. */
export function holdingsAsOf(
  stored: Awaited<ReturnType<WorkspaceData['history']['holdings']>>,
  records: readonly HistoricalRecord[],
  catalogue: Catalogue,
): readonly MemberHolding[] {
  const starts = new Map(stored.flatMap(({ cycles }) => cycles.map((cycle) => [cycle.cycleId, cycle.starts] as const)));
  const entries = new Map<string, Entry[]>();
  for (const record of records)
    for (const { holdingId, cycleId, parts } of record.claims) {
      const { id, kind, delivery, starts: start, ends: end, order, provider, title } = record;
      const cycle = starts.get(cycleId);
      if (cycle === undefined) continue;
      const entry = { id, kind, delivery, start, end, order, cycle, course: courseOf(provider, title), parts };
      const logged = entries.get(holdingId) ?? [];
      logged.push(entry);
      entries.set(holdingId, logged);
    }
  return withRelations(stored.flatMap((one) => toMemberHolding(one, catalogue, entries) ?? []));
}
