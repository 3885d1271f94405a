import type { Day } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import type { Data } from '../data-with-catalogue.ts';
import { type HoldingStanding, isActiveMember, loadStandings } from '../teams/team-standings.ts';

/** A member's request for help with a certification. */
export interface HelpRequest extends Pick<HoldingStanding, 'certification' | 'standing'> {
  readonly personId: string;
}

/** Who manages a person's teams, and who of them gets the weekly summary. */
export interface TeamManagers {
  readonly managers: readonly Person[];
  /** They read a request for help. */
  readonly helpers: readonly Person[];
}

/** Returns the managers of a person's teams, apart from the person and people who have left. */
export async function findHelpers(personId: string, today: Day, data: Data): Promise<TeamManagers> {
  const teams = new Set((await data.teams.of(personId)).map(({ teamId }) => teamId));
  const members = [...(await data.teams.memberships())].flatMap(([teamId, all]) => (teams.has(teamId) ? all : []));
  const personIds = [...new Set(members.filter((one) => one.isManager).map((one) => one.personId))];
  const preferences = await data.preferences.some(personIds);
  const people = await data.people.some({ personIds: personIds.filter((id) => id !== personId) });
  const preferencesOf = (id: string) => preferences.get(id) ?? DEFAULT_PREFERENCES;
  const managers = people.filter(({ personId: id, role }) => may(role, 'manager') && !preferencesOf(id).leftOn);
  const helpers = managers.filter(({ personId: id }) => {
    const own = preferencesOf(id);
    return own.wantsSummary && isActiveMember(own, today);
  });
  return { managers, helpers };
}

/** Records that a member asks for help with a holding, or no longer does. */
export async function saveHelpRequest(holdingId: string, on: Day | null, { reminderStates }: Data): Promise<void> {
  await reminderStates.save(holdingId, { helpRequestedOn: on });
}

/** Returns the requests of some people for help with what is still open, in the order of the people. */
export async function findHelpRequests(
  people: readonly Person[],
  today: Day,
  data: Data,
): Promise<readonly HelpRequest[]> {
  const members = await loadStandings(people, () => today, data);
  const all = members.flatMap(({ person, holdings }) => holdings.map((one) => ({ ...one, personId: person.personId })));
  const stateOf = await data.reminderStates.of(all.map(({ holding }) => holding.holdingId));
  return all.filter(({ holding, standing }) => stateOf(holding.holdingId).helpRequestedOn && isOpen(standing));
}

function isOpen(standing: HoldingStanding['standing']): boolean {
  if (standing.kind === 'never-expires') return false;
  return standing.renewedBy === undefined && !(standing.kind === 'credits' && standing.status === 'met');
}
