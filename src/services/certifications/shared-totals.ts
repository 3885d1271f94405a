import type { Entry } from '../../domain/holding.ts';
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
    return { ...holding, certification: carrier, entries: mergeEntries(group, holding) };
  });
}

/** Returns the entries of a group, each activity once, assigned to the cycle of the carrier. */
function mergeEntries(group: readonly MemberHolding[], { cycle }: MemberHolding): readonly Entry[] {
  const carrierStart = cycle?.cycle.start;
  const merged = new Map<string, Entry>();
  for (const { entries, cycle: current } of group)
    for (const entry of entries)
      if (!merged.has(entry.id))
        merged.set(entry.id, entry.cycle === current?.cycle.start ? { ...entry, cycle: carrierStart } : entry);
  return [...merged.values()].sort((a, b) => a.order - b.order);
}
