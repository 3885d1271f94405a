import { answerOf } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { lastAuditableDay } from '../../services/records/record-retention.ts';
import { eraseForm } from '../../views/account/erase-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

const WORD = 'ERASE';

/** Deletes everything about the person after they typed the confirmation. */
export const erase: Command = {
  name: 'erase',
  role: 'member',
  writes: 'on-submit',
  async run({ request, data, effects }): Promise<Reply> {
    const { words, person } = request;
    const { answers } = request;
    const form = await formFor({ request, data, effects });
    if (answers === undefined) return { kind: 'form', form };
    const errors = new FormErrors(readForm(form.parts, answers), words);
    if (answerOf(answers, 'word') !== WORD) errors.replace('word', words.erase.wrongWord);
    if (errors.any) return { kind: 'form', form: { ...form, answers, errors: errors.toObject() } };
    await data.people.erase(person.personId);
    await data.directory.forgetPerson(data.workspace.workspaceId, person.personId);
    return { kind: 'card', to: 'sender', card: lineCard(words.erase.done, words.erase.doneText) };
  },
};

async function formFor(context: Context) {
  const { request, data } = context;
  const { person, words } = request;
  const records = await data.records.count(person.personId, { words: [] });
  const holdings = await data.holdings.of(person.personId);
  const until = await lastAuditableDay(person.personId, data);
  return eraseForm({ records, certifications: holdings.length, until }, words);
}
