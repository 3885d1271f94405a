import type { Reply } from '../chat/interaction.ts';
import { looksCard } from '../views/looks-card.ts';
import type { Command } from './command.ts';

const LATEST = 20;

/** Who looked at the member's record, the latest first. */
export const looks: Command = {
  name: 'looks',
  role: 'member',
  changes: 'never',
  async run({ data, person, words }): Promise<Reply> {
    const names = new Map((await data.people.all()).map(({ personId, name }) => [personId, name]));
    const seen = (await data.audit.historyOf(person.personId)).filter(({ what }) => what === 'look').reverse();
    const zone = person.zone ?? data.workspace.zone;
    const shown = seen.slice(0, LATEST).map(({ at, actor, why }) => ({
      when: words.moment(at, zone),
      who:
        actor === 'operator' ? words.wish.operator : actor === 'recert' ? words.wish.itself : (names.get(actor) ?? ''),
      what: words.wish.lookOf[why] ?? why,
    }));
    return { kind: 'card', to: 'sender', card: looksCard(shown, words) };
  },
};
