import type { Reply } from '../../chat/reply.ts';
import { dayIn } from '../../domain/calendar.ts';
import { labelsOfPeople } from '../../services/person-labels.ts';
import { accessCard } from '../../views/account/access-card.ts';
import type { Command } from '../command.ts';

const LATEST = 20;
/** The reason of what a program asked for on a person's behalf. */
const BY_AGENT = 'agent';

interface View {
  readonly at: Date;
  readonly actor: string;
  readonly why: string;
}

/** The views of a record, those through a program as one for each day, so that they don't hide the others. `views` is the latest first. */
function mergeAgentViews(views: readonly View[], zone: string): readonly (View & { readonly count: number })[] {
  const byDay = Map.groupBy(
    views.filter(({ why }) => why === BY_AGENT),
    ({ at }) => dayIn(zone, at),
  );
  const latest = new Map([...byDay.values()].map((ofDay) => [ofDay[0], ofDay.length]));
  return views.flatMap((view) => {
    const count = view.why === BY_AGENT ? latest.get(view) : 1;
    return count === undefined ? [] : [{ ...view, count }];
  });
}

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
    const shown = mergeAgentViews(seen, zone)
      .slice(0, LATEST)
      .map(({ at, actor, why, count }) => ({
        when: words.moment(at, zone),
        who:
          actor === 'operator'
            ? words.access.operator
            : actor === 'recert'
              ? words.access.itself
              : known.has(actor)
                ? labelOf(actor)
                : '',
        what: why === BY_AGENT ? words.access.byAgent(count) : (words.access.subjects[why] ?? why),
      }));
    return { kind: 'card', to: 'sender', card: accessCard(shown, words) };
  },
};
