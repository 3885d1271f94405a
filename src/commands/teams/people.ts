import type { Reply } from '../../chat/reply.ts';
import { parseFormState } from '../../services/form-state.ts';
import { editableForm, mergeSentForm } from '../../services/merge-answers.ts';
import { labelsOfPeople } from '../../services/person-labels.ts';
import { Refusal } from '../../services/refusal.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { changeMember, readMemberForm, waitForOtherAdmins } from '../../services/teams/change-member.ts';
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
  namesPeople: true,
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const { skip, who } = request.args;
    if (request.answers !== undefined) return change(context);
    const target = who ?? request.markedText;
    if (target === '') {
      const preferences = await data.preferences.all();
      const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
      const shown = (await data.people.all()).map((person) => ({
        ...person,
        name: labelOf(person.personId),
        ...(preferences.get(person.personId) ?? DEFAULT_PREFERENCES),
      }));
      return { kind: 'card', to: 'sender', card: peopleCard(shown, { from: requestedOffset(skip) }, words) };
    }
    const personId = await findPersonOrRefuse(target, context, { joins: true });
    return {
      kind: 'form',
      form: editableForm(await formOf(await findByIdOrRefuse(personId, context), context), { person: personId }),
    };
  },
};

async function findByIdOrRefuse(personId: string, { request: { words }, data }: Context): Promise<Person> {
  const person = await data.people.get(personId);
  if (person === null) throw new Refusal(words.team.notFound(''));
  return person;
}

async function formOf(person: Person, { request: { words }, data }: Context) {
  const { leftOn, awayUntil } = await data.preferences.of(person.personId);
  const answers = { role: person.role, status: leftOn ? 'left' : 'here', away: awayUntil ?? '' };
  return { ...memberForm(person.name || words.people.nameless, words), answers };
}

async function change(context: Context): Promise<Reply> {
  const { request } = context;
  const { words } = request;
  const personId = parseFormState(request.state).person ?? '';
  await waitForOtherAdmins(context);
  const person = await findByIdOrRefuse(personId, context);
  const { answers, form, isConflict } = mergeSentForm(await formOf(person, context), request, { person: personId });
  if (isConflict) return { kind: 'form', form };
  const read = await readMemberForm({ form, answers }, person, context);
  if ('errors' in read) return { kind: 'form', form: { ...form, errors: read.errors } };
  await changeMember(person, read.change, context);
  const card = lineCard(words.people.saved(person.name), words.people.roles[read.change.role]);
  return { kind: 'card', to: 'sender', card };
}
