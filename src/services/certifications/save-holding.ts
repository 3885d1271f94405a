import type { DateRange, Day } from '../../domain/calendar.ts';
import type { Certification } from '../../domain/certification.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findHoldings } from './holdings.ts';
import type { StatedOpening } from './read-opening.ts';

/** A certification to add for the person, with its cycle, if it has one. */
export interface HoldingToAdd {
  readonly certification: Certification;
  readonly number: string;
  readonly start: Day | undefined;
  readonly cycle: DateRange | undefined;
  /** Codes of the person's certifications that it does not renew, though the body's rules would. */
  readonly doesNotRenew?: readonly string[];
  /** What was earned in the cycle before recert was used, by year. */
  readonly openings?: readonly StatedOpening[];
}

/** Returns whether the person already has a certification. */
export async function alreadyHolds({ code }: Certification, { request, data }: Scope): Promise<boolean> {
  return (await findHoldings(request.person, data)).some(({ certification }) => certification.code === code);
}

/** Adds a certification for the person. A start in the future isn't a day of certification. Throws `Refusal` if they already have it. */
export async function saveHolding(
  { certification, number, start, cycle, doesNotRenew = [], openings = [] }: HoldingToAdd,
  { request, data }: Scope,
): Promise<void> {
  const { person, today, now, words } = request;
  const certifiedOn = start !== undefined && start <= today ? start : undefined;
  const holding = { personId: person.personId, certification: certification.code, number, certifiedOn, cycle };
  const holdingId = await data.holdings.add(holding, now);
  if (holdingId === undefined) throw new Refusal(words.add.twice(certification.short));
  if (doesNotRenew.length > 0) await data.holdings.update(holdingId, { doesNotRenew });
  if (openings.length === 0) return;
  const stored = (await data.holdings.of(person.personId)).find((one) => one.holding.holdingId === holdingId);
  const cycleId = stored?.cycles.at(-1)?.cycleId;
  if (cycleId === undefined) return;
  for (const { on: statedFor, parts, accepted } of openings)
    await data.holdings.setOpening(holdingId, { cycleId, statedFor, parts, accepted }, now);
}
