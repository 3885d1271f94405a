import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Membership } from '../../store/teams/teams.ts';
import { Refusal } from '../refusal.ts';
import type { Scope } from '../workspace-data.ts';
import { setMembers, syncManagerRoles } from './team-members.ts';

interface TeamAnswers {
  readonly answers: Answers;
  /** The form had fields for members and managers; it has none if there are too many people to choose from. */
  readonly hasMembers: boolean;
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
  { answers, hasMembers }: TeamAnswers,
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
  if (hasMembers) await setMembers(teamId, await chosenMembers(teamId, answers, context), { data, now });
  return teamId;
}

/** Returns the members a form leaves in a team. Only admins add members and choose managers; managers of a team only remove members. */
async function chosenMembers(
  teamId: string,
  answers: Answers,
  { data, request: { person } }: Scope,
): Promise<readonly Membership[]> {
  const before = new Map((await data.teams.membersOf(teamId)).map((one) => [one.personId, one]));
  const chosen = answersOf(answers, 'members');
  if (!may(person.role, 'admin')) return chosen.flatMap((personId) => before.get(personId) ?? []);
  const managers = new Set(answersOf(answers, 'managers'));
  const isFollowing = Boolean((await data.teams.get(teamId))?.follows);
  // Every manager is a member of the team.
  const members = new Set([...(isFollowing ? before.keys() : chosen), ...managers]);
  return [...members].map((personId) => ({ personId, isManager: managers.has(personId) }));
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
