import { type Answers, answerOf, answersOf } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { isZone } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import type { Team } from '../store/team-entities.ts';
import { lineCard } from '../views/ask-card.ts';
import { teamForm, teamsCard } from '../views/team-cards.ts';
import { skipped } from './asked-page.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { FormErrors } from './form-errors.ts';
import { teamsSeenBy } from './sight.ts';
import { changeMembers, keepRoles, setMembers, type TypedChange } from './team-members.ts';

/** Teams: who is in them, who leads them, and when their digest is posted. Admins make them; managers keep their own. */
export const team: Command = {
  name: 'team',
  role: 'manager',
  changes: 'when sent',
  async run(context): Promise<Reply> {
    const { interaction, person, words } = context;
    const { text = '', delete: deleted } = interaction.args;
    if (interaction.answers !== undefined) return saved(context);
    const asked = [text, deleted ?? ''].join(' ').trim();
    if (asked === '') return list(context);
    const byHand = /^(.+?)\s+(add|remove|lead|follow)\s+(.+)$/isu.exec(asked);
    const seen = await teamsSeenBy(context);
    const named = (name: string) =>
      seen.find((one) => one.teamId === name || one.name.toLowerCase() === name.trim().toLowerCase());
    const meant = named(byHand?.[1] ?? asked);
    if (meant === undefined) {
      if (!may(person.role, 'admin')) throw new Refusal(words.team.adminMakes(asked.slice(0, 60)));
      if (byHand || deleted !== undefined)
        throw new Refusal(
          words.team.unknown(
            asked,
            seen.map(({ name }) => name),
          ),
        );
      return { kind: 'form', form: await formFor(undefined, asked.slice(0, 60), context) };
    }
    if (deleted !== undefined) return gone(meant, context);
    if (byHand === null) return { kind: 'form', form: await formFor(meant, meant.name, context) };
    const [, , verb = '', names = ''] = byHand;
    if (verb.toLowerCase() === 'follow') return follow(meant, names, context);
    await changeMembers(meant, { verb: verb.toLowerCase() as TypedChange['verb'], names }, context);
    return card(meant.teamId, meant.name, context);
  },
};

async function list(context: Context): Promise<Reply> {
  const { data, words, person, interaction } = context;
  const memberships = await data.teams.memberships();
  const names = new Map((await data.people.all()).map(({ personId, name }) => [personId, name]));
  const shown = (await teamsSeenBy(context)).map((one) => {
    const members = memberships.get(one.teamId) ?? [];
    const { teamId, name, digestDay: weekday, digestHour: hour, trouble } = one;
    const zone = one.zone ?? data.workspace.zone;
    return {
      teamId,
      name,
      trouble,
      follows: one.follows?.name,
      members: members.length,
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => names.get(personId) ?? ''),
      digest: one.place && one.digestSince ? { weekday, hour, zone } : undefined,
    };
  });
  const about = { from: skipped(interaction.args.skip), mayAdd: may(person.role, 'admin') };
  return { kind: 'card', to: 'sender', card: teamsCard(shown, about, words) };
}

async function formFor(meant: Team | undefined, name: string, { data, words, person }: Context) {
  const isAdmin = may(person.role, 'admin');
  const members = meant === undefined ? [] : await data.teams.membersOf(meant.teamId);
  const within = new Set(members.map(({ personId }) => personId));
  const people = (await data.people.all())
    .filter((one) => one.name !== '' && (isAdmin || within.has(one.personId)))
    .map(({ personId, name: label }) => ({ value: personId, label }));
  const about = { people, isNew: meant === undefined, mayAdd: isAdmin, follows: meant?.follows?.name };
  const form = teamForm({ ...about, state: meant?.teamId ?? '' }, words);
  return {
    ...form,
    answers: {
      name,
      members: members.map(({ personId }) => personId),
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => personId),
      day: String(meant?.digestDay ?? 1),
      hour: String(meant?.digestHour ?? 9),
      zone: meant?.zone ?? '',
    },
  };
}

async function saved(context: Context): Promise<Reply> {
  const { interaction, words, data, person, now } = context;
  const answers = interaction.answers ?? {};
  const { state = '' } = interaction;
  const seen = await teamsSeenBy(context);
  const meant = seen.find(({ teamId }) => teamId === state);
  if (meant === undefined && (state !== '' || !may(person.role, 'admin')))
    throw new Refusal(words.team.adminMakes(answerOf(answers, 'name').slice(0, 60)));
  const form = { ...(await formFor(meant, '', context)), answers };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const name = answerOf(answers, 'name').trim();
  const zone = answerOf(answers, 'zone').trim();
  if (zone !== '' && !isZone(zone)) errors.add('zone', words.team.badZone(zone));
  const isTaken = (await data.teams.all()).some(
    (one) => one.teamId !== meant?.teamId && one.name.toLowerCase() === name.toLowerCase(),
  );
  if (isTaken) errors.add('name', words.team.nameTaken);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  const teamId = meant?.teamId ?? (await data.teams.add(name, now));
  if (teamId === undefined) throw new Refusal(words.team.nameTaken);
  await data.teams.set(teamId, {
    name,
    zone: zone === '' ? null : zone,
    digestDay: Number(answerOf(answers, 'day')),
    digestHour: Number(answerOf(answers, 'hour')),
    // A digest that is moved to an earlier time of the week is not late.
    ...(meant?.digestSince ? { digestSince: now } : {}),
  });
  // Where there are too many people to choose from, the form has no such fields.
  const isAdmin = may(person.role, 'admin');
  if (form.parts.some((part) => 'name' in part && ['members', 'managers'].includes(part.name)))
    await setMembers(teamId, await membersIn(answers, teamId, isAdmin, context), context);
  return card(teamId, name, context);
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
async function follow(meant: Team, typed: string, context: Context): Promise<Reply> {
  const { data, words, person, interaction } = context;
  if (!may(person.role, 'admin')) throw new Refusal(words.team.adminAdds);
  const named = typed.trim();
  const isNobody = /^(nobody|niemand(em)?)$/iu.test(named);
  const isHere = /^(here|hier)$/iu.test(named);
  const { place } = interaction;
  const follows = isNobody ? null : { place, id: isHere ? '' : named.slice(0, 80), name: isHere ? '' : named };
  await data.teams.set(meant.teamId, { follows, followedAt: null });
  if (!isNobody) context.follow(meant.teamId);
  const text = isNobody ? words.team.followsNobody : words.team.followBegun;
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(meant.name), text) };
}

async function card(teamId: string, name: string, { data, words }: Context): Promise<Reply> {
  const members = await data.teams.membersOf(teamId);
  const leaders = members.filter(({ isManager }) => isManager).length;
  const text = words.team.savedText(members.length, leaders);
  return { kind: 'card', to: 'sender', card: lineCard(words.team.saved(name), text) };
}

async function gone(meant: Team, { data, words, person, now }: Context): Promise<Reply> {
  if (!may(person.role, 'admin')) throw new Refusal(words.failure.notAllowed);
  const members = await data.teams.membersOf(meant.teamId);
  await data.outbox.withdraw({ teamId: meant.teamId }, 'off', now);
  await data.teams.delete(meant.teamId);
  await keepRoles(
    members.map(({ personId }) => personId),
    data,
  );
  return { kind: 'card', to: 'sender', card: lineCard(words.team.title, words.team.deleted(meant.name)) };
}
