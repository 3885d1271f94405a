import type { Reply } from '../../chat/reply.ts';
import { standingOf } from '../../domain/standing.ts';
import { carrierOfHolding, findHoldingOrRefuse, findHoldings } from '../../services/certifications/holdings.ts';
import { requestedDate } from '../../services/pace/requested-date.ts';
import { certsCard } from '../../views/certifications/certs-card.ts';
import { paceCard, paceDetailCard } from '../../views/pace/pace-card.ts';
import type { Command } from '../command.ts';

/** Shows the pace of every certification, or of one in full, today or on another date. */
export const pace: Command = {
  name: 'pace',
  role: 'member',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { words, today } = request;
    const { day, text } = requestedDate(request);
    const on = day === today ? undefined : day;
    const holdings = await findHoldings(request.person, data);
    if (holdings.length === 0) return { kind: 'card', to: 'sender', card: certsCard([], words, today) };
    const standingOfHolding = (holding: (typeof holdings)[number]) => ({
      certification: holding.certification,
      standing: standingOf(holding, day, data.workspace.tolerance),
    });
    const own = holdings.filter(({ carriedBy }) => carriedBy === undefined);
    if (text === '')
      return { kind: 'card', to: 'sender', card: paceCard(own.map(standingOfHolding), { today: day, on }, words) };
    const target = carrierOfHolding(findHoldingOrRefuse(text, holdings, { request, data }), holdings);
    const card = paceDetailCard(standingOfHolding(target), { today: day, on }, words);
    return { kind: 'card', to: 'sender', card };
  },
};
