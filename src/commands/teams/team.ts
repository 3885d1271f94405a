import { type Answers, answerOf, answersOf, type Form, fieldsOf } from '../../chat/form.ts';
import { withLabels } from '../../chat/mention.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { isZone } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState } from '../../services/form-state.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import { personOfUser } from '../../services/named-users.ts';
import { labelsOfPeople } from '../../services/person-labels.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { refusalOfNonAdmin } from '../../services/teams/ask-admin.ts';
import {
  type ChosenPeople,
  deleteTeam,
  type GroupChoice,
  isTeamNameTaken,
  saveTeam,
  setFollowedGroup,
} from '../../services/teams/edit-team.ts';
import { changeMembers, peopleToKeep, type TypedChange } from '../../services/teams/team-members.ts';
import { findVisibleTeams } from '../../services/teams/visibility.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { teamForm, teamsCard } from '../../views/teams/team-cards.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Lists, creates and edits teams: members, managers, and the time of the digest. Admins create teams; managers edit their own. */
export const team: Command = {
  name: 'team',
  role: 'manager',
  writes: 'on-submit',
  namesPeople: true,
  async run(context): Promise<Reply> {
    const { request } = context;
    const { person, words } = request;
    const { delete: deleted } = request.args;
    const text = request.markedText;
    if (request.answers !== undefined) return submitTeam(context);
    const marked = [text, deleted ?? ''].join(' ').trim();
    if (marked === '') return list(context);
    const byHand = /^(.+?)\s+(add|remove|lead|follow)\s+(.+)$/isu.exec(marked);
    const requested = withLabels(marked, request.mentions);
    const seen = await findVisibleTeams(context);
    const named = (name: string) =>
      seen.find((one) => one.teamId === name || one.name.toLowerCase() === name.trim().toLowerCase());
    const target = named(withLabels(byHand?.[1] ?? marked, request.mentions));
    if (target === undefined) {
      if (!may(person.role, 'admin'))
        throw await refusalOfNonAdmin(words.team.adminMakes(requested.slice(0, 60)), context.data, words);
      if (byHand || deleted !== undefined)
        throw new Refusal(
          words.team.unknown(
            requested,
            seen.map(({ name }) => name),
          ),
        );
      return { kind: 'form', form: await formFor(undefined, requested.slice(0, 60), context) };
    }
    if (deleted !== undefined) return confirmDeletion(target, context);
    if (byHand === null)
      return { kind: 'form', form: editableForm(await formFor(target, target.name, context), stateOf(target)) };
    const [, , verb = '', names = ''] = byHand;
    if (verb.toLowerCase() === 'follow') return follow(target, withLabels(names, request.mentions), context);
    await changeMembers(target, { verb: verb.toLowerCase() as TypedChange['verb'], names }, context);
    return savedReply(target.teamId, target.name, context);
  },
};

async function list(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const memberships = await data.teams.memberships();
  const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
  const shown = (await findVisibleTeams(context)).map((one) => {
    const members = memberships.get(one.teamId) ?? [];
    const { teamId, name, digestDay: weekday, digestHour: hour, lastError: problems } = one;
    const zone = one.zone ?? data.workspace.zone;
    return {
      teamId,
      name,
      problem: problems,
      follows: one.follows?.name,
      members: members.length,
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => labelOf(personId)),
      digest: one.place && one.digestSince ? { weekday, hour, zone } : undefined,
    };
  });
  const about = { from: requestedOffset(request.args.skip), mayAdd: may(person.role, 'admin') };
  return { kind: 'card', to: 'sender', card: teamsCard(shown, about, words) };
}

/** The form of a team, with what is stored; members and managers by the ids of their users on the reader's platform. */
async function formFor(target: Team | undefined, name: string, { request, data }: Context): Promise<Form> {
  const { words, person, from } = request;
  const isAdmin = may(person.role, 'admin');
  const members = target === undefined ? [] : await data.teams.membersOf(target.teamId);
  const within = new Set(members.map(({ personId }) => personId));
  const identities = await data.people.withIdentities();
  const labelOf = labelsOfPeople(identities, words);
  const here = identities.filter(({ platform, tenant }) => platform === from.platform && tenant === from.tenant);
  const userOf = new Map(here.map(({ personId, user }) => [personId, user]));
  const people = [...userOf].flatMap(([personId, value]) =>
    isAdmin || within.has(personId) ? [{ value, label: labelOf(personId) }] : [],
  );
  const onOtherPlatform = members
    .filter(({ personId }) => !userOf.has(personId))
    .map(({ personId }) => labelOf(personId));
  const about = { people, onOtherPlatform, members: members.length, isNew: target === undefined, mayAdd: isAdmin };
  const users = (some: typeof members) => some.flatMap(({ personId }) => userOf.get(personId) ?? []);
  return {
    ...teamForm({ ...about, follows: target?.follows?.name }, words),
    answers: {
      name,
      members: users(members),
      managers: users(members.filter(({ isManager }) => isManager)),
      day: String(target?.digestDay ?? 1),
      hour: String(target?.digestHour ?? 9),
      zone: target?.zone ?? '',
    },
  };
}

