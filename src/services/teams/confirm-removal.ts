import type { Form } from '../../chat/form.ts';
import { sha256Of } from '../../store/evidence/proofs.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { parseFormState, serializeFormState } from '../form-state.ts';
import { labelsOfPeople, usersHere } from '../person-labels.ts';
import { Refusal } from '../refusal.ts';
import type { ChosenPeople } from './edit-team.ts';
import { findPeopleOrRefuse } from './find-person.ts';

/** A button carries the ids of as many. */
const MAX_REMOVED = 20;

/** A member to remove. */
export interface RemovedMember {
  readonly personId: string;
  readonly name: string;
}

/** Returns the members of a team that typed names and mentions name. Throws `Refusal` if they can't be removed this way. */
export async function findMembersToRemove(team: Team, names: string, scope: Scope): Promise<readonly RemovedMember[]> {
  const { words } = scope.request;
  if (team.follows) throw new Refusal(words.team.followsGroup(team.follows.name));
  const personIds = await findPeopleOrRefuse(names, scope);
  const members = new Set((await scope.data.teams.membersOf(team.teamId)).map(({ personId }) => personId));
  const removed = await named(
    personIds.filter((personId) => members.has(personId)),
    scope,
  );
  if (removed.length > MAX_REMOVED) throw new Refusal(words.team.tooManyRemoved(MAX_REMOVED));
  return removed;
}

/** The members that a form as sent would remove from its team. Those who can't be chosen on its platform stay. */
export async function findDeselectedMembers(
  { teamId }: Team,
  { members, managers = [] }: ChosenPeople,
  scope: Scope,
): Promise<readonly RemovedMember[]> {
  if (members === undefined) return [];
  const { request, data } = scope;
  const remaining = new Set([...members, ...managers]);
  const choosable = new Set(usersHere(await data.people.withIdentities(), request.from).map((one) => one.personId));
  const removed = (await data.teams.membersOf(teamId)).filter(
    ({ personId }) => choosable.has(personId) && !remaining.has(personId),
  );
  return named(
    removed.map(({ personId }) => personId),
    scope,
  );
}

/** Returns the form with the question whether to remove members; undefined if it was sent with this question. */
export function askBeforeRemoval(form: Form, removed: readonly RemovedMember[], { request }: Scope): Form | undefined {
  const { words, state } = request;
  const seen = sha256Of(removed.map(({ personId }) => personId).join(' ')).slice(0, 16);
  if (removed.length === 0 || parseFormState(state).seen === seen) return undefined;
  const text = words.team.removedBySaving(removed.map(({ name }) => name));
  return {
    ...form,
    submit: words.team.removeAndSave,
    parts: [{ kind: 'text', text }, ...form.parts],
    state: serializeFormState({ ...parseFormState(form.state), seen }) ?? '',
  };
}

async function named(personIds: readonly string[], { request, data }: Scope): Promise<readonly RemovedMember[]> {
  const labelOf = labelsOfPeople(await data.people.withIdentities(), request.words);
  return personIds.map((personId) => ({ personId, name: labelOf(personId) }));
}
