import type { Catalogue } from '../catalogue/index.ts';
import type { Day } from '../domain/calendar.ts';
import type { Certification } from '../domain/certification.ts';
import { type CreditStanding, standingOf } from '../domain/standing.ts';
import type { Cycle, Holding } from '../store/entities.ts';
import type { HoldingWithCycles } from '../store/holdings.ts';
import type { WorkspaceData } from '../store/store.ts';
import { type Context, Refusal } from './command.ts';
import { grouped } from './grouped.ts';
import type { CreditHolding, KeptCycle, MemberHolding } from './member-holding.ts';

/** What the member holds, with everything logged for it. */
export async function holdingsOf({
  data,
  person,
  catalogue,
}: Pick<Context, 'data' | 'person' | 'catalogue'>): Promise<readonly MemberHolding[]> {
  return grouped(await withEntries(await data.holdings.of(person.personId), data, catalogue));
}

/** Holdings of any members with everything logged for them. */
export async function withEntries(
  kept: readonly HoldingWithCycles[],
  data: WorkspaceData,
  catalogue: Catalogue,
): Promise<readonly MemberHolding[]> {
  const entries = await data.activities.entriesOf(kept.map(({ holding }) => holding.holdingId));
  return kept.flatMap(({ holding, cycles: keptCycles }) => {
    const certification = catalogue.get(holding.certification);
    if (certification === undefined) return [];
    const { holdingId, personId, number, certifiedOn } = holding;
    const cycles = keptCycles.map((cycle) => cycleOf(holding, cycle));
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
export function cycleOf({ certifiedOn, periods }: Holding, kept: Cycle): KeptCycle {
  const { cycleId, starts, ends, conditions, carryOver, actsDone } = kept;
  const said = { certifiedOn: certifiedOn ?? undefined, periods, conditions, carryOver, actsDone };
  return { cycleId, cycle: { start: starts, end: ends }, ...said };
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
export function creditStanding(holding: CreditHolding, { today, data }: Context): CreditStanding {
  return creditStandingOn(holding, today, data.workspace.tolerance);
}

/** Where a credit holding stands on a day. */
export function creditStandingOn(holding: CreditHolding, day: Day, tolerance: number): CreditStanding {
  const standing = standingOf(holding, day, tolerance);
  if (standing.kind !== 'credits') throw new Error(`${holding.certification.code} has no credits to stand by.`);
  return standing;
}

/** The holding a member means by a text, or nothing. */
export function holdingNamed<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  catalogue: Catalogue,
): T | undefined {
  const code = catalogue.find(text)?.code;
  return holdings.find((holding) => holding.certification.code === code);
}

/** The holding a member means by a text; refused in words, with the nearest one held, where there is none. */
export function heldOrRefused<T extends { readonly certification: Certification }>(
  text: string,
  holdings: readonly T[],
  { catalogue, words }: Context,
): T {
  const meant = holdingNamed(text, holdings, catalogue);
  if (meant !== undefined) return meant;
  const nearest = catalogue.nearest(text)?.code;
  const near = holdings.find((holding) => holding.certification.code === nearest)?.certification.short;
  throw new Refusal(words.pace.unknown(text.slice(0, 60), near));
}

/** The holding whose figures are those of a holding: the one that carries it, where totals add up, and itself otherwise. */
export function countedWith(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { carriedBy } = holding;
  return all.find(({ certification }) => certification.code === carriedBy?.code) ?? holding;
}
