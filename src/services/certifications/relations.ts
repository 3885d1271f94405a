import type { Fee } from '../../domain/certification.ts';
import { renewalsOf } from '../../domain/renewal-by-another.ts';
import { feesAmong } from '../../domain/shared-fees.ts';
import type { MemberHolding } from './member-holding.ts';
import { withSharedTotals } from './shared-totals.ts';

/**
 * Relates the holdings of each person: which of them renews which, which fee is owed once for several, and which totals add up on one. Removing
 * a holding takes back what it renewed, because nothing of this is stored.
 */
export function withRelations(holdings: readonly MemberHolding[]): readonly MemberHolding[] {
  const byPerson = Map.groupBy(holdings, ({ personId }) => personId);
  const related = holdings.map((holding) => relate(holding, byPerson.get(holding.personId) ?? []));
  return withSharedTotals(related);
}

function relate(holding: MemberHolding, all: readonly MemberHolding[]): MemberHolding {
  const { certification, cycle, cycles } = holding;
  const fees = feesAmong(holding, all);
  const withFees = hasSharers(fees) ? { ...certification, upkeep: { ...certification.upkeep, fees } } : certification;
  if (cycle === undefined) return { ...holding, certification: withFees };
  const others = all.filter((one) => one !== holding);
  const renewals = renewalsOf(certification.code, cycle.cycle.start, others);
  if (renewals.length === 0) return { ...holding, certification: withFees };
  const renewed = { ...cycle, renewals };
  return { ...holding, certification: withFees, cycle: renewed, cycles: [...cycles.slice(0, -1), renewed] };
}

function hasSharers(fees: readonly Fee[]): boolean {
  return fees.some(({ sharers }) => sharers !== undefined);
}
