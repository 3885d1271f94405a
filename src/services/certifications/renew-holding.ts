import { addDays, type DateRange } from '../../domain/calendar.ts';
import { carriedOver } from '../../domain/carry-over.ts';
import type { Part } from '../../domain/holding.ts';
import { termsOf } from '../../domain/renewal-terms.ts';
import type { Scope } from '../workspace-data.ts';
import type { MemberHolding, StoredCycle } from './member-holding.ts';

/** A holding whose certification has cycles. */
export type RenewableHolding = Omit<MemberHolding, 'cycle'> & { readonly cycle: StoredCycle };

interface Renewal {
  /** The cycle that begins. */
  readonly cycle: DateRange;
  /** Every holding of the member. */
  readonly holdings: readonly MemberHolding[];
}

/** Returns the credits that the next cycle takes over from this one, by category. */
export function carriedCredits({ certification, cycle, entries }: RenewableHolding): readonly Part[] {
  const { renewal } = certification;
  return renewal.kind === 'credits' ? carriedOver(termsOf(renewal, cycle, cycle.cycle.end), entries) : [];
}

/**
 * Opens the next cycle of a holding, and extends the holdings whose certifications it renews until the same day. Returns the holdings that were
 * extended.
 */
export async function renewHolding(
  holding: RenewableHolding,
  { cycle, holdings }: Renewal,
  { request: { today }, data }: Scope,
): Promise<readonly MemberHolding[]> {
  const conditions = holding.cycle.conditions ?? {};
  await data.holdings.addCycle(holding.holdingId, cycle, { conditions, carryOver: carriedCredits(holding) });
  const renewedCodes = holding.certification.sharing.renews?.value ?? [];
  const extended: MemberHolding[] = [];
  for (const one of holdings) {
    if (!renewedCodes.includes(one.certification.code) || one.cycle === undefined) continue;
    const { end } = one.cycle.cycle;
    if (end < today || end >= cycle.end) continue;
    const next = { start: addDays(end, 1), end: cycle.end };
    await data.holdings.addCycle(one.holdingId, next, { conditions: one.cycle.conditions ?? {} });
    extended.push(one);
  }
  return extended;
}

/** Removes the latest cycle if it began on `start` and isn't the only one. Returns whether it was removed. */
export async function removeLatestCycle(
  { holdingId, cycle, cycles }: RenewableHolding,
  start: string,
  { data }: Scope,
): Promise<boolean> {
  if (cycles.length < 2 || cycle.cycle.start !== start) return false;
  return data.holdings.removeCycle(holdingId, cycle.cycleId);
}
