import type { Day } from '../../domain/calendar.ts';
import { type Debt, debtOf, type ProvableHolding } from '../../domain/debt.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { toProvableRecord } from '../records/record-details.ts';

/** Returns the documentation debt of holdings on a day. */
export async function findDebt(holdings: readonly CreditHolding[], today: Day, data: WorkspaceData): Promise<Debt> {
  return debtOf([...(await loadProvableHoldings(holdings, data)).values()], today);
}

/** Loads holdings with the records and the proof of their entries, by holding id. */
export async function loadProvableHoldings(
  holdings: readonly CreditHolding[],
  data: WorkspaceData,
): Promise<ReadonlyMap<string, ProvableHolding>> {
  const ids = [...new Set(holdings.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const records = new Map((await data.activities.byIds(ids)).map((record) => [record.activityId, record]));
  const proofs = await data.proofs.of(ids);
  const provable = holdings.map(({ holdingId, certification, cycles, entries, openings }) => {
    const provableEntries = entries.flatMap((entry) => {
      const record = records.get(entry.id);
      return record === undefined ? [] : { ...entry, record: toProvableRecord(record, proofs.get(entry.id) ?? []) };
    });
    return [holdingId, { certification, cycles, openings, entries: provableEntries }] as const;
  });
  return new Map(provable);
}
