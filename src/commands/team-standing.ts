import type { Catalogue } from '../catalogue/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { debtOf } from '../domain/debt.ts';
import { type Standing, standingOf } from '../domain/standing.ts';
import type { MemberStanding } from '../domain/team-digest.ts';
import type { Person } from '../store/entities.ts';
import { USUAL, type Wishes } from '../store/preferences.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Team } from '../store/team-entities.ts';
import { provedHoldings } from './debt.ts';
import { grouped } from './grouped.ts';
import { creditHoldings, withEntries } from './held.ts';
import type { MemberHolding } from './member-holding.ts';

/** A holding of somebody as it stands on a day. */
export interface StoodHolding extends MemberStanding {
  readonly holding: MemberHolding;
  readonly certification: Certification;
  readonly standing: Standing;
}

/** Somebody with what they wish and where they stand. */
export interface MemberView {
  readonly person: Person;
  readonly wishes: Wishes;
  readonly holdings: readonly StoodHolding[];
}

interface Scope {
  readonly data: WorkspaceData;
  readonly catalogue: Catalogue;
}

/** Where some people stand on the day that `dayFor` says is theirs. What another certification carries is not listed again. */
export async function standingsOf(
  people: readonly Person[],
  dayFor: (person: Person) => Day,
  { data, catalogue }: Scope,
): Promise<readonly MemberView[]> {
  const wishes = await data.preferences.some(people.map(({ personId }) => personId));
  const kept = await data.holdings.ofMany(people.map(({ personId }) => personId));
  const held = Map.groupBy(grouped(await withEntries(kept, data, catalogue)), ({ personId }) => personId);
  const proved = await provedHoldings(creditHoldings([...held.values()].flat()), data);
  const { tolerance } = data.workspace;
  return people.map((person) => {
    const today = dayFor(person);
    const own = (held.get(person.personId) ?? []).filter(({ carriedBy }) => carriedBy === undefined);
    const owed = debtOf(
      own.flatMap(({ holdingId }) => proved.get(holdingId) ?? []),
      today,
    );
    const holdings = own.map((holding): StoodHolding => {
      const { certification } = holding;
      const debt = owed.byCertification.find((one) => one.certification === certification);
      return { holding, certification, standing: standingOf(holding, today, tolerance), inDebt: debt?.inDebt ?? 0 };
    });
    return { person, wishes: wishes.get(person.personId) ?? USUAL, holdings };
  });
}

/** The members of a team who are there: not those who left or are on leave. */
export async function membersOf(
  team: Pick<Team, 'teamId'>,
  today: Day,
  data: WorkspaceData,
): Promise<readonly Person[]> {
  const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const wishes = await data.preferences.some(personIds);
  return (await data.people.some({ personIds })).filter(({ personId }) => isThere(wishes.get(personId), today));
}

/** Whether somebody neither left nor is on leave. */
export function isThere(wishes: Wishes | undefined, today: Day): boolean {
  const { leftOn, awayUntil } = wishes ?? USUAL;
  return !leftOn && (!awayUntil || awayUntil < today);
}
