import { schedule } from 'node-cron';
import { deleteAllFiles, type SweepDeps, sweep } from '../services/account/sweep.ts';

/** A tenant that took recert away has this long to come back. */
const KEEP_UNINSTALLED_MS = 30 * 86_400_000;

/** Tidies every night. Returns what stops it. */
export function startHousekeeping(parts: SweepDeps): () => Promise<void> {
  const task = schedule('17 3 * * *', () => runHousekeeping(parts), {
    timezone: 'UTC',
    name: 'housekeeping',
    noOverlap: true,
  });
  return async () => {
    await task.destroy();
  };
}

/** Does the night's work once: in every workspace, whatever happens in the others. Never throws. */
export async function runHousekeeping(parts: SweepDeps): Promise<void> {
  const { store, clock, log } = parts;
  const failed = (error: unknown, about = {}) =>
    log.error('Housekeeping failed; retrying next night.', { ...about, error });
  try {
    for (const { workspaceId } of await store.directory.workspaces())
      await sweep(workspaceId, parts).catch((error) => failed(error, { workspaceId }));
    await store.directory.forgetCodes(clock.now());
    for (const removed of await store.directory.uninstalledBefore(
      new Date(clock.now().getTime() - KEEP_UNINSTALLED_MS),
    )) {
      // The bytes first: when the night is cut short in between, the next one finds the tenant still there.
      await deleteAllFiles(removed.workspaceId, parts);
      await store.purge(removed);
      log.info('Data of an uninstalled tenant deleted.', { workspaceId: removed.workspaceId });
    }
  } catch (error) {
    failed(error);
  }
}
