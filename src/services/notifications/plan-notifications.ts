import type { Catalogue } from '../../catalogue/index.ts';
import { dueOccurrence, nextOccurrence } from '../../domain/weekly-schedule.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import type { Team } from '../../store/teams/team-entities.ts';
import { withCatalogue } from '../certifications/workspace-catalogue.ts';
import type { OpportunityIndexCache } from '../opportunities/opportunity-index-cache.ts';
import { correctPostedDigest } from './correct-digest.ts';
import { type DigestDeps, digestScheduleOf, planDigest } from './plan-digest.ts';
import { planManagerSummaries } from './plan-manager-summaries.ts';
import { planNudges } from './plan-nudges.ts';

/** What planning notifications needs. */
export interface PlanDeps {
  readonly store: Store;
  readonly catalogue: Catalogue;
  readonly clock: Clock;
  readonly log: Log;
  readonly indexes: OpportunityIndexCache;
}

/** The maximum interval between two checks of a workspace. */
const MAX_INTERVAL_MS = 24 * 60 * 60_000;

/**
 * Plans the due digests and nudges of a workspace and the time of its next check, in one transaction, so that a crash leaves nothing half
 * planned. Only one replica claims the check. Returns whether messages are due now; false when another replica claimed it.
 */
export async function planNotifications(
  workspaceId: string,
  { store, catalogue: base, clock, indexes }: PlanDeps,
): Promise<boolean> {
  const now = clock.now();
  await indexes.built(workspaceId);
  return store.inWorkspace(
    workspaceId,
    async (workspaceData) => {
      if (!(await workspaceData.schedule.claimDue(workspaceId, now))) return false;
      workspaceData.audit.actAs('recert', now);
      const opportunityIndex = (words?: string) => indexes.of(workspaceData, words);
      const data = { ...(await withCatalogue(workspaceData, base)), opportunityIndex };
      const times: (Date | undefined)[] = [new Date(now.getTime() + MAX_INTERVAL_MS)];
      for (const team of await data.teams.all()) times.push(await planDueDigest(team, { data, now }));
      times.push(await planNudges({ data, now }));
      await planManagerSummaries({ data, now });
      const nextMessage = await data.outbox.nextDue();
      times.push(nextMessage, await data.reports.nextDue());
      const next = times.filter((time) => time !== undefined).reduce((a, b) => (b < a ? b : a));
      await data.schedule.setNext(workspaceId, next);
      return nextMessage !== undefined && nextMessage <= now;
    },
    { isPatient: true },
  );
}

/** Plans a team's digest if it is due, or a correction of today's. Returns when to look at it next. */
async function planDueDigest(team: Team, deps: DigestDeps): Promise<Date | undefined> {
  const { data, now } = deps;
  const { teamId, place, digestSince } = team;
  if (!place || !digestSince) return undefined;
  const schedule = digestScheduleOf(team, data.workspace);
  const due = dueOccurrence(schedule, { since: digestSince, lastWeek: await data.outbox.lastWeekOf(teamId) }, now);
  if (due !== undefined) await planDigest(team, due.week, deps);
  const next = nextOccurrence(schedule, now).at;
  const check = await correctPostedDigest(team, deps);
  return check !== undefined && check < next ? check : next;
}
