import { standingOf } from '../domain/standing.ts';
import { certsCard } from '../views/certs-card.ts';
import type { Command } from './command.ts';
import { holdingsOf } from './held.ts';

/** What the member holds: numbers, cycles and headlines. */
export const certs: Command = {
  name: 'certs',
  role: 'member',
  changes: 'never',
  async run(context) {
    const { today, words, data } = context;
    const listed = (await holdingsOf(context)).map((holding) => ({
      certification: holding.certification,
      number: holding.number,
      carriedBy: holding.carriedBy,
      standing: standingOf(holding, today, data.workspace.tolerance),
    }));
    return { kind: 'card', to: 'sender', card: certsCard(listed, words, today) };
  },
};
