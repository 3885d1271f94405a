import { findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { type Command, Refusal } from '../command.ts';

/** Takes a certification away that was added by mistake; refused once credits are logged for it. */
export const remove: Command = {
  name: 'remove',
  role: 'member',
  writes: 'at once',
  async run(context) {
    const { interaction, words, catalogue, data, person } = context;
    const { text = '' } = interaction.args;
    if (text === '') throw new Refusal(words.remove.which);
    const target = findHolding(text, await findHoldings(context), catalogue);
    if (target === undefined) throw new Refusal(words.pace.unknown(text, undefined));
    const { short, code } = target.certification;
    if (!(await data.holdings.remove(person.personId, target.holdingId)))
      throw new Refusal(words.remove.claimed(short));
    const again = { label: words.certs.add, command: 'add', args: { text: code }, opensForm: true };
    const blocks = [{ kind: 'text', text: words.remove.text } as const];
    return { kind: 'card', to: 'sender', card: { title: words.remove.removed(short), blocks, actions: [again] } };
  },
};
