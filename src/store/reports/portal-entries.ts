import { AuditedRepository } from '../audited-repository.ts';
import { PortalEntry } from './report-entities.ts';

/** The state of a record in a body's portal, as stated by its member. */
export type NewPortalEntry = Omit<PortalEntry, 'workspaceId'>;

/** The states of records in portals, as stated by members; recert never reads portals. */
export class PortalEntries extends AuditedRepository {
  /** Saves the states of records, replacing earlier ones for the same holding. */
  async note(entries: readonly NewPortalEntry[]): Promise<void> {
    for (const entry of entries) {
      const { activityId, holdingId } = entry;
      await this.em.nativeDelete(PortalEntry, { activityId, holdingId });
      await this.em.insert(PortalEntry, { ...entry, workspaceId: this.workspaceId });
      this.audit.record('portal', { kind: 'record', subject: activityId });
    }
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
    return this.em.find(PortalEntry, { holdingId: { $in: [...holdingIds] } }, { disableIdentityMap: true });
  }
}
