import type { Reply } from '../../chat/reply.ts';
import { removeHolding } from '../../services/certifications/remove-holding.ts';
import { Refusal } from '../../services/refusal.ts';
import { confirmRemovalCard, removedCard } from '../../views/certifications/remove-card.ts';
import type { Command } from '../command.ts';

/**
 * Removes a certification that was added by mistake. What that takes back of others is shown before. Throws `Refusal` if credits are logged
 * for it.
 */
export const remove: Command = {
  name: 'remove',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { words, today, args } = context.request;
    const { text = '', confirm } = args;
    if (text === '') throw new Refusal(words.remove.which);
    const { kind, effect } = await removeHolding(text, confirm === 'yes', context);
    const card = kind === 'removed' ? removedCard(effect, today, words) : confirmRemovalCard(effect, today, words);
    return { kind: 'card', to: 'sender', card };
  },
};
