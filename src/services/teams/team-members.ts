import { may } from '../../domain/roles.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Membership } from '../../store/teams/teams.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { refusalOfNonAdmin } from './ask-admin.ts';
import { findPeopleOrRefuse } from './find-person.ts';

/** A change of a team's members as typed. */
export interface TypedChange {
  readonly verb: 'add' | 'remove' | 'lead';
  /** Names and marked mentions, separated by commas. */
  readonly names: string;
}

/**
 * Adds or removes members or makes them managers. Only an admin adds members, because a team's managers see their records;
 * a manager puts back whom they removed themselves. The members of a
 * team that follows a group are changed in the group. Throws `Refusal` when a change isn't allowed.
 */
export async function changeMembers(team: Team, { verb, names }: TypedChange, { request, data }: Scope): Promise<void> {
  const { words, person, now } = request;
  const isAdmin = may(person.role, 'admin');
  if (verb === 'lead' && !isAdmin) throw await refusalOfNonAdmin(words.team.adminAdds, data, words);
  if (verb !== 'lead' && team.follows) throw new Refusal(words.team.followsGroup(team.follows.name));
  const personIds = await findPeopleOrRefuse(names, { request, data }, { joins: isAdmin && verb !== 'remove' });
  if (verb === 'add' && !isAdmin) {
    const allowed = await findPeopleToKeep(team, { request, data });
    if (!personIds.every((one) => allowed.has(one))) throw await refusalOfNonAdmin(words.team.adminAdds, data, words);
  }
  const members = new Map((await data.teams.membersOf(team.teamId)).map((one) => [one.personId, one]));
  for (const personId of personIds) {
    if (verb === 'remove') members.delete(personId);
    else members.set(personId, { personId, isManager: verb === 'lead' || members.get(personId)?.isManager === true });
  }
  await setMembers(team.teamId, [...members.values()], { data, now });
}

/** How long a manager can re-add members they removed. */
const PUT_BACK_MS = 24 * 3_600_000;

/** The people a manager may leave in a team or re-add: its members, and those they removed from it within 24 hours. */
export async function findPeopleToKeep(
  { teamId }: Pick<Team, 'teamId'>,
  { request, data }: Scope,
): Promise<ReadonlySet<string>> {
  const { person, now } = request;
  const since = now.getTime() - PUT_BACK_MS;
  const entries = (await data.audit.historyOf(teamId)).filter(
    ({ actor, at, what }) => what === 'edit' && actor === person.personId && at.getTime() >= since,
  );
  const remaining = new Set((await data.teams.membersOf(teamId)).map(({ personId }) => personId));
  for (const { seq } of entries) {
    const before = await data.history.team(teamId, { seq: Number(seq) - 1, hash: '' });
    for (const { personId } of before?.members ?? []) remaining.add(personId);
  }
  return remaining;
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
