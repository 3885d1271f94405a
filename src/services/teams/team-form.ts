import { type Answers, answerOf, answersOf, type Form, fieldsOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import { isZone } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { teamForm } from '../../views/teams/team-cards.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { FormErrors } from '../form-errors.ts';
import { editableForm, mergeSentForm } from '../merge-answers.ts';
import { personIdOf, resolveUser } from '../named-users.ts';
import { labelsOfPeople, usersHere } from '../person-labels.ts';
import { Refusal } from '../refusal.ts';
import { refusalOfNonAdmin } from './ask-admin.ts';
import { askBeforeRemoval, findDeselectedMembers } from './confirm-removal.ts';
import { type ChosenPeople, isTeamNameTaken, saveTeam } from './edit-team.ts';
import { findPeopleToKeep } from './team-members.ts';

/** A team to edit, or none for a new one, and the name that its form begins with. */
interface EditedTeam {
  readonly team: Team | undefined;
  readonly name: string;
}

/** Returns the form of a team with what is stored; members and managers by the ids of their users on the reader's platform. */
export async function openTeamForm({ team, name }: EditedTeam, scope: Scope): Promise<Form> {
  const form = await storedForm({ team, name }, scope);
  return team === undefined ? form : editableForm(form, stateOf(team));
}

/** The result of sending a team's form: the form again, or the team that was saved. */
type TeamOutcome =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'saved'; readonly teamId: string; readonly name: string };

/** Saves a sent team form, unless a field is wrong or was changed meanwhile, or members would be removed without a question. People are added only if everything is saved. */
export async function submitTeamForm(team: Team | undefined, scope: Scope): Promise<TeamOutcome> {
  const { request } = scope;
  const { words } = request;
  const stored = await storedForm({ team, name: team?.name ?? '' }, scope);
  const { answers, form, isConflict } = mergeSentForm(stored, request, stateOf(team));
  if (isConflict) return { kind: 'form', form };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  if (await isTeamNameTaken(name, team, scope)) errors.add('name', words.team.nameTaken);
  const chosen = await resolveChosen(form, answers, { team, scope, errors });
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const removed = team === undefined ? [] : await findDeselectedMembers(team, knownOf(chosen), scope);
  const question = askBeforeRemoval(form, removed, scope);
  if (question !== undefined) return { kind: 'form', form: question };
  const people = await addChosen(chosen, scope);
  return { kind: 'saved', teamId: await saveTeam(team, { answers, ...people }, scope), name };
}

function stateOf(team: Team | undefined): { readonly team?: string } {
  return team === undefined ? {} : { team: team.teamId };
}

async function storedForm({ team, name }: EditedTeam, { request, data }: Scope): Promise<Form> {
  const { words, person, from } = request;
  const isAdmin = may(person.role, 'admin');
  const members = team === undefined ? [] : await data.teams.membersOf(team.teamId);
  const within = new Set(members.map(({ personId }) => personId));
  const identities = await data.people.withIdentities();
  const labelOf = labelsOfPeople(identities, words);
  const userOf = new Map(usersHere(identities, from).map(({ personId, user }) => [personId, user]));
  const people = [...userOf].flatMap(([personId, value]) =>
    isAdmin || within.has(personId) ? [{ value, label: labelOf(personId) }] : [],
  );
  const onOtherPlatform = members
    .filter(({ personId }) => !userOf.has(personId))
    .map(({ personId }) => labelOf(personId));
  const about = { people, onOtherPlatform, members: members.length, isNew: team === undefined, mayAdd: isAdmin };
  const users = (some: typeof members) => some.flatMap(({ personId }) => userOf.get(personId) ?? []);
  return {
    ...teamForm({ ...about, follows: team?.follows?.name }, words),
    answers: {
      name,
      members: users(members),
      managers: users(members.filter(({ isManager }) => isManager)),
      day: String(team?.digestDay ?? 1),
      hour: String(team?.digestHour ?? 9),
      zone: team?.zone ?? '',
    },
  };
}

type ResolvedUser = Awaited<ReturnType<typeof resolveUser>>;

/** The users chosen in each field of people. One who can't be chosen is an error of the field. */
async function resolveChosen(
  { parts }: Form,
  answers: Answers,
  { team, scope, errors }: { readonly team: Team | undefined; readonly scope: Scope; readonly errors: FormErrors },
): Promise<ReadonlyMap<string, readonly ResolvedUser[]>> {
  const { request, data } = scope;
  const joins = may(request.person.role, 'admin');
  const allowed = joins || team === undefined ? undefined : await findPeopleToKeep(team, scope);
  const chosen = new Map<string, readonly ResolvedUser[]>();
  for (const { name } of fieldsOf(parts).filter(({ kind }) => kind === 'people')) {
    const resolved: ResolvedUser[] = [];
    for (const given of answersOf(answers, name)) {
      const user = await resolveUser(given, { request, data, joins }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        errors.add(name, error.message);
      });
      if (user === undefined) continue;
      if (allowed !== undefined && !(user.kind === 'person' && allowed.has(user.personId)))
        errors.add(name, (await refusalOfNonAdmin(request.words.team.adminAdds, data, request.words)).message);
      resolved.push(user);
    }
    chosen.set(name, resolved);
  }
  return chosen;
}

/** The chosen users who are people of the workspace. */
function knownOf(chosen: ReadonlyMap<string, readonly ResolvedUser[]>): ChosenPeople {
  const known = (name: string) => chosen.get(name)?.flatMap((user) => (user.kind === 'person' ? user.personId : []));
  const [members, managers] = [known('members'), known('managers')];
  return { ...(members === undefined ? {} : { members }), ...(managers === undefined ? {} : { managers }) };
}

/** Adds the chosen users who aren't people of the workspace yet, and returns the ids of all. A user may be chosen in two fields. */
async function addChosen(
  chosen: ReadonlyMap<string, readonly ResolvedUser[]>,
  { request, data }: Scope,
): Promise<ChosenPeople> {
  const ids: { members?: readonly string[]; managers?: readonly string[] } = {};
  const added = new Map<string, string>();
  for (const [name, users] of chosen) {
    const personIds: string[] = [];
    for (const user of users) {
      const key = user.kind === 'person' ? user.personId : user.identity.user;
      const personId = added.get(key) ?? (await personIdOf(user, { request, data, joins: true }));
      added.set(key, personId);
      personIds.push(personId);
    }
    ids[name === 'managers' ? 'managers' : 'members'] = personIds;
  }
  return ids;
}
