import { WorkspaceRepository } from '../repository.ts';
import { ReminderState } from './notification-entities.ts';

/** How a holding is looked after. */
export type ReminderStateValues = Omit<ReminderState, 'workspaceId' | 'holdingId'>;

const USUAL: ReminderStateValues = {
  snoozedUntil: null,
  letsLapse: false,
  rules: '',
  figures: '',
  step: 0,
  stepOn: null,
};

/** How the holdings of one workspace are looked after. */
export class ReminderStates extends WorkspaceRepository {
  /** By holding; the usual where nothing is known. */
  async of(holdingIds: readonly string[]): Promise<(holdingId: string) => ReminderStateValues> {
    const found = await this.em.find(
      ReminderState,
      { holdingId: { $in: [...holdingIds] } },
      { disableIdentityMap: true },
    );
    const byId = new Map(found.map((one) => [one.holdingId, one]));
    return (holdingId) => byId.get(holdingId) ?? USUAL;
  }

  /** Keeps something of how a holding is looked after, and leaves the rest as it is. */
  async save(holdingId: string, caring: Partial<ReminderStateValues>): Promise<void> {
    const before = (await this.of([holdingId]))(holdingId);
    await this.em.upsert(ReminderState, { ...before, ...caring, workspaceId: this.workspaceId, holdingId });
  }
}
