import { randomUUID } from 'node:crypto';
import { AuditedRepository } from '../audited-repository.ts';
import { readRows } from '../read-rows.ts';
import { Team, TeamMember } from './team-entities.ts';

/** A team's members and managers. */
export interface Membership {
  readonly personId: string;
  readonly isManager: boolean;
}

/** The settings of a team. */
export type TeamSettings = Pick<
  Team,
  | 'name'
  | 'zone'
  | 'locale'
  | 'place'
  | 'digestDay'
  | 'digestHour'
  | 'digestSince'
  | 'follows'
  | 'followedAt'
  | 'lastError'
>;

/** The teams of one workspace. */
export class Teams extends AuditedRepository {
  /** Every team, by name. */
  async all(): Promise<readonly Team[]> {
    return this.em.find(Team, {}, { orderBy: { name: 'asc', teamId: 'asc' } });
  }

  async get(teamId: string): Promise<Team | null> {
    return this.em.findOne(Team, { teamId });
  }

  /** Adds a team; returns undefined if the name is taken. */
  async add(name: string, now: Date): Promise<string | undefined> {
    const teamId = randomUUID();
    const [added] = await this.em.execute<unknown[]>(
      `insert into team (workspace_id, team_id, name, created_at) values (?, ?, ?, ?)
       on conflict (workspace_id, lower(name)) do nothing returning 1`,
      [this.workspaceId, teamId, name, now],
    );
    if (added === undefined) return undefined;
    this.audit.record('create', { kind: 'team', subject: teamId });
    return teamId;
  }

  async set(teamId: string, settings: Partial<TeamSettings>): Promise<void> {
    await this.em.nativeUpdate(Team, { teamId }, settings);
    this.audit.record('edit', { kind: 'team', subject: teamId });
  }

  /** Records when a team was synced with its group; not audited, because the team itself does not change. */
  async markSynced(teamId: string, at: Date): Promise<void> {
    await this.em.nativeUpdate(Team, { teamId }, { followedAt: at });
  }

  /** Claims the teams that follow a group and were last synced before `before`. */
  async claimForGroupSync(before: Date, now: Date): Promise<readonly string[]> {
    const claimed = await this.em.execute<{ team_id: string }[]>(
      `update team set followed_at = ?
        where workspace_id = ? and follows is not null and (followed_at is null or followed_at < ?) returning team_id`,
      [now, this.workspaceId, before],
    );
    return claimed.map(({ team_id }) => team_id);
  }

  async delete(teamId: string): Promise<void> {
    await this.em.nativeDelete(Team, { teamId });
    this.audit.record('delete', { kind: 'team', subject: teamId });
  }

  /** All memberships, by team. */
  async memberships(): Promise<ReadonlyMap<string, readonly Membership[]>> {
    const all = await this.em.find(TeamMember, {}, { orderBy: { personId: 'asc' } });
    return Map.groupBy(all, ({ teamId }) => teamId);
  }

  /** The members of a team. */
  async membersOf(teamId: string): Promise<readonly Membership[]> {
    return readRows(this.scope, TeamMember, { column: 'team_id', ids: [teamId], orderBy: 'person_id' });
  }

  /** The teams of a person, and whether they manage them. */
  async of(personId: string): Promise<readonly { readonly teamId: string; readonly isManager: boolean }[]> {
    return this.em.find(TeamMember, { personId });
  }

  /** Makes these the members of a team; resolves to whose membership changed. */
  async setMembers(teamId: string, members: readonly Membership[], now: Date): Promise<readonly string[]> {
    const before = new Map((await this.membersOf(teamId)).map((one) => [one.personId, one]));
    const after = new Map(members.map((one) => [one.personId, one]));
    const removed = [...before.keys()].filter((personId) => !after.has(personId));
    const changed = members.filter(({ personId, isManager }) => before.get(personId)?.isManager !== isManager);
    if (removed.length === 0 && changed.length === 0) return [];
    await this.em.nativeDelete(TeamMember, { teamId, personId: { $in: removed } });
    for (const { personId, isManager } of changed)
      await this.em.execute(
        `insert into team_member (workspace_id, team_id, person_id, is_manager, joined_at) values (?, ?, ?, ?, ?)
         on conflict (workspace_id, team_id, person_id) do update set is_manager = excluded.is_manager`,
        [this.workspaceId, teamId, personId, isManager, now],
      );
    this.audit.record('edit', { kind: 'team', subject: teamId });
    return [...removed, ...changed.map(({ personId }) => personId)];
  }

  /** Whether a person manages a team. */
  async leads(personId: string): Promise<boolean> {
    return (await this.em.count(TeamMember, { personId, isManager: true })) > 0;
  }
}
