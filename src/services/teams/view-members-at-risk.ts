import { atRisk, daysLeftOf } from '../../domain/digest-content.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Person } from '../../store/entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { RenewedRisk, Risk } from '../../views/teams/risk-card.ts';
import { labelsOfPeople } from '../person-labels.ts';
import type { Request } from '../request.ts';
import type { Data, Scope } from '../workspace-data.ts';
import { isActiveMember, loadStandings } from './team-standings.ts';

type NamedRisk = Risk & { readonly personId: string };

interface MembersAtRisk {
  /** The nearest deadline first. */
  readonly risks: readonly NamedRisk[];
  /** Certifications that are not at risk because another one renewed them. */
  readonly renewed: readonly RenewedRisk[];
  /** All members who haven't left. */
  readonly people: readonly Person[];
}

/** Returns the members of a team who are at risk. Each other member of it can see that they were viewed. */
export async function viewMembersAtRisk(
  team: Pick<Team, 'teamId'>,
  { request: { person, today, words }, data }: Scope,
): Promise<MembersAtRisk> {
  const found = await findMembersAtRisk(team, { today, words }, data);
  // Members who aren't at risk were checked too, so the view is logged for them.
  for (const { personId } of found.people)
    if (personId !== person.personId) data.audit.record('look', { kind: 'person', subject: personId, reason: 'risk' });
  return found;
}

/** Returns the members of a team who are at risk, without a note in the log. */
export async function findMembersAtRisk(
  { teamId }: Pick<Team, 'teamId'>,
  { today, words }: Pick<Request, 'today' | 'words'>,
  data: Data,
): Promise<MembersAtRisk> {
  const personIds = (await data.teams.membersOf(teamId)).map(({ personId }) => personId);
  const preferences = await data.preferences.some(personIds);
  const people = (await data.people.some({ personIds })).filter(({ personId }) => !preferences.get(personId)?.leftOn);
  const members = await loadStandings(people, () => today, data);
  const labelOf = labelsOfPeople(await data.people.withIdentities(), words);
  const risks = members
    .flatMap((member) =>
      atRisk(member.holdings).map(({ certification, standing, inDebt }): NamedRisk => {
        const { personId } = member.person;
        const name = labelOf(personId);
        const left = daysLeftOf(standing);
        return {
          personId,
          name,
          isAway: !isActiveMember(member.preferences, today),
          certification,
          standing,
          left,
          inDebt,
        };
      }),
    )
    .sort((a, b) => (a.left ?? 0) - (b.left ?? 0) || a.name.localeCompare(b.name));
  const renewed = members.flatMap(({ person: { personId }, holdings }) =>
    holdings.flatMap(({ certification, standing }) =>
      isRenewed(standing) ? { name: labelOf(personId), certification, standing } : [],
    ),
  );
  return { risks, renewed, people };
}

function isRenewed(standing: Standing): boolean {
  return standing.kind !== 'never-expires' && standing.renewedBy !== undefined;
}
