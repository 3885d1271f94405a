import { renewalsOf, undatedRenewals } from '../../domain/renewal-by-another.ts';
import { feesAmong } from '../../domain/shared-fees.ts';
import type { MemberHolding } from './member-holding.ts';
import { withSharedTotals } from './shared-totals.ts';

/**
 * Relates the holdings of each person: which of them renews which, which fee is owed once for several, and which totals add up on one. Removing
 * a holding takes back what it renewed, because nothing of this is stored.
 */
export function withRelations(holdings: readonly MemberHolding[]): readonly MemberHolding[] {
  const renewed = new Map(
    [...Map.groupBy(holdings, ({ personId }) => personId).values()]
      .map(withRenewals)
      .flatMap((all) => all.map((holding) => [holding.holdingId, withFees(holding, all)])),
  );
  return withSharedTotals(holdings.map((holding) => renewed.get(holding.holdingId) ?? holding));
}

/** One that was renewed by another renews others in its turn, so they are related until nothing changes; a chain is no longer than the holdings. */
function withRenewals(stored: readonly MemberHolding[]): readonly MemberHolding[] {
  let related = stored;
  for (let round = 0; round < stored.length; round += 1) {
    const before = JSON.stringify(related.map(({ cycle }) => cycle?.renewals));
    related = related.map((holding) => renewedAmong(holding, related));
    if (JSON.stringify(related.map(({ cycle }) => cycle?.renewals)) === before) break;
  }
  return related;
}

function renewedAmong(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { certification, cycle, cycles } = holding;
  if (cycle === undefined) return holding;
  const others = all.filter(({ holdingId }) => holdingId !== holding.holdingId);
  const renewals = renewalsOf(certification.code, cycle.cycle.start, others);
  const mayBeRenewedBy = undatedRenewals(certification.code, others);
  if (renewals.length === 0 && mayBeRenewedBy.length === 0) return holding;
  const renewed = {
    ...cycle,
    ...(renewals.length > 0 && { renewals }),
    ...(mayBeRenewedBy.length > 0 && { mayBeRenewedBy }),
  };
  return { ...holding, cycle: renewed, cycles: [...cycles.slice(0, -1), renewed] };
}

function withFees(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { certification } = holding;
  const fees = feesAmong(holding, all);
  if (fees.every(({ sharers }) => sharers === undefined)) return holding;
  return { ...holding, certification: { ...certification, upkeep: { ...certification.upkeep, fees } } };
}
