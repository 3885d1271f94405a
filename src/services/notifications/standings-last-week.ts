import { addDays, type Day } from '../../domain/calendar.ts';
import type { MemberStanding } from '../../domain/digest-content.ts';
import { standingOf } from '../../domain/standing.ts';
import { holdingsAsOf } from '../certifications/holdings-as-of.ts';
import type { Data } from '../data-with-catalogue.ts';
import { memberPages } from '../teams/member-pages.ts';
import { Turns } from '../yield-to-others.ts';

const WEEK_DAYS = 7;
const DAY_MS = 86_400_000;

/**
 * Returns a lookup of the standings of people a week ago, read from the log as of that moment and judged by today's rules, so that only what
 * people did makes a difference. Undefined if the log began later.
 */
export async function loadStandingsOfLastWeek(
  personIds: readonly string[],
  { data, now, today }: { readonly data: Data; readonly now: Date; readonly today: Day },
): Promise<((personId: string) => readonly MemberStanding[]) | undefined> {
  const { history, catalogue, workspace } = data;
  const mark = await history.markBefore(new Date(now.getTime() - WEEK_DAYS * DAY_MS));
  if (mark === undefined) return undefined;
  const day = addDays(today, -WEEK_DAYS);
  const standings = new Map<string, MemberStanding[]>();
  const turns = new Turns();
  for await (const ids of memberPages(personIds, data)) {
    const records = await history.records(ids, mark);
    for (const holding of holdingsAsOf(await history.holdings(ids, mark), records, catalogue)) {
      await turns.give();
      const { personId, certification, carriedBy } = holding;
      if (carriedBy !== undefined) continue;
      const own = standings.get(personId) ?? [];
      standings.set(personId, own);
      own.push({ certification, standing: standingOf(holding, day, workspace.tolerance), inDebt: 0 });
    }
  }
  return (personId) => standings.get(personId) ?? [];
}
