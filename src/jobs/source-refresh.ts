import { type RefreshDeps, refreshSource } from '../services/opportunities/refresh-source.ts';
import { scheduleJob } from './schedule-job.ts';

const HOUR_MS = 3_600_000;
/** Maximum hours between two attempts to read a failing source. */
const MAX_HOURS = 24;
/** A little less than the time between two reads, so that workspaces that read at different hours share a fetch too. */
const MAX_AGE_MS = 5 * HOUR_MS;
/** Hours between two reads of a source. */
const DEFAULT_HOURS = 6;

/** Refreshes opportunity sources; checks every hour which are due. Returns a function that stops it. */
export function startRefreshing(deps: RefreshDeps): () => Promise<void> {
  return scheduleJob({
    name: 'refresh',
    times: '41 * * * *',
    log: deps.log,
    metrics: deps.metrics,
    run: () => refreshDue(deps),
  });
}

/** Refreshes every source that is due, one after the other. Never throws. */
export async function refreshDue(deps: RefreshDeps): Promise<void> {
  const { store, clock, log } = deps;
  try {
    for (const { workspaceId } of await store.directory.workspaces()) {
      const sources = await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.sources());
      for (const { sourceId, triedAt, failures, isOn, address } of sources) {
        const isDue = isOn && address !== '' && dueAt(triedAt ?? undefined, failures) <= clock.now().getTime();
        if (!isDue) continue;
        const claim = { before: triedAt ?? null, now: clock.now() };
        // Another replica is at it.
        if (!(await store.inWorkspace(workspaceId, (data) => data.opportunities.claimSource(sourceId, claim))))
          continue;
        await refreshSource(workspaceId, sourceId, { ...deps, maxAgeMs: MAX_AGE_MS }).catch((error) =>
          log.error('Refreshing an opportunity source failed.', { workspaceId, sourceId, error }),
        );
      }
    }
  } catch (error) {
    log.error('Refreshing opportunity sources failed; retrying in an hour.', { error });
  }
}

/** Returns when a source is due, in milliseconds since the epoch: 0 if it was never tried; each failure doubles the wait. */
export function dueAt(triedAt: Date | undefined, failures: number): number {
  if (triedAt === undefined) return 0;
  const hours = failures === 0 ? DEFAULT_HOURS : Math.min(MAX_HOURS, DEFAULT_HOURS * 2 ** (failures - 1));
  return triedAt.getTime() + hours * HOUR_MS - HOUR_MS / 2;
}
