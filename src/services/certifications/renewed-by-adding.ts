import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import { cycleOn, renewalsOf, undatedRenewals } from '../../domain/renewal-by-another.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { findHoldings } from './holdings.ts';

/** A certification of the person that would be renewed, with the end of its cycle before and after. */
export interface RenewedHolding {
  readonly code: string;
  readonly short: string;
  readonly before: Day;
  readonly after: Day;
}

/** A certification that is added, with the day it was earned, if that was stated. */
interface AddedCertification {
  readonly certification: Certification;
  readonly start: Day | undefined;
  readonly cycle: DateRange;
}

/** Returns the person's certifications of which it is not known whether one renews them, because the day it was earned is missing. */
export async function undatedByAdding(
  { certification, start, cycle }: AddedCertification,
  { request, data }: Scope,
): Promise<readonly string[]> {
  if (start !== undefined) return [];
  const added = [{ certification, cycles: [{ cycle }] }];
  const memberHoldings = await findHoldings(request.person, data);
  return memberHoldings
    .filter(({ certification: { code } }) => undatedRenewals(code, added).length > 0)
    .map((one) => one.certification.short);
}

/** Returns which certifications of the person a certification renews once it is added. */
export async function renewedByAdding(
  { certification, start, cycle }: AddedCertification,
  { request, data }: Scope,
): Promise<readonly RenewedHolding[]> {
  const { today, person } = request;
  const certifiedOn = start !== undefined && start <= today ? start : undefined;
  const added = { certification, certifiedOn, cycles: [{ cycle }] };
  return (await findHoldings(person, data)).flatMap(({ certification: lower, cycle: current }) => {
    if (current === undefined) return [];
    const events = renewalsOf(lower.code, current.cycle.start, [added]);
    if (events.length === 0) return [];
    const before = cycleOn(current, lower, today);
    const inOrder = [...(current.renewals ?? []), ...events].sort((a, b) => (a.on < b.on ? -1 : 1));
    const after = cycleOn({ ...current, renewals: inOrder }, lower, today);
    if (after.renewedBy?.short !== certification.short) return [];
    return [{ code: lower.code, short: lower.short, before: before.cycle.end, after: after.cycle.end }];
  });
}
