import { deleteAllFiles, removeInterruptedImports, type SweepDeps, sweep } from '../services/account/delete-expired.ts';
import { scheduleJob } from './schedule-job.ts';

/** How long the data of an uninstalled tenant is kept, so that it can be reinstalled. */
const KEEP_UNINSTALLED_MS = 30 * 86_400_000;

/** Removes what interrupted imports left, and runs housekeeping every night at 03:17 UTC. Returns a function that stops it. */
export function startHousekeeping(deps: SweepDeps): () => Promise<void> {
  const begun = finishInterrupted(deps);
  const stop = scheduleJob({
    name: 'housekeeping',
    times: '17 3 * * *',
    log: deps.log,
    metrics: deps.metrics,
    run: () => runHousekeeping(deps),
  });
  return async () => {
    await begun;
    await stop();
  };
}

/** Removes what imports saved that the end of a process interrupted. Never throws: every night it is done again. */
async function finishInterrupted(deps: SweepDeps): Promise<void> {
  const { store, log } = deps;
  try {
    const which = store.isExclusive ? 'all' : 'inactive';
    for (const { workspaceId } of await store.directory.workspaces())
      await removeInterruptedImports(workspaceId, which, deps);
  } catch (error) {
    log.error('Removing interrupted imports failed; retrying next night.', { error });
  }
}

/** Sweeps every workspace, deletes the data of tenants that were uninstalled, and refreshes the statistics of the embedded database. A failing workspace doesn't stop the others. Never throws. */
export async function runHousekeeping(deps: SweepDeps): Promise<void> {
  const { store, clock, log } = deps;
  const failed = (error: unknown, about = {}) =>
    log.error('Housekeeping failed; retrying next night.', { ...about, error });
  try {
    for (const { workspaceId } of await store.directory.workspaces())
      await sweep(workspaceId, deps).catch((error) => failed(error, { workspaceId }));
    await store.directory.forgetCodes(clock.now());
    await store.publicFeeds.forgetUnread(clock.now());
    for (const removed of await store.directory.uninstalledBefore(
      new Date(clock.now().getTime() - KEEP_UNINSTALLED_MS),
    )) {
      // Files first: if the run is interrupted in between, the next one finds the tenant again.
      await deleteAllFiles(removed.workspaceId, deps.fileStore);
      await store.purge(removed);
      log.info('Data of an uninstalled tenant deleted.', { workspaceId: removed.workspaceId });
    }
    const tables = await store.refreshStatistics();
    if (tables.length > 0) log.info('Statistics of the database refreshed.', { tables });
  } catch (error) {
    failed(error);
  }
}
