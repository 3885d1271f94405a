import type { Reply } from '../../chat/reply.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { changeMember, readMemberForm } from '../../services/teams/change-member.ts';
import { findPersonOrRefuse } from '../../services/teams/find-person.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import { memberForm } from '../../views/teams/member-form.ts';
import { peopleCard } from '../../views/teams/people-card.ts';
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
  const { words, answers = {} } = context.request;
  const person = everybody.find((one) => one.personId === personId);
  if (person === undefined) throw new Refusal(words.team.notFound(''));
  const form = { ...(await formOf(person, context)), answers };
  const read = await readMemberForm({ form, answers }, person, context);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  await changeMember(person, read.change, context);
  const card = lineCard(words.people.saved(person.name), words.people.roles[read.change.role]);
  return { kind: 'card', to: 'sender', card };
}
