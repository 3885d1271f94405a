import { answerOf } from '../../chat/form.ts';
import { withLanguage } from '../../chat/platform-phrases.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { parseDay } from '../../domain/calendar.ts';
import type { Role } from '../../domain/roles.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { findPersonOrRefuse } from '../../services/teams/find-person.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import { wordsFor } from '../../strings/index.ts';
import { memberForm } from '../../views/teams/member-form.ts';
import { goodbyeCard, peopleCard } from '../../views/teams/people-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Lists the people of the workspace with their roles and leave; admins change them, and mark people who left. */
export const people: Command = {
  name: 'people',
  role: 'admin',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const { text = '', skip, who } = request.args;
    const everybody = await data.people.all();
    if (request.answers !== undefined) return change(request.state ?? '', everybody, context);
    const target = who ?? text.trim();
    if (target === '') {
      const preferences = await data.preferences.all();
      const shown = everybody.map((person) => ({
        ...person,
        ...(preferences.get(person.personId) ?? DEFAULT_PREFERENCES),
      }));
      return { kind: 'card', to: 'sender', card: peopleCard(shown, { from: requestedOffset(skip) }, words) };
    }
    return { kind: 'form', form: await formOf(findPersonOrRefuse(target, everybody, words), context) };
  },
};

async function formOf(person: Person, { request: { words }, data }: Context) {
  const { leftOn, awayUntil } = await data.preferences.of(person.personId);
  const answers = { role: person.role, status: leftOn ? 'left' : 'here', away: awayUntil ?? '' };
  return { ...memberForm(person.name, person.personId, words), answers };
}

async function change(personId: string, everybody: readonly Person[], context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, today, now } = request;
  const answers = request.answers ?? {};
  const person = everybody.find((one) => one.personId === personId);
  if (person === undefined) throw new Refusal(words.team.notFound(''));
  const form = { ...(await formOf(person, context)), answers };
  const errors = new FormErrors(readForm(form.parts, answers), words);
  const typed = answerOf(answers, 'away');
  const away = typed === '' ? undefined : parseDay(typed);
  if (typed !== '' && away === undefined) errors.add('away', words.pace.badDay(typed));
  const role = answerOf(answers, 'role') as Role;
  const hasLeft = answerOf(answers, 'status') === 'left';
  const others = everybody.filter((one) => one.role === 'admin' && one.personId !== personId);
  const preferences = await data.preferences.some(others.map((one) => one.personId));
  const isLast = others.every((one) => preferences.get(one.personId)?.leftOn);
  if (person.role === 'admin' && (role !== 'admin' || hasLeft) && isLast)
    errors.add(role === 'admin' ? 'status' : 'role', words.people.lastAdmin);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  if (role !== person.role) await data.people.setRole(personId, role);
  const { leftOn } = await data.preferences.of(personId);
  await data.preferences.save(personId, { leftOn: hasLeft ? (leftOn ?? today) : null, awayUntil: away ?? null });
  if (hasLeft && !leftOn) await notifyDeparture(person, context);
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
  return {
    kind: 'card',
    to: 'sender',
    card: lineCard(words.people.saved(person.name), words.people.roles[role]),
  };
}

/** Tells a person who was marked as having left that their record stays theirs, and how to export it. */
async function notifyDeparture(
  { personId, locale }: Person,
  { request: { today, now }, data }: Context,
): Promise<void> {
  const [place] = await data.people.addressesOf(personId);
  if (place === undefined) return;
  const words = wordsFor((await data.preferences.of(personId)).locale ?? locale);
  const card = withLanguage(goodbyeCard(words), words.language);
  await data.outbox.plan({ key: `left ${personId} ${today}`, purpose: 'notice', place, card, personId }, now);
}
