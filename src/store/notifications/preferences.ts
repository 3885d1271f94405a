import type { Day } from '../../domain/calendar.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Preference } from './notification-entities.ts';

/** What a member wishes, and whether they are there. */
export type Preferences = Omit<Preference, 'workspaceId' | 'personId'>;

/** Where nothing was wished. */
export const DEFAULT_PREFERENCES: Preferences = {
  zone: null,
  locale: null,
  isoDates: false,
  workDays: '12345',
  contactFrom: 9,
  contactUntil: 18,
  isNamed: false,
  wantsNudges: true,
  tellsManager: true,
  awayUntil: null,
  leftOn: null,
  decidedOn: null,
};

/** What the members of one workspace wish. */
export class MemberPreferences extends WorkspaceRepository {
  async of(personId: string): Promise<Preferences> {
    return (await this.em.findOne(Preference, { personId }, { disableIdentityMap: true })) ?? DEFAULT_PREFERENCES;
  }

  /** What everybody wishes who wished something, by person. */
  async all(): Promise<ReadonlyMap<string, Preferences>> {
    const all = await this.em.find(Preference, {}, { disableIdentityMap: true });
    return new Map(all.map((one) => [one.personId, one]));
  }

  /** What some people wish who wished something, by person. */
  async some(personIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
    const found = await this.em.find(Preference, { personId: { $in: [...personIds] } }, { disableIdentityMap: true });
    return new Map(found.map((one) => [one.personId, one]));
  }

  /** Keeps some wishes and leaves the others as they are. */
  async save(personId: string, preferences: Partial<Preferences>): Promise<void> {
    const workspaceId = this.workspaceId;
    await this.em.upsert(Preference, { ...(await this.of(personId)), ...preferences, workspaceId, personId });
  }

  /** Notes on which of their days it was decided what to tell some people. */
  async markNudgesDecided(looked: readonly { readonly personId: string; readonly on: Day }[]): Promise<void> {
    if (looked.length === 0) return;
    const rows = JSON.stringify(looked);
    await this.em.execute(
      `insert into preference (workspace_id, person_id, decided_on)
         select ?, one."personId", one."on" from json_to_recordset(?) as one("personId" uuid, "on" date)
       on conflict (workspace_id, person_id) do update set decided_on = excluded.decided_on`,
      [this.workspaceId, rows],
    );
  }
}
