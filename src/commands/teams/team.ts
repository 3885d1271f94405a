import { type Answers, answerOf, answersOf } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
import { isZone } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { changeMembers, setMembers, syncManagerRoles, type TypedChange } from '../../services/teams/team-members.ts';
import { findVisibleTeams } from '../../services/teams/visibility.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { lineCard } from '../../views/line-card.ts';
import { teamForm, teamsCard } from '../../views/teams/team-cards.ts';
import type { Command, Context } from '../command.ts';

/** Teams: who is in them, who leads them, and when their digest is posted. Admins make them; managers keep their own. */
export const team: Command = {
  name: 'team',
  role: 'manager',
  writes: 'on-submit',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { person, words } = request;
    const { text = '', delete: deleted } = request.args;
    if (request.answers !== undefined) return saveTeam(context);
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
    if (deleted !== undefined) return deleteTeam(target, context);
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

async function saveTeam(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person, now } = request;
  const answers = request.answers ?? {};
  const { state = '' } = request;
  const seen = await findVisibleTeams(context);
  const target = seen.find(({ teamId }) => teamId === state);
  if (target === undefined && (state !== '' || !may(person.role, 'admin')))
    throw new Refusal(words.team.adminMakes(answerOf(answers, 'name').slice(0, 60)));
  const form = { ...(await formFor(target, '', context)), answers };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const isTaken = (await data.teams.all()).some(
    (one) => one.teamId !== target?.teamId && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) errors.add('name', words.team.nameTaken);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const teamId = target?.teamId ?? (await data.teams.add(name, now));
  if (teamId === undefined) throw new Refusal(words.team.nameTaken);
  await data.teams.set(teamId, {
    name,
    zone: zone === '' ? null : zone,
    digestDay: Number(answerOf(answers, 'day')),
    digestHour: Number(answerOf(answers, 'hour')),
    // A digest that is moved to an earlier time of the week is not late.
    ...(target?.digestSince ? { digestSince: now } : {}),
  });
  // Where there are too many people to choose from, the form has no such fields.
  const isAdmin = may(person.role, 'admin');
  if (form.parts.some((part) => 'name' in part && ['members', 'managers'].includes(part.name)))
    await setMembers(teamId, await membersIn(answers, teamId, isAdmin, context), { data, now });
  return savedReply(teamId, name, context);
}

/** Whom a form leaves in a team and makes its managers; one who is no admin takes members out, and does nothing else. */
async function membersIn(answers: Answers, teamId: string, isAdmin: boolean, { data }: Context) {
  const before = new Map((await data.teams.membersOf(teamId)).map((one) => [one.personId, one]));
  const chosen = answersOf(answers, 'members');
  if (!isAdmin) return chosen.flatMap((personId) => before.get(personId) ?? []);
  const managers = new Set(answersOf(answers, 'managers'));
  const isFollowing = (await data.teams.get(teamId))?.follows;
  // Whoever leads a team is in it.
  const members = new Set([...(isFollowing ? before.keys() : chosen), ...managers]);
  return [...members].map((personId) => ({ personId, isManager: managers.has(personId) }));
}

/** Keeps a team in step with a group of the platform, or ends that. */
async function follow(target: Team, typed: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, person } = request;
  if (!may(person.role, 'admin')) throw new Refusal(words.team.adminAdds);
  const named = typed.trim();
  const isNobody = /^(nobody|niemand(em)?)$/iu.test(named);
  const isHere = /^(here|hier)$/iu.test(named);
  const { place } = request;
  const follows = isNobody ? null : { place, id: isHere ? '' : named.slice(0, 80), name: isHere ? '' : named };
  await data.teams.set(target.teamId, { follows, followedAt: null });
  if (!isNobody) context.effects.defer({ kind: 'sync-team', teamId: target.teamId });
  const text = isNobody ? words.team.followsNobody : words.team.followBegun;
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(target.name), text) };
}

async function savedReply(teamId: string, name: string, { request: { words }, data }: Context): Promise<Reply> {
  const members = await data.teams.membersOf(teamId);
  const leaders = members.filter(({ isManager }) => isManager).length;
  const text = words.team.savedText(members.length, leaders);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(name), text) };
}

async function deleteTeam(target: Team, { request: { words, person, now }, data }: Context): Promise<Reply> {
  if (!may(person.role, 'admin')) throw new Refusal(words.failure.notAllowed);
  const members = await data.teams.membersOf(target.teamId);
  await data.outbox.withdraw({ teamId: target.teamId }, 'off', now);
  await data.teams.delete(target.teamId);
  await syncManagerRoles(
    members.map(({ personId }) => personId),
    data,
  );
  return { kind: 'card', to: 'sender', card: lineCard(words.team.title, words.team.deleted(target.name)) };
}
