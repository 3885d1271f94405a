import { loadHome } from '../../services/account/home.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { homeCard } from '../../views/account/home-card.ts';
import type { Command } from '../command.ts';

/** Shows everything at a glance: the worst first, then one row per certification and what else needs attention. */
export const home: Command = {
  name: 'home',
  role: 'member',
  writes: 'never',
  async run(context) {
    const { words, args } = context.request;
    const contents = { ...(await loadHome(context)), from: requestedOffset(args.skip) };
    return { kind: 'card', to: 'sender', card: homeCard(contents, words) };
  },
};
