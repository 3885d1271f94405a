import { answerOf, answersOf } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { isZone } from '../domain/calendar.ts';
import { may } from '../domain/roles.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Team } from '../store/team-entities.ts';
import type { Membership } from '../store/teams.ts';
import { lineCard } from '../views/ask-card.ts';
import { MOST_CHOSEN, teamForm, teamsCard } from '../views/team-cards.ts';
import { skipped } from './asked-page.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { FormErrors } from './form-errors.ts';
import { personNamed } from './person-named.ts';
import { teamsSeenBy } from './sight.ts';

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
    const byHand = /^(.+?)\s+(add|remove|lead)\s+(.+)$/isu.exec(asked);
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
    return changed(meant, { verb: (byHand[2] ?? '').toLowerCase(), names: byHand[3] ?? '' }, context);
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
      members: members.length,
      managers: members.filter(({ isManager }) => isManager).map(({ personId }) => names.get(personId) ?? ''),
      digest: one.place && one.digestSince ? { weekday, hour, zone } : undefined,
    };
  });
  const about = { from: skipped(interaction.args.skip), mayAdd: may(person.role, 'admin') };
  return { kind: 'card', to: 'sender', card: teamsCard(shown, about, words) };
}

async function formFor(meant: Team | undefined, name: string, { data, words }: Context) {
  const everybody = await data.people.all();
  const people = everybody
    .filter((one) => one.name !== '')
    .map(({ personId, name: label }) => ({ value: personId, label }));
  const members = meant === undefined ? [] : await data.teams.membersOf(meant.teamId);
  const form = teamForm({ people, isNew: meant === undefined, state: meant?.teamId ?? '' }, words);
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
  if ((await data.people.all()).length <= MOST_CHOSEN) await setMembers(teamId, membersIn(answers), context);
  return card(teamId, name, context);
}

/** Whoever leads a team is in it only when chosen as a member too; the digest counts members. */
function membersIn(answers: Readonly<Record<string, string | readonly string[]>>): readonly Membership[] {
  const managers = new Set(answersOf(answers, 'managers'));
  const members = new Set([...answersOf(answers, 'members'), ...managers]);
  return [...members].map((personId) => ({ personId, isManager: managers.has(personId) }));
}

async function changed(
  meant: Team,
  { verb, names }: { readonly verb: string; readonly names: string },
  context: Context,
): Promise<Reply> {
  const { data, words } = context;
  const everybody = await data.people.all();
  const people = names.split(',').map((name) => personNamed(name, everybody, words));
  const members = new Map((await data.teams.membersOf(meant.teamId)).map((one) => [one.personId, one]));
  for (const { personId } of people) {
    if (verb === 'remove') members.delete(personId);
    else members.set(personId, { personId, isManager: verb === 'lead' || members.get(personId)?.isManager === true });
  }
  await setMembers(meant.teamId, [...members.values()], context);
  return card(meant.teamId, meant.name, context);
}

async function setMembers(teamId: string, wanted: readonly Membership[], { data, now }: Context): Promise<void> {
  await keepRoles(await data.teams.setMembers(teamId, wanted, now), data);
  await data.alarms.wake(data.workspace.workspaceId, now);
}

/** Whoever leads a team is a manager, and whoever leads none any more is not. */
export async function keepRoles(personIds: readonly string[], data: WorkspaceData): Promise<void> {
  for (const personId of personIds) {
    const person = await data.people.get(personId);
    const leads = await data.teams.leads(personId);
    if (person?.role === 'member' && leads) await data.people.setRole(personId, 'manager');
    if (person?.role === 'manager' && !leads) await data.people.setRole(personId, 'member');
  }
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
