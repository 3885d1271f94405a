import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { isZone } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import {
  deleteTeam,
  type GroupChoice,
  isTeamNameTaken,
  saveTeam,
  setFollowedGroup,
} from '../../services/teams/edit-team.ts';
import { changeMembers, type TypedChange } from '../../services/teams/team-members.ts';
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
  async run(context): Promise<Reply> {
    const { request } = context;
    const { person, words } = request;
    const { text = '', delete: deleted } = request.args;
    if (request.answers !== undefined) return submitTeam(context);
    const requested = [text, deleted ?? ''].join(' ').trim();
    if (requested === '') return list(context);
    const byHand = /^(.+?)\s+(add|remove|lead|follow)\s+(.+)$/isu.exec(requested);
    const seen = await findVisibleTeams(context);
    const named = (name: string) =>
      seen.find((one) => one.teamId === name || one.name.toLowerCase() === name.trim().toLowerCase());
    const target = named(byHand?.[1] ?? requested);
    if (target === undefined) {
      if (!may(person.role, 'admin')) throw new Refusal(words.team.adminMakes(requested.slice(0, 60)));
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
    if (byHand === null) return { kind: 'form', form: await formFor(target, target.name, context) };
    const [, , verb = '', names = ''] = byHand;
    if (verb.toLowerCase() === 'follow') return follow(target, names, context);
    await changeMembers(target, { verb: verb.toLowerCase() as TypedChange['verb'], names }, context);
    return savedReply(target.teamId, target.name, context);
  },
};

async function list(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  const memberships = await data.teams.memberships();
  const names = new Map((await data.people.all()).map(({ personId, name }) => [personId, name]));
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
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => names.get(personId) ?? ''),
      digest: one.place && one.digestSince ? { weekday, hour, zone } : undefined,
    };
  });
  const about = { from: requestedOffset(request.args.skip), mayAdd: may(person.role, 'admin') };
  return { kind: 'card', to: 'sender', card: teamsCard(shown, about, words) };
}

async function formFor(target: Team | undefined, name: string, { request: { words, person }, data }: Context) {
  const isAdmin = may(person.role, 'admin');
  const members = target === undefined ? [] : await data.teams.membersOf(target.teamId);
  const within = new Set(members.map(({ personId }) => personId));
  const people = (await data.people.all())
    .filter((one) => one.name !== '' && (isAdmin || within.has(one.personId)))
    .map(({ personId, name: label }) => ({ value: personId, label }));
  const about = { people, isNew: target === undefined, mayAdd: isAdmin, follows: target?.follows?.name };
  const form = teamForm({ ...about, state: target?.teamId ?? '' }, words);
  return {
    ...form,
    answers: {
      name,
      members: members.map(({ personId }) => personId),
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => personId),
      day: String(target?.digestDay ?? 1),
      hour: String(target?.digestHour ?? 9),
      zone: target?.zone ?? '',
    },
  };
}

async function submitTeam(context: Context): Promise<Reply> {
  const { words, person, answers = {}, state = '' } = context.request;
  const team = (await findVisibleTeams(context)).find(({ teamId }) => teamId === state);
  if (team === undefined && (state !== '' || !may(person.role, 'admin')))
    throw new Refusal(words.team.adminMakes(answerOf(answers, 'name').slice(0, 60)));
  const form = { ...(await formFor(team, '', context)), answers };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  if (await isTeamNameTaken(name, team, context)) errors.add('name', words.team.nameTaken);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const hasMembers = form.parts.some((part) => 'name' in part && ['members', 'managers'].includes(part.name));
  return savedReply(await saveTeam(team, { answers, hasMembers }, context), name, context);
}

/** Syncs a team with a group of the platform from now on, or stops it. */
async function follow(team: Team, typed: string, context: Context): Promise<Reply> {
  const { words, person } = context.request;
  if (!may(person.role, 'admin')) throw new Refusal(words.team.adminAdds);
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
  if (!may(person.role, 'admin')) throw new Refusal(words.failure.notAllowed);
  await deleteTeam(team, context);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.title, words.team.deleted(team.name)) };
}
