import type { Entry } from '../../domain/holding.ts';
import { carrierOf } from '../../domain/shared-total.ts';
import type { MemberHolding } from './member-holding.ts';

/**
 * Where totals add up over several certifications of one person (Scrum Alliance), one of them carries the sum and everything that is
 * logged for the group; the others say by which one they are carried.
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
    return { ...holding, certification: carrier, entries: entriesOf(group, holding) };
  });
}

/** Everything logged for a group, each activity once, as if it had been logged for the one that carries it. */
function entriesOf(group: readonly MemberHolding[], { cycle }: MemberHolding): readonly Entry[] {
  const own = cycle?.cycle.start;
  const entries = new Map<string, Entry>();
  for (const { entries: logged, cycle: theirs } of group)
    for (const entry of logged)
      if (!entries.has(entry.id))
        entries.set(entry.id, entry.cycle === theirs?.cycle.start ? { ...entry, cycle: own } : entry);
  return [...entries.values()].sort((a, b) => a.order - b.order);
}
