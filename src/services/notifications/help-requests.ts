import type { Day } from '../../domain/calendar.ts';
import { may } from '../../domain/roles.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES } from '../../store/notifications/preferences.ts';
import { type HoldingStanding, isActiveMember, loadStandings } from '../teams/team-standings.ts';
import type { Data } from '../workspace-data.ts';

/** A member's request for help with a certification. */
export interface HelpRequest extends Pick<HoldingStanding, 'certification' | 'standing'> {
  readonly personId: string;
}

/** Returns the managers of a person's teams who get the weekly summary, in which they read a request for help. */
export async function findHelpers(personId: string, today: Day, data: Data): Promise<readonly Person[]> {
  const teams = new Set((await data.teams.of(personId)).map(({ teamId }) => teamId));
  const members = [...(await data.teams.memberships())].flatMap(([teamId, all]) => (teams.has(teamId) ? all : []));
  const personIds = [...new Set(members.filter((one) => one.isManager).map((one) => one.personId))];
  const preferences = await data.preferences.some(personIds);
  const people = await data.people.some({ personIds: personIds.filter((id) => id !== personId) });
  return people.filter(({ personId: id, role }) => {
    const own = preferences.get(id) ?? DEFAULT_PREFERENCES;
    return may(role, 'manager') && own.wantsSummary && isActiveMember(own, today);
  });
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
