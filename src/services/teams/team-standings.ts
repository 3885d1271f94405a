import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { debtOf } from '../../domain/debt.ts';
import { type Standing, standingOf } from '../../domain/standing.ts';
import type { MemberStanding } from '../../domain/team-digest.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../store/notifications/preferences.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { creditHoldings, withEntries } from '../certifications/holdings.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import { withSharedTotals } from '../certifications/shared-totals.ts';
import type { Data } from '../data.ts';
import { loadProvableHoldings } from '../evidence/documentation-debt.ts';

/** A holding of somebody as it stands on a day. */
export interface HoldingStanding extends MemberStanding {
  readonly holding: MemberHolding;
  readonly certification: Certification;
  readonly standing: Standing;
}

/** Somebody with what they wish and where they stand. */
export interface MemberOverview {
  readonly person: Person;
  readonly preferences: Preferences;
  readonly holdings: readonly HoldingStanding[];
}

/** Where some people stand on the day that `dayFor` says is theirs. What another certification carries is not listed again. */
export async function loadStandings(
  people: readonly Person[],
  dayFor: (person: Person) => Day,
  data: Data,
): Promise<readonly MemberOverview[]> {
  const preferences = await data.preferences.some(people.map(({ personId }) => personId));
  const stored = await data.holdings.ofMany(people.map(({ personId }) => personId));
  const held = Map.groupBy(withSharedTotals(await withEntries(stored, data)), ({ personId }) => personId);
  const proved = await loadProvableHoldings(creditHoldings([...held.values()].flat()), data);
  const { tolerance } = data.workspace;
  return people.map((person) => {
    const today = dayFor(person);
    const own = (held.get(person.personId) ?? []).filter(({ carriedBy }) => carriedBy === undefined);
    const owed = debtOf(
      own.flatMap(({ holdingId }) => proved.get(holdingId) ?? []),
      today,
    );
    const holdings = own.map((holding): HoldingStanding => {
      const { certification } = holding;
      const debt = owed.byCertification.find((one) => one.certification === certification);
      return { holding, certification, standing: standingOf(holding, today, tolerance), inDebt: debt?.inDebt ?? 0 };
    });
    return { person, preferences: preferences.get(person.personId) ?? DEFAULT_PREFERENCES, holdings };
  });
}

/** The members of a team who are there: not those who left or are on leave. */
export async function findActiveMembers(
  team: Pick<Team, 'teamId'>,
  today: Day,
  data: WorkspaceData,
): Promise<readonly Person[]> {
  const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const preferences = await data.preferences.some(personIds);
  return (await data.people.some({ personIds })).filter(({ personId }) =>
    isActiveMember(preferences.get(personId), today),
  );
}

/** Whether somebody neither left nor is on leave. */
export function isActiveMember(preferences: Preferences | undefined, today: Day): boolean {
  const { leftOn, awayUntil } = preferences ?? DEFAULT_PREFERENCES;
  return !leftOn && (!awayUntil || awayUntil < today);
}
