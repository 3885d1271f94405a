import type { Catalogue } from '../../catalogue/index.ts';
import { dueOccurrence, nextOccurrence } from '../../domain/weekly-schedule.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { withCatalogue } from '../certifications/workspace-catalogue.ts';
import type { OpportunityIndexCache } from '../opportunities/opportunity-index-cache.ts';
import { planNudges } from './plan-nudges.ts';
import { type DigestDeps, digestScheduleOf, planDigest } from './team-digest.ts';

/** What is needed to find out what is to be said. */
export interface PlanDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly indexes: OpportunityIndexCache;
}

/** Nobody is looked at less often. */
const MAX_INTERVAL_MS = 24 * 60 * 60_000;

/**
 * Decides what is to be said in a workspace and plans it, once, whichever replica comes first; and when to look again. Everything that is
 * planned is so in the one transaction that also says when the next look is: whoever is stopped in between has done nothing. Resolves to
 * whether something is to be sent now; not when it is somebody else's turn, who sends it.
 */
export async function planNotifications(
  workspaceId: string,
  { store, catalogue: base, clock, indexes }: PlanDeps,
): Promise<boolean> {
  const now = clock.now();
  return store.inWorkspace(
    workspaceId,
    async (workspaceData) => {
      if (!(await workspaceData.schedule.claimDue(workspaceId, now))) return false;
      workspaceData.audit.actAs('recert', now);
      const opportunityIndex = () => indexes.of(workspaceData);
      const data = { ...(await withCatalogue(workspaceData, base)), opportunityIndex };
      const turns: (Date | undefined)[] = [new Date(now.getTime() + MAX_INTERVAL_MS)];
      for (const team of await data.teams.all()) turns.push(await planDueDigest(team, { data, now }));
      turns.push(await planNudges({ data, now }));
      const waiting = await data.outbox.nextDue();
      turns.push(waiting, await data.reports.nextDue());
      const next = turns.filter((turn) => turn !== undefined).reduce((a, b) => (b < a ? b : a));
      await data.schedule.setNext(workspaceId, next);
      return waiting !== undefined && waiting <= now;
    },
    { isPatient: true },
  );
}

/** Plans a team's digest when it is its turn; resolves to its next turn. */
async function planDueDigest(team: Team, deps: DigestDeps): Promise<Date | undefined> {
  const { data, now } = deps;
  const { teamId, place, digestSince } = team;
  if (!place || !digestSince) return undefined;
  const schedule = digestScheduleOf(team, data.workspace);
  const due = dueOccurrence(schedule, { since: digestSince, lastWeek: await data.outbox.lastWeekOf(teamId) }, now);
  if (due !== undefined) await planDigest(team, due.week, deps);
  return nextOccurrence(schedule, now).at;
}
