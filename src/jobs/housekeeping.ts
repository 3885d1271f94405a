import { schedule } from 'node-cron';
import { emptyVault, type Sweeping, sweep } from './sweep.ts';

/** A tenant that took recert away has this long to come back. */
const KEEP_UNINSTALLED_MS = 30 * 86_400_000;

/** Tidies every night. Returns what stops it. */
export function startHousekeeping(parts: Sweeping): () => Promise<void> {
  const task = schedule('17 3 * * *', () => tidy(parts), { timezone: 'UTC', name: 'housekeeping', noOverlap: true });
  return async () => {
    await task.destroy();
  };
}

/** Does the night's work once: in every workspace, whatever happens in the others. Never throws. */
export async function tidy(parts: Sweeping): Promise<void> {
  const { store, clock, log } = parts;
  const failed = (error: unknown, about = {}) =>
    log.error('Housekeeping failed; it is tried again next night.', { ...about, error });
  try {
    for (const { workspaceId } of await store.directory.workspaces())
      await sweep(workspaceId, parts).catch((error) => failed(error, { workspaceId }));
    await store.directory.forgetCodes(clock.now());
    for (const gone of await store.directory.uninstalledBefore(new Date(clock.now().getTime() - KEEP_UNINSTALLED_MS))) {
      // The bytes first: when the night is cut short in between, the next one finds the tenant still there.
      await emptyVault(gone.workspaceId, parts);
      await store.purge(gone);
      log.info('The data of a tenant that took recert away was deleted.', { workspaceId: gone.workspaceId });
    }
  } catch (error) {
    failed(error);
  }
}
