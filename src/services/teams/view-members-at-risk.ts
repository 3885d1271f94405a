import type { Day } from '../../domain/calendar.ts';
import { atRisk, daysLeftOf } from '../../domain/digest-content.ts';
import type { Standing } from '../../domain/standing.ts';
import type { Person } from '../../store/entities.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import type { RenewedRisk, Risk } from '../../views/teams/risk-card.ts';
import type { Data, Scope } from '../data-with-catalogue.ts';
import { labelsOfPeople } from '../person-labels.ts';
import type { Request } from '../request.ts';
import { memberPages } from './member-pages.ts';
import { isActiveMember, loadStandings, type MemberOverview } from './team-standings.ts';

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
  const labelOf = labelsOfPeople(await data.people.withIdentities(people), words);
  const risks: NamedRisk[] = [];
  const renewed: RenewedRisk[] = [];
  // Of each page only what is listed stays in memory, not the entries.
  for await (const page of memberPages(people, data))
    for (const member of await loadStandings(page, () => today, data)) {
      const name = labelOf(member.person.personId);
      risks.push(...risksOf(member, { name, today }));
      renewed.push(...renewedOf(member, name));
    }
  risks.sort((a, b) => (a.left ?? 0) - (b.left ?? 0) || a.name.localeCompare(b.name));
  return { risks, renewed, people };
}

/** The certifications of a member that are at risk. */
function risksOf(
  { person: { personId }, preferences, holdings }: MemberOverview,
  { name, today }: { readonly name: string; readonly today: Day },
): readonly NamedRisk[] {
  const isAway = !isActiveMember(preferences, today);
  return atRisk(holdings).map(({ certification, standing, inDebt }) => {
    const left = daysLeftOf(standing);
    return { personId, name, isAway, certification, standing, left, inDebt };
  });
}

/** The certifications of a member that another one renewed. */
function renewedOf({ holdings }: MemberOverview, name: string): readonly RenewedRisk[] {
  return holdings.flatMap(({ certification, standing }) =>
    isRenewed(standing) ? { name, certification, standing } : [],
  );
}

function isRenewed(standing: Standing): boolean {
  return standing.kind !== 'never-expires' && standing.renewedBy !== undefined;
}
