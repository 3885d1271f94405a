import { deleteAllFiles, type SweepDeps, sweep } from '../services/account/delete-expired.ts';
import { scheduleJob } from './schedule-job.ts';

/** How long the data of an uninstalled tenant is kept, so that it can be reinstalled. */
const KEEP_UNINSTALLED_MS = 30 * 86_400_000;

/** Runs housekeeping every night at 03:17 UTC. Returns a function that stops it. */
export function startHousekeeping(deps: SweepDeps): () => Promise<void> {
  return scheduleJob({ name: 'housekeeping', times: '17 3 * * *', log: deps.log, run: () => runHousekeeping(deps) });
}

/** Sweeps every workspace, and deletes the data of tenants that were uninstalled. A failing workspace doesn't stop the others. Never throws. */
export async function runHousekeeping(deps: SweepDeps): Promise<void> {
  const { store, clock, log } = deps;
  const failed = (error: unknown, about = {}) =>
    log.error('Housekeeping failed; retrying next night.', { ...about, error });
  try {
    for (const { workspaceId } of await store.directory.workspaces())
      await sweep(workspaceId, deps).catch((error) => failed(error, { workspaceId }));
    await store.directory.forgetCodes(clock.now());
    for (const removed of await store.directory.uninstalledBefore(
      new Date(clock.now().getTime() - KEEP_UNINSTALLED_MS),
    )) {
      // Files first: if the run is interrupted in between, the next one finds the tenant again.
      await deleteAllFiles(removed.workspaceId, deps.fileStore);
      await store.purge(removed);
      log.info('Data of an uninstalled tenant deleted.', { workspaceId: removed.workspaceId });
    }
  } catch (error) {
    failed(error);
  }
}
