import type { Day } from '../../domain/calendar.ts';
import { claimed, type Entry, type OpeningBalance } from '../../domain/holding.ts';
import { carrierOf } from '../../domain/shared-total.ts';
import type { MemberHolding } from './member-holding.ts';

/**
 * Combines holdings whose credits count towards one shared total (Scrum Alliance): one of them carries the entries of the group, the
 * others name it in `carriedBy`.
 */
export function withSharedTotals(holdings: readonly MemberHolding[]): readonly MemberHolding[] {
  const groupOf = ({ personId, certification }: MemberHolding) => {
    const { group } = certification.sharing;
    return group === undefined ? undefined : `${personId} ${group.code}`;
  };
  const groups = Map.groupBy(holdings, groupOf);
  return holdings.map((holding): MemberHolding => {
    const key = groupOf(holding);
    const group = key === undefined ? [] : (groups.get(key) ?? []);
    if (group.length < 2) return holding;
    const carrier = carrierOf(group.map(({ certification }) => certification));
    if (carrier?.code !== holding.certification.code) return { ...holding, carriedBy: carrier };
    return {
      ...{ ...holding, certification: carrier },
      ...{ entries: mergeEntries(group, holding), openings: mergeOpenings(group, holding) },
    };
  });
}

/** Returns the entries of a group, each activity once, assigned to the cycle of the carrier. */
function mergeEntries(group: readonly MemberHolding[], carrier: MemberHolding): readonly Entry[] {
  const merged = new Map<string, Entry>();
  for (const holding of group)
    for (const entry of holding.entries)
      if (!merged.has(entry.id)) merged.set(entry.id, inCarrierCycle(entry, holding, carrier));
  return [...merged.values()].sort((a, b) => a.order - b.order);
}

/**
 * Returns the opening balances of a group, assigned to the cycle of the carrier: a balance covers what was earned since the one before it, whichever
 * certification it was stated for. The group is one sum, so of two for the same day the larger one counts, never both.
 */
function mergeOpenings(group: readonly MemberHolding[], carrier: MemberHolding): readonly OpeningBalance[] {
  const merged = new Map<string, OpeningBalance>();
  for (const holding of group)
    for (const opening of holding.openings ?? []) {
      const moved = inCarrierCycle(opening, holding, carrier);
      const key = `${moved.cycle} ${moved.on}`;
      const other = merged.get(key);
      if (other === undefined || claimed(other) < claimed(moved)) merged.set(key, moved);
    }
  return [...merged.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

/** What belongs to the current cycle of a holding belongs to that of the carrier. */
function inCarrierCycle<T extends { readonly cycle?: Day | undefined }>(
  one: T,
  { cycle: current }: MemberHolding,
  { cycle }: MemberHolding,
): T {
  return one.cycle === current?.cycle.start ? { ...one, cycle: cycle?.cycle.start } : one;
}
