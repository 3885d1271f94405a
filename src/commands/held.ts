import type { Catalogue } from '../catalogue/index.ts';
import type { Certification, CreditRenewal } from '../domain/certification.ts';
import type { HoldingCycle } from '../domain/count.ts';
import { type Held, standingOf } from '../domain/standing.ts';
import type { HoldingWithCycle } from '../store/holdings.ts';
import type { WorkspaceData } from '../store/store.ts';
import type { Context } from './command.ts';

/** A member's certification with its ids, ready for the rules. */
export interface MemberHolding extends Held {
  readonly holdingId: string;
  readonly cycleId?: string | undefined;
  readonly number: string;
}

/** A holding renewed by credits: something can be logged for it. */
export interface CreditHolding extends MemberHolding {
  readonly renewal: CreditRenewal;
  readonly cycle: HoldingCycle;
  readonly cycleId: string;
}

/** What the member holds, with everything logged for it. */
export async function holdingsOf({ data, person, catalogue }: Context): Promise<readonly MemberHolding[]> {
  return withEntries(await data.holdings.of(person.personId), data, catalogue);
}

/** Holdings of any members with everything logged for them. */
export async function withEntries(
  kept: readonly HoldingWithCycle[],
  data: WorkspaceData,
  catalogue: Catalogue,
): Promise<readonly MemberHolding[]> {
  const entries = await data.activities.entriesOf(kept.map(({ holding }) => holding.holdingId));
  return kept.flatMap(({ holding, cycle }) => {
    const certification = catalogue.get(holding.certification);
    if (certification === undefined) return [];
    const { holdingId, number, certifiedOn } = holding;
    const span = cycle && { start: cycle.starts, end: cycle.ends };
    return {
      holdingId,
      number,
      certification,
      cycleId: cycle?.cycleId,
      cycle: span && { cycle: span, certifiedOn: certifiedOn ?? undefined },
      entries: entries.get(holdingId) ?? [],
    };
  });
}

/** The holdings that credits can be logged for. */
export function creditHoldings(holdings: readonly MemberHolding[]): readonly CreditHolding[] {
  return holdings.flatMap((holding) => {
    const { renewal } = holding.certification;
    const { cycle, cycleId } = holding;
    return renewal.kind === 'credits' && cycle && cycleId ? { ...holding, renewal, cycle, cycleId } : [];
  });
}

/** Where a credit holding stands today. */
export function creditStanding(holding: CreditHolding, { today, data }: Context) {
  const standing = standingOf(holding, today, data.workspace.tolerance);
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
