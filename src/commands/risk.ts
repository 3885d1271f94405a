import type { Reply } from '../chat/interaction.ts';
import { atRisk, daysLeftOf } from '../domain/team-digest.ts';
import { type Risk, riskCard } from '../views/risk-card.ts';
import { skipped } from './asked-page.ts';
import type { Command } from './command.ts';
import { teamMeant } from './sight.ts';
import { isThere, standingsOf } from './team-standing.ts';

/** Who of a team needs help, the nearest deadline first; each look at somebody is in the log, and they can see it. */
export const risk: Command = {
  name: 'risk',
  role: 'manager',
  changes: 'never',
  async run(context): Promise<Reply> {
    const { data, catalogue, today, words, person, interaction } = context;
    const { text = '', skip } = interaction.args;
    const team = await teamMeant(text, context);
    const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
    const wishes = await data.preferences.some(personIds);
    const people = (await data.people.some({ personIds })).filter(({ personId }) => !wishes.get(personId)?.leftOn);
    const members = await standingsOf(people, () => today, { data, catalogue });
    const risks = members
      .flatMap((member) =>
        atRisk(member.holdings).map(({ certification, standing, inDebt }): Risk => {
          const { name } = member.person;
          const left = daysLeftOf(standing);
          return { name, isAway: !isThere(member.wishes, today), certification, standing, left, inDebt };
        }),
      )
      .sort((a, b) => (a.left ?? 0) - (b.left ?? 0) || a.name.localeCompare(b.name));
    // Whoever is not on the list was looked at all the same.
    for (const { personId } of people)
      if (personId !== person.personId) data.audit.note('look', 'person', personId, 'risk');
    return { kind: 'card', to: 'sender', card: riskCard(team, risks, { from: skipped(skip), today }, words) };
  },
};
