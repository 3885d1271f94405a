import { schedule } from 'node-cron';
import { type GroupSyncDeps, syncTeamWithGroup } from '../services/notifications/sync-team-with-group.ts';

/** A team is compared with the group it follows this often. */
const EVERY_MS = 6 * 3_600_000;

/** Keeps teams in step with the groups they follow, looking every hour whose turn it is. Returns what stops it. */
export function startGroupSync(parts: GroupSyncDeps): () => Promise<void> {
  const task = schedule('23 * * * *', () => syncDueTeams(parts), { timezone: 'UTC', name: 'follow', noOverlap: true });
  return async () => {
    await task.destroy();
  };
}

/** Compares every team whose turn it is, one after the other; each replica takes its own. Never throws. */
export async function syncDueTeams(parts: GroupSyncDeps): Promise<void> {
  const { store, clock, log } = parts;
  try {
    for (const { workspaceId } of await store.directory.workspaces()) {
      const now = clock.now();
      const before = new Date(now.getTime() - EVERY_MS);
      const due = await store.inWorkspace(workspaceId, ({ teams }) => teams.claimForGroupSync(before, now));
      for (const teamId of due)
        await syncTeamWithGroup(workspaceId, teamId, parts).catch((error) =>
          log.error("Reading a team's group failed.", { workspaceId, teamId, error }),
        );
    }
  } catch (error) {
    log.error('Syncing team groups failed; retrying in an hour.', { error });
  }
}
