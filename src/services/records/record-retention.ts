import type { Catalogue } from '../../catalogue/index.ts';
import { addDays, type Day, dayIn } from '../../domain/calendar.ts';
import { type RetainedClaim, retainedUntil } from '../../domain/retention.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { Activity } from '../../store/entities.ts';
import { toHoldingCycle } from '../certifications/holdings.ts';
import type { Data } from '../data.ts';

/** A deleted record can be put back for so many days. */
const TRASH_DAYS = 30;
/** A record that was taken back this soon after it was logged never was one. */
export const UNDO_WINDOW_MS = 10 * 60_000;

interface Retention {
  /** The last day on which it can be put back; the day after, it is deleted for good. */
  readonly until: Day;
  /** A body may ask for it so long. */
  readonly mustKeep: boolean;
}

/** How long a deleted record is kept: 30 days, and as long as a body may ask for it, unless it was taken back at once. */
export async function trashRetention(record: Activity, data: Data, now: Date): Promise<Retention> {
  const removed = record.deletedAt ?? now;
  const trashed = addDays(dayIn('UTC', removed), TRASH_DAYS);
  if (removed.getTime() - record.createdAt.getTime() < UNDO_WINDOW_MS) return { until: trashed, mustKeep: false };
  const retained = retainedUntil(await findRetainedClaims(record, data));
  return retained !== undefined && retained > trashed
    ? { until: retained, mustKeep: true }
    : { until: trashed, mustKeep: false };
}

/** The last day on which a body may ask for any of a person's records. */
export async function lastAuditableDay(personId: string, data: Data): Promise<Day | undefined> {
  const holdings = await data.holdings.of(personId);
  const stored = holdings.flatMap((one) =>
    one.cycles.flatMap(({ cycleId, ends }) => retainedClaim(one, { cycleId, ended: ends }, data.catalogue) ?? []),
  );
  return retainedUntil(stored);
}

async function findRetainedClaims({ activityId, personId, ends }: Activity, data: Data) {
  const holdings = await data.holdings.of(personId);
  const claims = await data.activities.claimsOf(activityId);
  return claims.flatMap(({ holdingId, cycleId }) => {
    const one = holdings.find(({ holding }) => holding.holdingId === holdingId);
    return (one === undefined ? undefined : retainedClaim(one, { cycleId, ended: ends }, data.catalogue)) ?? [];
  });
}

function retainedClaim(
  { holding, cycles }: HoldingWithCycles,
  { cycleId, ended }: { readonly cycleId: string; readonly ended: Day },
  catalogue: Catalogue,
): RetainedClaim | undefined {
  const cycle = cycles.find((one) => one.cycleId === cycleId);
  if (cycle === undefined) return undefined;
  const certification = catalogue.get(holding.certification) ?? UNKNOWN;
  return { certification, cycle: toHoldingCycle(holding, cycle), ended };
}

/** A certification that the catalogue no longer has: what was logged for it is kept the usual time. */
const UNKNOWN: RetainedClaim['certification'] = {
  renewal: { kind: 'never-expires', certainty: 'M', sources: [] },
  upkeep: { fees: [] },
};
