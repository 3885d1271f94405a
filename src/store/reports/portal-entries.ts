import { AuditedRepository } from '../audited-repository.ts';
import { insertRows } from '../insert-rows.ts';
import { readRows } from '../read-rows.ts';
import { PortalEntry } from './report-entities.ts';

/** The state of a record in a body's portal, as stated by its member. */
export type NewPortalEntry = Omit<PortalEntry, 'workspaceId'>;

/** The states of records in portals, as stated by members; recert never reads portals. */
export class PortalEntries extends AuditedRepository {
  /** Saves the states of records, replacing earlier ones for the same holding. */
  async note(entries: readonly NewPortalEntry[]): Promise<void> {
    const rows = entries.map(({ activityId, holdingId, state, onDay, reference }) => ({
      workspace_id: this.workspaceId,
      activity_id: activityId,
      holding_id: holdingId,
      ...{ state, on_day: onDay, reference },
    }));
    const latest = [...new Map(rows.map((row) => [`${row.activity_id} ${row.holding_id}`, row])).values()];
    if (latest.length === 0) return;
    await this.em.execute(
      `delete from portal_entry using jsonb_populate_recordset(null::portal_entry, ?) k
        where portal_entry.workspace_id = k.workspace_id and portal_entry.activity_id = k.activity_id
          and portal_entry.holding_id = k.holding_id`,
      [JSON.stringify(latest)],
    );
    await insertRows(this.scope, 'portal_entry', latest);
    for (const { activity_id: subject } of latest) this.audit.record('portal', { kind: 'record', subject });
  }

  /** Deletes the states of records for a holding. */
  async forget(activityIds: readonly string[], holdingId: string): Promise<void> {
    for (const activityId of activityIds) {
      const removed = await this.em.nativeDelete(PortalEntry, { activityId, holdingId });
      if (removed > 0) this.audit.record('portal', { kind: 'record', subject: activityId });
    }
  }

  /** The states of records for some holdings. */
  async of(holdingIds: readonly string[]): Promise<readonly PortalEntry[]> {
    const some = { column: 'holding_id', ids: holdingIds, orderBy: 'activity_id, holding_id' };
    return readRows(this.scope, PortalEntry, some);
  }
}
