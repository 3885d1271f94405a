import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { type CreditStanding, standingOf } from '../../domain/standing.ts';
import type { HoldingWithCycles } from '../../store/certifications/holdings.ts';
import type { Cycle, Holding, Person } from '../../store/entities.ts';
import type { Data, Scope } from '../data.ts';
import { Refusal } from '../refusal.ts';
import type { CreditHolding, MemberHolding, StoredCycle } from './member-holding.ts';
import { withSharedTotals } from './shared-totals.ts';

/** What the member holds, with everything logged for it. */
export async function findHoldings(
  { personId }: Pick<Person, 'personId'>,
  data: Data,
): Promise<readonly MemberHolding[]> {
  return withSharedTotals(await withEntries(await data.holdings.of(personId), data));
}

/** Holdings of any members with everything logged for them. */
export async function withEntries(stored: readonly HoldingWithCycles[], data: Data): Promise<readonly MemberHolding[]> {
  const entries = await data.activities.entriesOf(stored.map(({ holding }) => holding.holdingId));
  return stored.flatMap(({ holding, cycles: storedCycles }) => {
    const certification = data.catalogue.get(holding.certification);
    if (certification === undefined) return [];
    const { holdingId, personId, number, certifiedOn } = holding;
    const cycles = storedCycles.map((cycle) => toHoldingCycle(holding, cycle));
    return {
      holdingId,
      personId,
      number,
      certification,
      certifiedOn: certifiedOn ?? undefined,
      cycles,
      cycle: cycles.at(-1),
      entries: entries.get(holdingId) ?? [],
    };
  });
}

/** A cycle of a holding, ready for the rules. */
export function toHoldingCycle({ certifiedOn, periods }: Holding, stored: Cycle): StoredCycle {
  const { cycleId, starts, ends, conditions, carryOver, actsDone } = stored;
  const stated = { certifiedOn: certifiedOn ?? undefined, periods, conditions, carryOver, actsDone };
  return { cycleId, cycle: { start: starts, end: ends }, ...stated };
}

/** The holdings that credits can be logged for. */
export function creditHoldings(holdings: readonly MemberHolding[]): readonly CreditHolding[] {
  return holdings.flatMap((holding) => {
    const { renewal } = holding.certification;
    const { cycle, carriedBy } = holding;
    return renewal.kind === 'credits' && cycle && carriedBy === undefined ? { ...holding, renewal, cycle } : [];
  });
}

/** Where a credit holding stands today. */
export function creditStandingToday(holding: CreditHolding, { request: { today }, data }: Scope): CreditStanding {
  return creditStandingOn(holding, today, data.workspace.tolerance);
}

/** Where a credit holding stands on a day. */
export function creditStandingOn(holding: CreditHolding, day: Day, tolerance: number): CreditStanding {
  const standing = standingOf(holding, day, tolerance);
  if (standing.kind !== 'credits') throw new Error(`${holding.certification.code} has no credits to stand by.`);
  return standing;
}

/** The holding a member means by a text, or nothing. */
export function findHolding<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  catalogue: Catalogue,
): T | undefined {
  const code = catalogue.find(text)?.code;
  return holdings.find((holding) => holding.certification.code === code);
}

/** The holding a member means by a text; refused in words, with the nearest one held, where there is none. */
export function findHoldingOrRefuse<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  { request: { words }, data: { catalogue } }: Scope,
): T {
  const target = findHolding(text, holdings, catalogue);
  if (target !== undefined) return target;
  const nearest = catalogue.nearest(text)?.code;
  const near = holdings.find((holding) => holding.certification.code === nearest)?.certification.short;
  throw new Refusal(words.pace.unknown(text.slice(0, 60), near));
}

/** The holding whose figures are those of a holding: the one that carries it, where totals add up, and itself otherwise. */
export function carrierOfHolding(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { carriedBy } = holding;
  return all.find(({ certification }) => certification.code === carriedBy?.code) ?? holding;
}
