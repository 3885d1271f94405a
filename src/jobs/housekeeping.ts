import { schedule } from 'node-cron';
import type { Clock, Log } from '../ports.ts';
import type { Store } from '../store/store.ts';

/** Platforms deliver an act again within minutes, people press a stale button within days. */
const REMEMBER_ACTS_MS = 30 * 86_400_000;

export interface HousekeepingParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Forgets, every night, the keys of acts that nobody can repeat any more, and deletes files that nobody came for and what uninstalled
 * tenants left. Returns what stops it. */
export function startHousekeeping(parts: HousekeepingParts): () => Promise<void> {
  const task = schedule('17 3 * * *', () => tidy(parts), { timezone: 'UTC', name: 'housekeeping', noOverlap: true });
  return async () => {
    await task.destroy();
  };
}

/** A tenant that took recert away has this long to come back. */
const KEEP_UNINSTALLED_MS = 30 * 86_400_000;

/** Does the night's work once. */
export async function tidy({ store, clock, log }: HousekeepingParts): Promise<void> {
  const now = clock.now().getTime();
  const before = new Date(now - REMEMBER_ACTS_MS);
  try {
    for (const { workspaceId } of await store.directory.workspaces()) {
      const [forgotten, deleted] = await store.inWorkspace(workspaceId, async ({ effects, files }) => [
        await effects.forget(before),
        await files.forget(clock.now()),
      ]);
      if (forgotten > 0) log.info('Old acts were forgotten.', { workspaceId, forgotten });
      if (deleted > 0) log.info('Files that nobody came for were deleted.', { workspaceId, deleted });
    }
    await store.directory.forgetCodes(clock.now());
    for (const gone of await store.directory.uninstalledBefore(new Date(now - KEEP_UNINSTALLED_MS))) {
      await store.purge(gone);
      log.info('The data of a tenant that took recert away was deleted.', { workspaceId: gone.workspaceId });
    }
  } catch (error) {
    log.error('Housekeeping failed; it is tried again next night.', { error });
  }
}
