import type { Reply } from '../../chat/reply.ts';
import { labelsOfPeople } from '../../services/person-labels.ts';
import { accessCard } from '../../views/account/access-card.ts';
import type { Command } from '../command.ts';

const LATEST = 20;

/** Lists who viewed the member's record, the latest first. */
export const access: Command = {
  name: 'access',
  aliases: ['looks'],
  role: 'member',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { person, words } = request;
    const identities = await data.people.withIdentities();
    const labelOf = labelsOfPeople(identities, words);
    const known = new Set(identities.map(({ personId }) => personId));
    const seen = (await data.audit.historyOf(person.personId)).filter(({ what }) => what === 'look').reverse();
    const zone = person.zone ?? data.workspace.zone;
    const shown = seen.slice(0, LATEST).map(({ at, actor, why }) => ({
      when: words.moment(at, zone),
      who:
        actor === 'operator'
          ? words.access.operator
          : actor === 'recert'
            ? words.access.itself
            : known.has(actor)
              ? labelOf(actor)
              : '',
      what: words.access.subjects[why] ?? why,
    }));
    return { kind: 'card', to: 'sender', card: accessCard(shown, words) };
  },
};
