import type { Reply } from '../../chat/reply.ts';
import { countOwnData, eraseOwnData } from '../../services/account/erase-own-data.ts';
import { eraseForm } from '../../views/account/erase-form.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command } from '../command.ts';

/** Deletes everything about the person after they typed the confirmation. */
export const erase: Command = {
  name: 'erase',
  role: 'member',
  writes: 'on-submit',
  opensForm: true,
  async run(context): Promise<Reply> {
    const { words, answers } = context.request;
    const form = eraseForm(await countOwnData(context), words);
    if (answers === undefined) return { kind: 'form', form };
    const errors = await eraseOwnData({ form, answers }, context);
    if (errors !== undefined) return { kind: 'form', form: { ...form, answers, errors } };
    return { kind: 'card', to: 'sender', card: lineCard(words.erase.done, words.erase.doneText) };
  },
};
