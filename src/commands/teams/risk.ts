import type { Reply } from '../../chat/reply.ts';
import { atRisk, daysLeftOf } from '../../domain/digest-content.ts';
import type { Standing } from '../../domain/standing.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { isActiveMember, loadStandings } from '../../services/teams/team-standings.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { type Risk, riskCard } from '../../views/teams/risk-card.ts';
import type { Command } from '../command.ts';

/** Lists the members of a team who are at risk, the nearest deadline first. Each view is in the log that members can see. */
export const risk: Command = {
  name: 'risk',
  role: 'manager',
  writes: 'never',
  async run({ request, data }): Promise<Reply> {
    const { today, words, person } = request;
    const { text = '', skip } = request.args;
    const team = await findTeamOrRefuse(text, { request, data });
    const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
    const preferences = await data.preferences.some(personIds);
    const people = (await data.people.some({ personIds })).filter(({ personId }) => !preferences.get(personId)?.leftOn);
    const members = await loadStandings(people, () => today, data);
    const risks = members
      .flatMap((member) =>
        atRisk(member.holdings).map(({ certification, standing, inDebt }): Risk => {
          const { name } = member.person;
          const left = daysLeftOf(standing);
          return { name, isAway: !isActiveMember(member.preferences, today), certification, standing, left, inDebt };
        }),
      )
      .sort((a, b) => (a.left ?? 0) - (b.left ?? 0) || a.name.localeCompare(b.name));
    const renewed = members.flatMap(({ person: { name }, holdings }) =>
      holdings.flatMap(({ certification, standing }) => (isRenewed(standing) ? { name, certification, standing } : [])),
    );
    // Whoever is not on the list was looked at all the same.
    for (const { personId } of people)
      if (personId !== person.personId)
        data.audit.record('look', { kind: 'person', subject: personId, reason: 'risk' });
    const shown = { risks, renewed, from: requestedOffset(skip), today };
    return { kind: 'card', to: 'sender', card: riskCard(team, shown, words) };
  },
};

function isRenewed(standing: Standing): boolean {
  return standing.kind !== 'never-expires' && standing.renewedBy !== undefined;
}
