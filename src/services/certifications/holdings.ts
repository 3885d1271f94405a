import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Entry } from '../../domain/holding.ts';
import { type CreditStanding, standingOf } from '../../domain/standing.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { Cycle, Holding, Person } from '../../store/entities.ts';
import type { Data, Scope } from '../data-with-catalogue.ts';
import { unknownHolding } from './find-certification.ts';
import type { CreditHolding, MemberHolding, StoredCycle } from './member-holding.ts';
import { namesOfHolder } from './names-of-holder.ts';
import { withRelations } from './relations.ts';

/** Returns a member's holdings with their entries. Shared totals are summed up on one holding of each group. */
export async function findHoldings(
  { personId }: Pick<Person, 'personId'>,
  data: Data,
): Promise<readonly MemberHolding[]> {
  return withRelations(await withEntries(await data.holdings.of(personId), data));
}

/** Adds the entries to stored holdings of any members. A holding whose certification isn't in the catalogue is left out. */
export async function withEntries(stored: readonly HoldingWithCycles[], data: Data): Promise<readonly MemberHolding[]> {
  const entries = await data.activities.entriesOf(stored.map(({ holding }) => holding.holdingId));
  return stored.flatMap((one) => toMemberHolding(one, data.catalogue, entries) ?? []);
}

/** Returns a holding with its rules and entries, or undefined when the catalogue doesn't have its certification. */
export function toMemberHolding(
  { holding, cycles: storedCycles, openings }: HoldingWithCycles,
  catalogue: Catalogue,
  entries: ReadonlyMap<string, readonly Entry[]>,
): MemberHolding | undefined {
  const certification = catalogue.get(holding.certification);
  if (certification === undefined) return undefined;
  const { holdingId, personId, number, certifiedOn, doesNotRenew } = holding;
  const cycles = storedCycles.map((cycle) => toHoldingCycle(holding, cycle));
  return {
    holdingId,
    personId,
    number,
    doesNotRenew,
    certification,
    certifiedOn: certifiedOn ?? undefined,
    cycles,
    cycle: cycles.at(-1),
    entries: entries.get(holdingId) ?? [],
    openings: openings.map(({ cycleId, statedFor: on, parts, accepted }) => ({
      ...{ on, parts, accepted },
      cycle: storedCycles.find((one) => one.cycleId === cycleId)?.starts,
    })),
  };
}

/** Returns a stored cycle in the form the rules use. */
export function toHoldingCycle({ certifiedOn, periods }: Holding, stored: Cycle): StoredCycle {
  const { cycleId, starts, ends, conditions, carryOver, actsDone, cured } = stored;
  const facts = { certifiedOn: certifiedOn ?? undefined, periods, conditions, carryOver, actsDone, cured };
  return { cycleId, cycle: { start: starts, end: ends }, ...facts };
}

/** Returns the holdings that credits can be logged for. */
export function creditHoldings(holdings: readonly MemberHolding[]): readonly CreditHolding[] {
  return holdings.flatMap((holding) => {
    const { renewal } = holding.certification;
    const { cycle, carriedBy } = holding;
    return renewal.kind === 'credits' && cycle && carriedBy === undefined ? { ...holding, renewal, cycle } : [];
  });
}

/** Returns the standing of a credit holding today. */
export function creditStandingToday(holding: CreditHolding, { request: { today }, data }: Scope): CreditStanding {
  return creditStandingOn(holding, today, data.workspace.tolerance);
}

/** Returns the standing of a credit holding on a day. `tolerance` is in days. Throws when it isn't renewed by credits. */
export function creditStandingOn(holding: CreditHolding, day: Day, tolerance: number): CreditStanding {
  const standing = standingOf(holding, day, tolerance);
  if (standing.kind !== 'credits') throw new Error(`${holding.certification.code} isn't renewed by credits.`);
  return standing;
}

/** Returns the holding whose certification has this code or name, if any. */
export function findHolding<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  catalogue: Catalogue,
): T | undefined {
  const code = namesOfHolder(holdings, catalogue).find(text)?.code;
  return holdings.find((holding) => holding.certification.code === code);
}

/** Returns the holding of this code or name. Throws `Refusal` with all that the name may mean when there is none. */
export function findHoldingOrRefuse<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  scope: Scope,
): T {
  const found = findHolding(text, holdings, scope.data.catalogue);
  if (found !== undefined) return found;
  throw unknownHolding(text, holdings, scope);
}

/** Returns the holding that carries the shared total of a holding, or the holding itself. */
export function carrierOfHolding(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { carriedBy } = holding;
  return all.find(({ certification }) => certification.code === carriedBy?.code) ?? holding;
}
