import type { Reply } from '../../chat/reply.ts';
import { postOffer } from '../../services/opportunities/post-offer.ts';
import { offerForm } from '../../views/opportunities/offer-form.ts';
import type { Command } from '../command.ts';

/** Posts something worth attending to the team, by a form. */
export const offer: Command = {
  name: 'offer',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { words, args, answers } = context.request;
    const form = offerForm(words, answers ?? { title: (args.text ?? '').slice(0, 200), kind: 'webinar' });
    if (answers === undefined) return { kind: 'form', form };
    const posted = await postOffer({ form, answers }, context);
    if ('errors' in posted) return { kind: 'form', form: { ...form, errors: posted.errors } };
    const phrases = words.opportunity;
    const blocks = [{ kind: 'text', text: phrases.suggested } as const];
    const look = { label: phrases.search, command: 'search', args: { text: posted.title.slice(0, 100) } };
    return { kind: 'card', to: 'sender', card: { title: phrases.offerTitle, blocks, actions: [look] } };
  },
};
