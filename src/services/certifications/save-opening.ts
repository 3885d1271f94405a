import type { Day } from '../../domain/calendar.ts';
import type { Data } from '../data-with-catalogue.ts';
import type { MemberHolding } from './member-holding.ts';
import type { StatedOpening } from './read-opening.ts';

/** A holding in one of its cycles, and the others whose credits count towards its total. */
interface OpeningHolding {
  readonly holding: Pick<MemberHolding, 'holdingId'> & { readonly cycle: { readonly cycleId: string } };
  readonly carried: readonly MemberHolding[];
}

/** What is stated for a year of the cycle from now on, and the day of the statement that it takes the place of. */
interface OpeningChange {
  readonly opening: StatedOpening | undefined;
  readonly replaces: Day | undefined;
}

/** Saves an opening balance. Without one, the stated one is deleted. */
export async function saveOpening(
  { holding: { holdingId, cycle }, carried }: OpeningHolding,
  { opening, replaces }: OpeningChange,
  { data, now }: { readonly data: Pick<Data, 'holdings'>; readonly now: Date },
): Promise<void> {
  const { cycleId } = cycle;
  const none = { parts: [], accepted: false };
  if (replaces !== undefined && replaces !== opening?.on)
    await data.holdings.setOpening(holdingId, { cycleId, statedFor: replaces, ...none }, now);
  // What was stated for another certification of the group is stated for the whole group from now on.
  for (const { holdingId: otherId, cycle: current, openings = [] } of carried)
    for (const { on } of openings)
      if (current !== undefined && (on === replaces || on === opening?.on))
        await data.holdings.setOpening(otherId, { cycleId: current.cycleId, statedFor: on, ...none }, now);
  if (opening === undefined) return;
  const { on: statedFor, parts, accepted } = opening;
  await data.holdings.setOpening(holdingId, { cycleId, statedFor, parts, accepted }, now);
}
