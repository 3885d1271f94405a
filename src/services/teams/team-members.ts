import { may } from '../../domain/roles.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Membership } from '../../store/teams/teams.ts';
import type { Scope } from '../data.ts';
import { Refusal } from '../refusal.ts';
import { findPersonOrRefuse } from './find-person.ts';

/** A change of a team's members as it is typed. */
export interface TypedChange {
  readonly verb: 'add' | 'remove' | 'lead';
  /** Names, separated by commas. */
  readonly names: string;
}

/**
 * Changes who is in a team, as typed. Whoever is in a team can be looked at by its managers, so only an admin puts somebody in; who is in a
 * team that follows a group is decided there, and here only who leads it.
 */
export async function changeMembers(target: Team, { verb, names }: TypedChange, context: Scope): Promise<void> {
  const { request, data } = context;
  const { words, person } = request;
  if (verb !== 'remove' && !may(person.role, 'admin')) throw new Refusal(words.team.adminAdds);
  if (verb !== 'lead' && target.follows) throw new Refusal(words.team.followsGroup(target.follows.name));
  const everybody = await data.people.all();
  const people = names.split(',').map((name) => findPersonOrRefuse(name, everybody, words));
  const members = new Map((await data.teams.membersOf(target.teamId)).map((one) => [one.personId, one]));
  for (const { personId } of people) {
    if (verb === 'remove') members.delete(personId);
    else members.set(personId, { personId, isManager: verb === 'lead' || members.get(personId)?.isManager === true });
  }
  await setMembers(target.teamId, [...members.values()], { data, now: context.request.now });
}

/** Makes these the members of a team, gives and takes the manager's role with it, and has the team looked at. */
export async function setMembers(
  teamId: string,
  query: readonly Membership[],
  { data, now }: { readonly data: WorkspaceData; readonly now: Date },
): Promise<readonly string[]> {
  const changed = await data.teams.setMembers(teamId, query, now);
  await syncManagerRoles(changed, data);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return changed;
}

/** Whoever leads a team is a manager, and whoever leads none any more is not. */
export async function syncManagerRoles(personIds: readonly string[], data: WorkspaceData): Promise<void> {
  for (const personId of personIds) {
    const person = await data.people.get(personId);
    const leads = await data.teams.leads(personId);
    if (person?.role === 'member' && leads) await data.people.setRole(personId, 'manager');
    if (person?.role === 'manager' && !leads) await data.people.setRole(personId, 'member');
  }
}
