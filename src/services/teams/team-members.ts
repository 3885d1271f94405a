import { may } from '../../domain/roles.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Membership } from '../../store/teams/teams.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';
import { findPersonOrRefuse } from './find-person.ts';

/** A change of a team's members as typed. */
export interface TypedChange {
  readonly verb: 'add' | 'remove' | 'lead';
  /** Names, separated by commas. */
  readonly names: string;
}

/**
 * Adds or removes members or makes them managers. Only an admin adds members, because a team's managers see their records. The members of a
 * team that follows a group are changed in the group. Throws `Refusal` when a change isn't allowed.
 */
export async function changeMembers(team: Team, { verb, names }: TypedChange, { request, data }: Scope): Promise<void> {
  const { words, person, now } = request;
  if (verb !== 'remove' && !may(person.role, 'admin')) throw new Refusal(words.team.adminAdds);
  if (verb !== 'lead' && team.follows) throw new Refusal(words.team.followsGroup(team.follows.name));
  const everyone = await data.people.all();
  const people = names.split(',').map((name) => findPersonOrRefuse(name, everyone, words));
  const members = new Map((await data.teams.membersOf(team.teamId)).map((one) => [one.personId, one]));
  for (const { personId } of people) {
    if (verb === 'remove') members.delete(personId);
    else members.set(personId, { personId, isManager: verb === 'lead' || members.get(personId)?.isManager === true });
  }
  await setMembers(team.teamId, [...members.values()], { data, now });
}

/** Sets the members of a team, updates the manager roles and schedules its notifications. Returns the ids of changed people. */
export async function setMembers(
  teamId: string,
  members: readonly Membership[],
  { data, now }: { readonly data: WorkspaceData; readonly now: Date },
): Promise<readonly string[]> {
  const changed = await data.teams.setMembers(teamId, members, now);
  await syncManagerRoles(changed, data);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return changed;
}

/** Gives the manager role to people who lead a team, and takes it from those who lead none. */
export async function syncManagerRoles(personIds: readonly string[], data: WorkspaceData): Promise<void> {
  for (const personId of personIds) {
    const person = await data.people.get(personId);
    const leads = await data.teams.leads(personId);
    if (person?.role === 'member' && leads) await data.people.setRole(personId, 'manager');
    if (person?.role === 'manager' && !leads) await data.people.setRole(personId, 'member');
  }
}
