import type { Catalogue } from '../catalogue/index.ts';
import { addDays, type Day, dayIn } from '../domain/calendar.ts';
import { type KeptFor, keptUntil } from '../domain/retention.ts';
import type { Activity } from '../store/entities.ts';
import type { HoldingWithCycles } from '../store/holdings.ts';
import type { WorkspaceData } from '../store/store.ts';
import { cycleOf } from './held.ts';

/** A deleted record can be put back for so many days. */
const TRASH_DAYS = 30;
/** A record that was taken back this soon after it was logged never was one. */
export const UNDO_MS = 10 * 60_000;

interface Kept {
  /** The last day on which it can be put back; the day after, it is deleted for good. */
  readonly until: Day;
  /** A body may ask for it so long. */
  readonly mustKeep: boolean;
}

interface Shelf {
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
}

/** How long a deleted record is kept: 30 days, and as long as a body may ask for it, unless it was taken back at once. */
export async function deletedUntil(record: Activity, { now, ...shelf }: Shelf & { readonly now: Date }): Promise<Kept> {
  const gone = record.deletedAt ?? now;
  const trashed = addDays(dayIn('UTC', gone), TRASH_DAYS);
  if (gone.getTime() - record.createdAt.getTime() < UNDO_MS) return { until: trashed, mustKeep: false };
  const retained = keptUntil(await countsFor(record, shelf));
  return retained !== undefined && retained > trashed
    ? { until: retained, mustKeep: true }
    : { until: trashed, mustKeep: false };
}

/** The last day on which a body may ask for any of a person's records. */
export async function askedForUntil(personId: string, { data, catalogue }: Shelf): Promise<Day | undefined> {
  const held = await data.holdings.of(personId);
  const kept = held.flatMap((one) =>
    one.cycles.flatMap(({ cycleId, ends }) => keptFor(one, cycleId, ends, catalogue) ?? []),
  );
  return keptUntil(kept);
}

async function countsFor({ activityId, personId, ends }: Activity, { data, catalogue }: Shelf) {
  const held = await data.holdings.of(personId);
  const claims = await data.activities.claimsOf(activityId);
  return claims.flatMap(({ holdingId, cycleId }) => {
    const one = held.find(({ holding }) => holding.holdingId === holdingId);
    return (one === undefined ? undefined : keptFor(one, cycleId, ends, catalogue)) ?? [];
  });
}

function keptFor(
  { holding, cycles }: HoldingWithCycles,
  cycleId: string,
  ended: Day,
  catalogue: Catalogue,
): KeptFor | undefined {
  const cycle = cycles.find((one) => one.cycleId === cycleId);
  if (cycle === undefined) return undefined;
  const certification = catalogue.get(holding.certification) ?? UNKNOWN;
  return { certification, cycle: cycleOf(holding, cycle), ended };
}

/** A certification that the catalogue no longer has: what was logged for it is kept the usual time. */
const UNKNOWN: KeptFor['certification'] = {
  renewal: { kind: 'never-expires', certainty: 'M', sources: [] },
  upkeep: { fees: [] },
};
