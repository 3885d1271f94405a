import type { Catalogue } from '../../catalogue/index.ts';
import { UNDO_WINDOW_MS } from '../../domain/act.ts';
import { addDays, type Day, dayIn } from '../../domain/calendar.ts';
import { type RetainedClaim, retainedUntil } from '../../domain/retention.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { Activity } from '../../store/entities.ts';
import { toHoldingCycle } from '../certifications/holdings.ts';
import type { Data } from '../data-with-catalogue.ts';

/** How long a deleted record and a removed proof can be restored. */
export const TRASH_DAYS = 30;

/** How long a deleted record is kept. */
export interface Retention {
  /** The last day on which it can be restored. */
  readonly until: Day;
  /** Whether a body may still audit it. */
  readonly mustKeep: boolean;
}

/** Returns how long a deleted record is kept: 30 days, or as long as a body may audit it, unless it was undone at once. */
export async function trashRetention(record: Activity, data: Data, now: Date): Promise<Retention> {
  const deletedAt = record.deletedAt ?? now;
  const trashEnd = addDays(dayIn('UTC', deletedAt), TRASH_DAYS);
  if (deletedAt.getTime() - record.createdAt.getTime() < UNDO_WINDOW_MS) return { until: trashEnd, mustKeep: false };
  const retained = retainedUntil(await findRetainedClaims(record, data));
  return retained !== undefined && retained > trashEnd
    ? { until: retained, mustKeep: true }
    : { until: trashEnd, mustKeep: false };
}

/** Returns the last day on which a body may audit any of a person's records, if there is one. */
export async function lastAuditableDay(personId: string, data: Data): Promise<Day | undefined> {
  const holdings = await data.holdings.of(personId);
  const claims = holdings.flatMap((one) =>
    one.cycles.flatMap(({ cycleId, ends }) => retainedClaim(one, { cycleId, ended: ends }, data.catalogue) ?? []),
  );
  return retainedUntil(claims);
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

/** Stands in for a certification the catalogue no longer has, so that the default retention applies. */
const UNKNOWN: RetainedClaim['certification'] = {
  renewal: { kind: 'never-expires', certainty: 'M', sources: [] },
  upkeep: { fees: [] },
};
