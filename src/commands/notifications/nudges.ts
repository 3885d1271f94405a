import type { Reply } from '../../chat/reply.ts';
import { nudgesCard } from '../../views/notifications/nudge-list-card.ts';

import type { Command } from '../command.ts';

const LATEST = 15;

/** Lists the private messages recert sent to the member or held back, with the reasons. */
export const nudges: Command = {
  name: 'nudges',
  role: 'member',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { person, words } = request;
    const phrases = words.nudge;
    const holdings = new Map(
      (await data.holdings.of(person.personId)).map(({ holding }) => [holding.holdingId, holding.certification]),
    );
    const nameOf = (holdingId: string) => data.catalogue.get(holdings.get(holdingId) ?? '')?.short ?? '';
    const shown = (await data.nudges.latestOf(person.personId, LATEST)).map(({ onDay, outcome, reason, topics }) => ({
      when: words.date(onDay),
      outcome: phrases.outcome[outcome],
      about: [
        ...new Set(
          topics.map((topic) => {
            const [holdingId = '', kind = ''] = topic.split(' ');
            return `${nameOf(holdingId)} ${phrases.about[kind] ?? kind}`.trim();
          }),
        ),
      ],
      reason: phrases.reason[reason] ?? reason,
    }));
    return { kind: 'card', to: 'sender', card: nudgesCard(shown, words) };
  },
};
