import type { Catalogue } from '../catalogue/index.ts';
import { addDays, type Day, dayIn } from '../domain/calendar.ts';
import { retainedUntil } from '../domain/retention.ts';
import type { Activity } from '../store/entities.ts';
import type { WorkspaceData } from '../store/store.ts';

/** A deleted record can be put back for so many days. */
const TRASH_DAYS = 30;
const UNDO_MS = 10 * 60_000;

interface Kept {
  /** The last day on which it can be put back; the day after, it is deleted for good. */
  readonly until: Day;
  /** A body may ask for it so long. */
  readonly mustKeep: boolean;
}

/** How long a deleted record is kept: 30 days, and as long as a body may ask for it, unless it was taken back at once. */
export async function keptUntil(
  { activityId, createdAt, deletedAt }: Activity,
  { data, catalogue, now }: { readonly data: WorkspaceData; readonly catalogue: Catalogue; readonly now: Date },
): Promise<Kept> {
  const gone = deletedAt ?? now;
  const trashed = addDays(dayIn('UTC', gone), TRASH_DAYS);
  if (gone.getTime() - createdAt.getTime() < UNDO_MS) return { until: trashed, mustKeep: false };
  const claims = await data.activities.cyclesClaimed(activityId);
  const retained = retainedUntil(
    claims.map(({ certification, ends }) => ({ certification: catalogue.get(certification), cycleEnd: ends })),
  );
  return retained !== undefined && retained > trashed
    ? { until: retained, mustKeep: true }
    : { until: trashed, mustKeep: false };
}

/** The last day on which a body may ask for any of a person's records. */
export async function retainedLongest(
  personId: string,
  { data, catalogue }: { readonly data: WorkspaceData; readonly catalogue: Catalogue },
): Promise<Day | undefined> {
  const held = await data.holdings.of(personId);
  return retainedUntil(
    held.flatMap(({ holding, cycles }) =>
      cycles.map(({ ends }) => ({ certification: catalogue.get(holding.certification), cycleEnd: ends })),
    ),
  );
}
