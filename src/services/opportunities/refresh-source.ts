import type { SourceDefaults } from '../../opportunities/feed-opportunity.ts';
import { type FetchOptions, type FetchProblem, fetchSource } from '../../opportunities/fetch-source.ts';
import { readSourceInWorker } from '../../opportunities/read-source-in-worker.ts';
import type { Clock, Log } from '../../ports.ts';
import type { SourceUpdate } from '../../store/opportunities/opportunities.ts';
import type { OpportunitySource } from '../../store/opportunities/opportunity-entities.ts';
import type { Store } from '../../store/store.ts';

/** What refreshing needs; `fetch` is for tests, which have their feeds on this machine. */
export interface RefreshDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetching?: FetchOptions;
}

/** So many rejects of a source are kept to be shown. */
const MAX_REJECTS = 20;

/**
 * Fetches a source and keeps what it offers now. Nothing of the database is held while it is fetched and read. What goes wrong is noted
 * in the source's health; nothing of what it offered before is lost.
 */
export async function refreshSource(
  workspaceId: string,
  sourceId: string,
  { store, clock, log, fetching = {} }: RefreshDeps,
): Promise<SourceUpdate | undefined> {
  const source = await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.source(sourceId));
  if (source === null || !source.isOn || source.address === '') return undefined;
  const { etag, lastModified } = source;
  const got = await fetchSource(source.address, {
    ...fetching,
    etag: etag ?? undefined,
    lastModified: lastModified ?? undefined,
  });
  const now = clock.now();
  const failed = async (problem: string) => {
    await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.recordFailure(sourceId, problem, now));
    log.warn('Reading an opportunity source failed.', { workspaceId, sourceId, problem });
    return undefined;
  };
  if (got.kind === 'failed') return failed(problemName(got.problem));
  if (got.kind === 'same') {
    await store.inWorkspace(workspaceId, ({ opportunities }) => opportunities.recordUnchanged(sourceId, now));
    return { added: 0, changed: 0, vanished: 0 };
  }
  const { bytes, contentType } = got;
  const read = await readSourceInWorker({ bytes, contentType, now }, sourceDefaultsOf(source));
  if ('problem' in read) return failed(read.problem);
  const { opportunities: offers, rejects } = read.reading;
  const about = {
    rejects: rejects.slice(0, MAX_REJECTS),
    ...(got.etag === undefined ? {} : { etag: got.etag }),
    ...(got.lastModified === undefined ? {} : { lastModified: got.lastModified }),
  };
  return store.inWorkspace(workspaceId, ({ opportunities }) =>
    opportunities.replaceFromSource(sourceId, { opportunities: offers, ...about }, now),
  );
}

function problemName(problem: FetchProblem): string {
  return typeof problem === 'string' ? problem : `status ${problem.status}`;
}

/** What is taken for granted of a source where an item does not say. */
export function sourceDefaultsOf({
  provider,
  kind,
  delivery,
  minutes,
  language,
  isFree,
}: OpportunitySource): SourceDefaults {
  return {
    provider,
    kind,
    delivery,
    ...(minutes === null || minutes === undefined ? {} : { minutes }),
    ...(language === '' ? {} : { language }),
    ...(isFree === null || isFree === undefined ? {} : { isFree }),
  };
}
