import { AuditedRepository } from '../audited-repository.ts';
import { PortalEntry } from './report-entities.ts';

/** What somebody says of a record in the portal of a body. */
export type NewPortalEntry = Omit<PortalEntry, 'workspaceId'>;

/** How far records are in the portals of their bodies, as their members say: recert never looks there. */
export class PortalEntries extends AuditedRepository {
  /** Notes how far records are; what was said of them for the same holding before is replaced. */
  async note(entries: readonly NewPortalEntry[]): Promise<void> {
    for (const entry of entries) {
      const { activityId, holdingId } = entry;
      await this.em.nativeDelete(PortalEntry, { activityId, holdingId });
      await this.em.insert(PortalEntry, { ...entry, workspaceId: this.workspaceId });
      this.audit.record('portal', { kind: 'record', subject: activityId });
    }
  }

  /** Takes back what was said of records for a holding. */
  async forget(activityIds: readonly string[], holdingId: string): Promise<void> {
    for (const activityId of activityIds) {
      const removed = await this.em.nativeDelete(PortalEntry, { activityId, holdingId });
      if (removed > 0) this.audit.record('portal', { kind: 'record', subject: activityId });
    }
  }

  /** What was said of records for some holdings. */
  async of(holdingIds: readonly string[]): Promise<readonly PortalEntry[]> {
    return this.em.find(PortalEntry, { holdingId: { $in: [...holdingIds] } }, { disableIdentityMap: true });
  }
}
