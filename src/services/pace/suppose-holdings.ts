import { withAnnouncedAmounts } from '../../domain/announced-change.ts';
import type { DateRange } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { proposeCycle } from '../../domain/cycle.ts';
import { withEntries } from '../certifications/holdings.ts';
import type { MemberHolding } from '../certifications/member-holding.ts';
import { withRelations } from '../certifications/relations.ts';
import type { Scope } from '../data-with-catalogue.ts';

/** What is supposed of a member's certifications: one more, one less, the announced rules of a year for some of them. */
interface SupposedCertifications {
  readonly added: readonly Certification[];
  readonly dropped: readonly Certification[];
  readonly rulesOf?: number | undefined;
  /** Codes of the certifications that the announced rules are tried for; empty for all. */
  readonly only: readonly string[];
}

/** A member's holdings as they are, and as they would be. */
export interface SupposedHoldings {
  readonly before: readonly MemberHolding[];
  readonly after: readonly MemberHolding[];
}

/** Returns a member's holdings before and after a supposition, each related anew: what renews what, and which totals add up. */
export async function supposeHoldings(
  { added, dropped, rulesOf, only }: SupposedCertifications,
  { request: { person, today }, data }: Scope,
): Promise<SupposedHoldings> {
  const stored = await withEntries(await data.holdings.of(person.personId), data);
  const isDropped = ({ certification }: MemberHolding) => dropped.some(({ code }) => code === certification.code);
  const supposed = [
    ...stored.filter((holding) => !isDropped(holding)),
    ...added.map((certification) => supposedHolding(certification, person.personId, today)),
  ].map((holding): MemberHolding => {
    const isMeant = only.length === 0 || only.includes(holding.certification.code);
    const changed = isMeant && rulesOf !== undefined && withAnnouncedAmounts(holding.certification, rulesOf, today);
    return changed ? { ...holding, certification: changed } : holding;
  });
  return { before: withRelations(stored), after: withRelations(supposed) };
}

function supposedHolding(certification: Certification, personId: string, today: DateRange['start']): MemberHolding {
  const range = supposedCycle(certification, today);
  const cycle = range === undefined ? undefined : { cycleId: '', cycle: range, certifiedOn: today };
  const cycles = cycle === undefined ? [] : [cycle];
  const id = `supposed ${certification.code}`;
  return { holdingId: id, personId, number: '', certification, certifiedOn: today, cycle, cycles, entries: [] };
}

/** Returns the cycle of a certification that is earned today, if its rules determine it. */
export function supposedCycle({ renewal }: Certification, today: DateRange['start']): DateRange | undefined {
  return renewal.kind === 'never-expires' ? undefined : proposeCycle(renewal, { start: today }, today);
}
