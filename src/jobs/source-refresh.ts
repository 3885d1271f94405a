import { schedule } from 'node-cron';
import { type RefreshDeps, refreshSource } from '../services/opportunities/refresh-source.ts';

/** A source that fails is asked less and less often, at least once a day. */
const HOUR_MS = 3_600_000;
const MAX_HOURS = 24;
/** A source is asked again after so many hours when nothing is wrong with it. */
const DEFAULT_HOURS = 6;

/** Refreshes sources of opportunities, looking every hour which are due. Returns what stops it. */
export function startRefreshing(parts: RefreshDeps): () => Promise<void> {
  const task = schedule('41 * * * *', () => refreshDue(parts), { timezone: 'UTC', name: 'refresh', noOverlap: true });
  return async () => {
    await task.destroy();
  };
}

/** Refreshes every source that is due, one after the other. Never throws. */
export async function refreshDue(parts: RefreshDeps): Promise<void> {
  const { store, clock, log } = parts;
  try {
    for (const { workspaceId } of await store.directory.workspaces()) {
      const sources = await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.sources());
      for (const { sourceId, triedAt, failures, isOn, address } of sources) {
        const isDue = isOn && address !== '' && dueAt(triedAt ?? undefined, failures) <= clock.now().getTime();
        if (!isDue) continue;
        await refreshSource(workspaceId, sourceId, parts).catch((error) =>
          log.error('Refreshing an opportunity source failed.', { workspaceId, sourceId, error }),
        );
      }
    }
  } catch (error) {
    log.error('Refreshing opportunity sources failed; retrying in an hour.', { error });
  }
}

/** When a source is to be asked again, in milliseconds since the epoch; at once when it was never asked. */
export function dueAt(triedAt: Date | undefined, failures: number): number {
  if (triedAt === undefined) return 0;
  const hours = failures === 0 ? DEFAULT_HOURS : Math.min(MAX_HOURS, DEFAULT_HOURS * 2 ** (failures - 1));
  return triedAt.getTime() + hours * HOUR_MS - HOUR_MS / 2;
}
