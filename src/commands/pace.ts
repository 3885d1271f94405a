import type { Reply } from '../chat/interaction.ts';
import { standingOf } from '../domain/standing.ts';
import { certsCard } from '../views/certs-card.ts';
import { paceCard, paceDetailCard } from '../views/pace-card.ts';
import { askedDay } from './asked-day.ts';
import type { Command } from './command.ts';
import { countedWith, heldOrRefused, holdingsOf } from './held.ts';

/** Ahead, on track or behind: for every certification, or one in full; today or on another date. */
export const pace: Command = {
  name: 'pace',
  role: 'member',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { data, words, today } = context;
    const { day, text } = askedDay(context);
    const on = day === today ? undefined : day;
    const holdings = await holdingsOf(context);
    if (holdings.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, today) };
    const stood = (holding: (typeof holdings)[number]) => ({
      certification: holding.certification,
      standing: standingOf(holding, day, data.workspace.tolerance),
    });
    const own = holdings.filter(({ carriedBy }) => carriedBy === undefined);
    if (text === '') return { kind: 'card', to: 'sender', card: paceCard(own.map(stood), words, day, on) };
    const meant = countedWith(heldOrRefused(text, holdings, context), holdings);
    const card = paceDetailCard(stood(meant), words, day, on);
    return { kind: 'card', to: 'sender', card };
  },
};
