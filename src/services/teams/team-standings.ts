import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { debtOf } from '../../domain/debt.ts';
import type { MemberStanding } from '../../domain/digest-content.ts';
import { type Standing, standingOf } from '../../domain/standing.ts';
import type { Person } from '../../store/entities.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../store/notifications/preferences.ts';
import type { WorkspaceData } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { creditHoldings, withEntries } from '../certifications/holdings.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import { withRelations } from '../certifications/relations.ts';
import type { Data } from '../data-with-catalogue.ts';
import { loadProvableHoldings } from '../evidence/documentation-debt.ts';
import { Turns } from '../yield-to-others.ts';
import { memberPages } from './member-pages.ts';

/** A holding with its standing on a day. */
export interface HoldingStanding extends MemberStanding {
  readonly holding: MemberHolding;
  readonly certification: Certification;
  readonly standing: Standing;
}

/** A person with their preferences and the standing of their holdings. */
export interface MemberOverview {
  readonly person: Person;
  readonly preferences: Preferences;
  readonly holdings: readonly HoldingStanding[];
}

/** Loads the standing of people, each on the day returned by `dayFor`. Holdings carried by another one are left out. */
export async function loadStandings(
  people: readonly Person[],
  dayFor: (person: Person) => Day,
  data: Data,
): Promise<readonly MemberOverview[]> {
  const members: MemberOverview[] = [];
  for await (const page of memberPages(people, data)) members.push(...(await loadPage(page, dayFor, data)));
  return members;
}

async function loadPage(
  people: readonly Person[],
  dayFor: (person: Person) => Day,
  data: Data,
): Promise<readonly MemberOverview[]> {
  const preferences = await data.preferences.some(people.map(({ personId }) => personId));
  const stored = await data.holdings.ofMany(people.map(({ personId }) => personId));
  const holdingsOf = Map.groupBy(withRelations(await withEntries(stored, data)), ({ personId }) => personId);
  const provable = await loadProvableHoldings(creditHoldings([...holdingsOf.values()].flat()), data);
  const { tolerance } = data.workspace;
  const turns = new Turns();
  const members: MemberOverview[] = [];
  for (const person of people) {
    await turns.give();
    const today = dayFor(person);
    const own = (holdingsOf.get(person.personId) ?? []).filter(({ carriedBy }) => carriedBy === undefined);
    const provableHoldings = own.flatMap(({ holdingId }) => provable.get(holdingId) ?? []);
    const { byCertification } = debtOf(provableHoldings, today);
    const holdings = own.map((holding): HoldingStanding => {
      const { certification } = holding;
      const debt = byCertification.find((one) => one.certification === certification);
      return { holding, certification, standing: standingOf(holding, today, tolerance), inDebt: debt?.inDebt ?? 0 };
    });
    members.push({ person, preferences: preferences.get(person.personId) ?? DEFAULT_PREFERENCES, holdings });
  }
  return members;
}

/** Returns the members of a team who haven't left and aren't on leave. */
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

/** Whether a person hasn't left and isn't on leave. */
export function isActiveMember(preferences: Preferences | undefined, today: Day): boolean {
  const { leftOn, awayUntil } = preferences ?? DEFAULT_PREFERENCES;
  return !leftOn && (!awayUntil || awayUntil < today);
}
