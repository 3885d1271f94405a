import { type Answers, answerOf } from '../../chat/form.ts';
import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Membership } from '../../store/teams/teams.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { usersHere } from '../person-labels.ts';
import { Refusal } from '../refusal.ts';
import { setMembers, syncManagerRoles } from './team-members.ts';

/** The people chosen in a team's form; absent without a field for them. */
export interface ChosenPeople {
  readonly members?: readonly string[];
  readonly managers?: readonly string[];
}

interface TeamAnswers extends ChosenPeople {
  readonly answers: Answers;
}

/** Returns whether another team has this name. */
export async function isTeamNameTaken(name: string, team: Team | undefined, { data }: Scope): Promise<boolean> {
  return (await data.teams.all()).some(
    (one) => one.teamId !== team?.teamId && one.name.toLowerCase() === name.toLowerCase(),
  );
}

/** Saves the settings and members of a team, or creates it, and returns its id. Throws `Refusal` if the name is taken. */
export async function saveTeam(
  team: Team | undefined,
  { answers, ...chosen }: TeamAnswers,
  context: Scope,
): Promise<string> {
  const { data, request } = context;
  const { now, words } = request;
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  const teamId = team?.teamId ?? (await data.teams.add(name, now));
  if (teamId === undefined) throw new Refusal(words.team.nameTaken);
  await data.teams.set(teamId, {
    name,
    zone: zone === '' ? null : zone,
    digestDay: Number(answerOf(answers, 'day')),
    digestHour: Number(answerOf(answers, 'hour')),
    // A digest that is moved to an earlier time of the week is not overdue.
    ...(team?.digestSince ? { digestSince: now } : {}),
  });
  if (chosen.members !== undefined || chosen.managers !== undefined)
    await setMembers(teamId, await chosenMembers(teamId, chosen, context), { data, now });
  return teamId;
}

/**
 * Returns the members a form leaves in a team. Only admins add members and choose managers; managers of a team remove members, and re-add
 * those they removed within 24 hours. Members who can't be chosen on the form's platform stay.
 */
async function chosenMembers(
  teamId: string,
  chosen: ChosenPeople,
  { data, request: { person, from } }: Scope,
): Promise<readonly Membership[]> {
  const before = new Map((await data.teams.membersOf(teamId)).map((one) => [one.personId, one]));
  const choosable = new Set(usersHere(await data.people.withIdentities(), from).map(({ personId }) => personId));
  const onOtherPlatform = [...before.values()].filter(({ personId }) => !choosable.has(personId));
  const isAdmin = may(person.role, 'admin');
  const { members = [...before.keys()] } = chosen;
  if (!isAdmin)
    return [...onOtherPlatform, ...members.map((personId) => before.get(personId) ?? { personId, isManager: false })];
  const managers = new Set(
    chosen.managers ?? [...before.values()].filter((one) => one.isManager).map((one) => one.personId),
  );
  for (const { personId, isManager } of onOtherPlatform) if (isManager) managers.add(personId);
  // Every manager is a member of the team.
  const all = new Set([...onOtherPlatform.map(({ personId }) => personId), ...members, ...managers]);
  return [...all].map((personId) => ({ personId, isManager: managers.has(personId) }));
}

/** Deletes a team, withdraws its messages, and takes the manager role from people who manage no other team. */
export async function deleteTeam({ teamId }: Team, { data, request: { now } }: Scope): Promise<void> {
  const members = await data.teams.membersOf(teamId);
  await data.outbox.withdraw({ teamId }, 'off', now);
  await data.teams.delete(teamId);
  await syncManagerRoles(
    members.map(({ personId }) => personId),
    data,
  );
}

/** The group that a team should follow: none, the group of the place where the command was typed, or a group by name. */
export type GroupChoice =
  | { readonly kind: 'none' }
  | { readonly kind: 'here' }
  | { readonly kind: 'named'; readonly name: string };

/** Sets the group that a team follows; the members are compared with it later. */
export async function setFollowedGroup(
  team: Team,
  group: GroupChoice,
  { data, request: { place } }: Scope,
): Promise<void> {
  const follows =
    group.kind === 'none'
      ? null
      : group.kind === 'here'
        ? { place, id: '', name: '' }
        : { place, id: group.name.slice(0, 80), name: group.name };
  await data.teams.set(team.teamId, { follows, followedAt: null });
}
