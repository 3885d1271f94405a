import type { Day } from '../../domain/calendar.ts';
import type { Data } from '../data-with-catalogue.ts';
import type { CheckedRecord } from './check-drafts.ts';

interface ImportSaving {
  readonly data: Pick<Data, 'activities' | 'portalEntries'>;
  readonly now: Date;
  readonly today: Day;
  /** The import that they are a batch of. */
  readonly importId?: string | undefined;
}

/** Saves the records of a table, and what the body's portal says of them. */
export async function saveImport(
  records: readonly CheckedRecord[],
  { data, now, today, importId }: ImportSaving,
): Promise<void> {
  const ids = await data.activities.addAll(
    records.map(({ activity }) => activity),
    now,
    importId,
  );
  const entries = records.flatMap(({ activity, portal }, at) => {
    const activityId = ids[at];
    if (portal === undefined || activityId === undefined) return [];
    return activity.claims.map(({ holdingId }) => ({
      activityId,
      holdingId,
      state: portal,
      onDay: today,
      reference: '',
    }));
  });
  await data.portalEntries.note(entries);
}
