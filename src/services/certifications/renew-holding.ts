import type { DateRange, Day } from '../../domain/calendar.ts';
import { carriedOver } from '../../domain/carry-over.ts';
import type { Part } from '../../domain/holding.ts';
import { cycleOn } from '../../domain/renewal-by-another.ts';
import { termsOf } from '../../domain/renewal-terms.ts';
import type { Scope } from '../data-with-catalogue.ts';
import type { MemberHolding, StoredCycle } from './member-holding.ts';

/** A holding whose certification has cycles. */
export type RenewableHolding = Omit<MemberHolding, 'cycle'> & { readonly cycle: StoredCycle };

/** Returns the credits that the next cycle takes over from this one, by category; none if another certification renewed it. */
export function carriedCredits({ certification, cycle, entries, openings }: RenewableHolding): readonly Part[] {
  const { renewal } = certification;
  if (renewal.kind !== 'credits' || cycle.renewedBy !== undefined) return [];
  return carriedOver(termsOf(renewal, cycle, cycle.cycle.end), { entries, openings });
}

/** Opens the next cycle of a holding. */
export async function renewHolding(holding: RenewableHolding, cycle: DateRange, { data }: Scope): Promise<void> {
  const conditions = holding.cycle.conditions ?? {};
  await data.holdings.addCycle(holding.holdingId, cycle, { conditions, carryOver: carriedCredits(holding) });
}

/** Returns the holdings that a holding renews now and did not renew before, with the ends of their cycles. */
export function newlyRenewed(before: readonly MemberHolding[], after: readonly MemberHolding[], today: Day) {
  const endOf = ({ cycle, certification }: MemberHolding) => cycle && cycleOn(cycle, certification, today).cycle.end;
  return after.flatMap((holding) => {
    const end = endOf(holding);
    const known = before.find(({ holdingId }) => holdingId === holding.holdingId);
    if (known === undefined || end === undefined || end === endOf(known)) return [];
    return [{ short: holding.certification.short, end }];
  });
}
