import { nameNamelessPeople } from '../services/named-users.ts';
import { type GroupSyncDeps, syncTeamWithGroup } from '../services/notifications/sync-team-with-group.ts';
import { scheduleJob } from './schedule-job.ts';

/** How often a team is compared with the group it follows. */
const EVERY_MS = 6 * 3_600_000;

/** Syncs teams with the groups they follow; checks every hour which are due. Returns a function that stops it. */
export function startGroupSync(deps: GroupSyncDeps): () => Promise<void> {
  return scheduleJob({
    name: 'follow',
    times: '23 * * * *',
    log: deps.log,
    metrics: deps.metrics,
    run: () => syncDueTeams(deps),
  });
}

/** Syncs every team that is due, one after the other; each replica claims its own. Reads the names of people that are missing. Never throws. */
export async function syncDueTeams(deps: GroupSyncDeps): Promise<void> {
  const { store, clock, log } = deps;
  try {
    for (const { workspaceId } of await store.directory.workspaces()) {
      const now = clock.now();
      const before = new Date(now.getTime() - EVERY_MS);
      const due = await store.inWorkspace(workspaceId, ({ teams }) => teams.claimForGroupSync(before, now));
      await nameNamelessPeople(workspaceId, deps);
      for (const teamId of due)
        await syncTeamWithGroup(workspaceId, teamId, deps).catch((error) =>
          log.error("Reading a team's group failed.", { workspaceId, teamId, error }),
        );
    }
  } catch (error) {
    log.error('Syncing team groups failed; retrying in an hour.', { error });
  }
}
