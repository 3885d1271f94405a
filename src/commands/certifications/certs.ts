import { standingOf } from '../../domain/standing.ts';
import { findHoldings } from '../../services/certifications/holdings.ts';
import { certsCard } from '../../views/certifications/certs-card.ts';
import type { Command } from '../command.ts';

/** Lists the member's certifications with numbers, cycles and standing. */
export const certs: Command = {
  name: 'certs',
  role: 'member',
  writes: 'never',
  dependsOn: 'standing',
  async run({ request, data }) {
    const { today, words } = request;
    const listed = (await findHoldings(request.person, data)).map((holding) => ({
      certification: holding.certification,
      number: holding.number,
      carriedBy: holding.carriedBy,
      standing: standingOf(holding, today, data.workspace.tolerance),
    }));
    return { kind: 'card', to: 'sender', card: certsCard(listed, words, today) };
  },
};