async function submitTeam(context: Context): Promise<Reply> {
  const { request } = context;
  const { words, person } = request;
  const state = parseFormState(request.state);
  const team = (await findVisibleTeams(context)).find(({ teamId }) => teamId === state.team);
  if (team === undefined && (state.team !== undefined || !may(person.role, 'admin')))
    throw await refusalOfNonAdmin(
      words.team.adminMakes(answerOf(request.answers, 'name').slice(0, 60)),
      context.data,
      words,
    );
  const stored = await formFor(team, team?.name ?? '', context);
  const { answers, form, isConflict } = mergeSentForm(stored, request, stateOf(team));
  if (isConflict) return { kind: 'form', form };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  if (await isTeamNameTaken(name, team, context)) errors.add('name', words.team.nameTaken);
  const chosen = await readChosenPeople(form, answers, { team, context, errors });
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  return savedReply(await saveTeam(team, { answers, ...chosen }, context), name, context);
}

function stateOf(team: Team | undefined): { readonly team?: string } {
  return team === undefined ? {} : { team: team.teamId };
}

/** The people chosen in the form's fields. Who can't be chosen is an error of the field. */
async function readChosenPeople(
  { parts }: Form,
  answers: Answers,
  {
    team,
    context,
    errors,
  }: { readonly team: Team | undefined; readonly context: Context; readonly errors: FormErrors },
): Promise<ChosenPeople> {
  const { request, data } = context;
  const joins = may(request.person.role, 'admin');
  const allowed = joins || team === undefined ? undefined : await peopleToKeep(team, context);
  const chosen: { members?: readonly string[]; managers?: readonly string[] } = {};
  for (const { name } of fieldsOf(parts).filter(({ kind }) => kind === 'people')) {
    const personIds: string[] = [];
    for (const user of answersOf(answers, name)) {
      const personId = await personOfUser(user, { request, data, joins }).catch((error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        errors.add(name, error.message);
      });
      if (personId === undefined) continue;
      if (allowed !== undefined && !allowed.has(personId))
        errors.add(name, (await refusalOfNonAdmin(request.words.team.adminAdds, data, request.words)).message);
      personIds.push(personId);
    }
    chosen[name === 'managers' ? 'managers' : 'members'] = personIds;
  }
  return chosen;
}

/** Syncs a team with a group of the platform from now on, or stops it. */
async function follow(team: Team, typed: string, context: Context): Promise<Reply> {
  const { words, person } = context.request;
  if (!may(person.role, 'admin')) throw await refusalOfNonAdmin(words.team.adminAdds, context.data, words);
  const group = parseGroup(typed.trim());
  await setFollowedGroup(team, group, context);
  if (group.kind !== 'none') context.effects.defer({ kind: 'sync-team', teamId: team.teamId });
  const text = group.kind === 'none' ? words.team.followsNone : words.team.followBegun;
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(team.name), text) };
}

function parseGroup(typed: string): GroupChoice {
  if (/^(nobody|niemand(em)?)$/iu.test(typed)) return { kind: 'none' };
  return /^(here|hier)$/iu.test(typed) ? { kind: 'here' } : { kind: 'named', name: typed };
}

async function savedReply(teamId: string, name: string, { request: { words }, data }: Context): Promise<Reply> {
  const members = await data.teams.membersOf(teamId);
  const leaders = members.filter(({ isManager }) => isManager).length;
  const text = words.team.savedText(members.length, leaders);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(name), text) };
}

async function confirmDeletion(team: Team, context: Context): Promise<Reply> {
  const { words, person } = context.request;
  if (!may(person.role, 'admin')) throw await refusalOfNonAdmin(words.failure.notAllowed, context.data, words);
  await deleteTeam(team, context);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.title, words.team.deleted(team.name)) };
}
