import { findHolding, findHoldings } from '../../services/certifications/holdings.ts';
import { Refusal } from '../../services/refusal.ts';
import type { Command } from '../command.ts';

/** Removes a certification that was added by mistake. Throws `Refusal` if credits are logged for it. */
export const remove: Command = {
  name: 'remove',
  role: 'member',
  writes: 'always',
  async run({ request, data }) {
    const { words, person } = request;
    const { text = '' } = request.args;
    if (text === '') throw new Refusal(words.remove.which);
    const target = findHolding(text, await findHoldings(request.person, data), data.catalogue);
    if (target === undefined) throw new Refusal(words.pace.unknown(text, undefined));
    const { short, code } = target.certification;
    if (!(await data.holdings.remove(person.personId, target.holdingId)))
      throw new Refusal(words.remove.claimed(short));
    const again = { label: words.certs.add, command: 'add', args: { text: code }, opensForm: true };
    const blocks = [{ kind: 'text', text: words.remove.text } as const];
    return { kind: 'card', to: 'sender', card: { title: words.remove.removed(short), blocks, actions: [again] } };
  },
};
