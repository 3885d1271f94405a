import { sourceNotesOf } from '../../domain/source-notes.ts';
import type { SourceDefaults } from '../../opportunities/feed-opportunity.ts';
import type { FetchOptions } from '../../opportunities/fetch-source.ts';
import { readSourceInWorker } from '../../opportunities/read-source-in-worker.ts';
import type { Clock, Log } from '../../ports.ts';
import type { SourceUpdate } from '../../store/opportunities/opportunities.ts';
import type { OpportunitySource } from '../../store/opportunities/opportunity-entities.ts';
import type { Store } from '../../store/store.ts';
import type { Metrics } from '../../telemetry/metrics.ts';
import { fetchForWorkspace } from './fetch-for-workspace.ts';

/** What refreshing a source needs. */
export interface RefreshDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics?: Metrics;
  /** How sources are fetched; tests allow feeds on this machine. */
  readonly fetching?: FetchOptions;
  /** A public feed that was fetched within this time, for any workspace, is not fetched again. */
  readonly maxAgeMs?: number;
}

/**
 * Fetches a source and stores its opportunities. No transaction is open while it is fetched and parsed. A failure is recorded at the source
 * and keeps its opportunities. Returns undefined when it failed or the source is off.
 */
export async function refreshSource(
  workspaceId: string,
  sourceId: string,
  deps: RefreshDeps,
): Promise<SourceUpdate | undefined> {
  const { store, clock, log } = deps;
  const source = await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.source(sourceId));
  if (source === null || !source.isOn || source.address === '') return undefined;
  const fetched = await fetchForWorkspace(source, deps);
  const now = clock.now();
  const failed = async (problem: string, reason?: string) => {
    await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.recordFailure(sourceId, problem, now));
    log.warn('Reading an opportunity source failed.', { workspaceId, sourceId, problem, reason });
    return undefined;
  };
  if (fetched.kind === 'failed') return failed(fetched.problem, fetched.reason);
  if (fetched.kind === 'same') {
    await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.recordUnchanged(sourceId, now));
    return { added: 0, changed: 0, vanished: 0 };
  }
  const { bytes, contentType } = fetched;
  const zone = await store.inWorkspace(workspaceId, async ({ workspace }) => workspace.zone);
  const received = { bytes, contentType, now, address: source.address, zone };
  const read = await readSourceInWorker(received, sourceDefaultsOf(source));
  if ('problem' in read) return failed(read.problem);
  const content = {
    opportunities: read.reading.opportunities,
    rejects: sourceNotesOf(read.reading),
    ...(fetched.etag === undefined ? {} : { etag: fetched.etag }),
    ...(fetched.lastModified === undefined ? {} : { lastModified: fetched.lastModified }),
  };
  return store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.replaceFromSource(sourceId, content, now));
}

/** Returns the values used for items of a source that don't state them. */
function sourceDefaultsOf(source: OpportunitySource): SourceDefaults {
  const { provider, kind, delivery, minutes, language, isFree } = source;
  return {
    provider,
    kind,
    delivery,
    ...(minutes === null || minutes === undefined ? {} : { minutes }),
    ...(language === '' ? {} : { language }),
    ...(isFree === null || isFree === undefined ? {} : { isFree }),
  };
}
