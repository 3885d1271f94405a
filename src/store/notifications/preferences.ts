import type { Day } from '../../domain/calendar.ts';
import { readRows } from '../read-rows.ts';
import { WorkspaceRepository } from '../repository.ts';
import { Preference } from './notification-entities.ts';

/** A member's preferences, leave and departure. */
export type Preferences = Omit<Preference, 'workspaceId' | 'personId'>;

/** The preferences of a member who set none. */
export const DEFAULT_PREFERENCES: Preferences = {
  zone: null,
  locale: null,
  isoDates: false,
  dateOrder: null,
  tableNames: null,
  workDays: '12345',
  contactFrom: 9,
  contactUntil: 18,
  isNamed: false,
  wantsNudges: true,
  wantsSummary: true,
  tellsManager: true,
  awayUntil: null,
  leftOn: null,
  leftBy: null,
  decidedOn: null,
};

/** The preferences of the members of one workspace. */
export class MemberPreferences extends WorkspaceRepository {
  async of(personId: string): Promise<Preferences> {
    return (await this.em.findOne(Preference, { personId })) ?? DEFAULT_PREFERENCES;
  }

  /** All stored preferences, by person. */
  async all(): Promise<ReadonlyMap<string, Preferences>> {
    const all = await this.em.find(Preference, {});
    return new Map(all.map((one) => [one.personId, one]));
  }

  /** The stored preferences of some people, by person. */
  async some(personIds: readonly string[]): Promise<ReadonlyMap<string, Preferences>> {
    const some = { column: 'person_id', ids: personIds, orderBy: 'person_id' };
    const found = await readRows(this.scope, Preference, some);
    return new Map(found.map((one) => [one.personId, one]));
  }

  /** Updates some preferences. */
  async save(personId: string, preferences: Partial<Preferences>): Promise<void> {
    const workspaceId = this.workspaceId;
    await this.em.upsert(Preference, { ...(await this.of(personId)), ...preferences, workspaceId, personId });
  }

  /** Records the date on which nudges were planned, by person. */
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
