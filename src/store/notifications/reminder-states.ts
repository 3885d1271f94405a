import { WorkspaceRepository } from '../repository.ts';
import { ReminderState } from './notification-entities.ts';

/** The reminder state of a holding: snooze, lapse, request for help and escalation. */
export type ReminderStateValues = Omit<ReminderState, 'workspaceId' | 'holdingId'>;

/** The reminder state of a holding for which none is stored. */
export const DEFAULT_REMINDER_STATE: ReminderStateValues = {
  snoozedUntil: null,
  letsLapse: false,
  helpRequestedOn: null,
  rules: '',
  figures: '',
  step: 0,
  stepOn: null,
};

/** The reminder states of the holdings of one workspace. */
export class ReminderStates extends WorkspaceRepository {
  /** Returns a lookup by holding, with the default state for unknown ones. */
  async of(holdingIds: readonly string[]): Promise<(holdingId: string) => ReminderStateValues> {
    const found = await this.em.find(ReminderState, { holdingId: { $in: [...holdingIds] } });
    const byId = new Map(found.map((one) => [one.holdingId, one]));
    return (holdingId) => byId.get(holdingId) ?? DEFAULT_REMINDER_STATE;
  }

  /** Updates some fields of a holding's reminder state. */
  async save(holdingId: string, changes: Partial<ReminderStateValues>): Promise<void> {
    const before = (await this.of([holdingId]))(holdingId);
    await this.em.upsert(ReminderState, { ...before, ...changes, workspaceId: this.workspaceId, holdingId });
  }
}
