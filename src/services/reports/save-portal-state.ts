import type { Day } from '../../domain/calendar.ts';
import type { SheetEntry } from '../../domain/entry-sheet.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';
import type { Data } from '../data-with-catalogue.ts';
import { claimsCovered } from './entry-sheets.ts';

/** The state of an entry in the portal of its certification body, as the member states it. */
export interface PortalStatement {
  readonly state: PortalState;
  readonly onDay: Day;
  readonly reference: string;
}

/** Saves the portal state of entries for every claim they cover; without a statement, removes it. */
export async function savePortalState(
  entries: readonly SheetEntry[],
  statement: PortalStatement | undefined,
  { portalEntries }: Data,
): Promise<void> {
  const claims = entries.flatMap(claimsCovered);
  if (statement === undefined) {
    for (const [holdingId, some] of Map.groupBy(claims, (claim) => claim.holdingId))
      await portalEntries.forget(
        some.map(({ activityId }) => activityId),
        holdingId,
      );
    return;
  }
  const unique = new Map(claims.map((claim) => [`${claim.activityId} ${claim.holdingId}`, claim]));
  await portalEntries.note([...unique.values()].map((claim) => ({ ...claim, ...statement })));
}
