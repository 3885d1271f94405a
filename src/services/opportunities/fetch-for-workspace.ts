import { setTimeout as pause } from 'node:timers/promises';
import type { FetchProblem } from '../../opportunities/fetch-problem.ts';
import { type FetchOptions, type FetchResult, fetchSource } from '../../opportunities/fetch-source.ts';
import { isShareableAddress } from '../../opportunities/shareable-address.ts';
import type { Clock } from '../../ports.ts';
import type { OpportunitySource } from '../../store/opportunities/opportunity-entities.ts';
import { isSharedVersion } from '../../store/opportunities/public-feeds.ts';
import type { Store } from '../../store/store.ts';

interface FeedFetchDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly fetching?: FetchOptions;
  /** A public feed that was fetched within this time, for any workspace, is not fetched again. */
  readonly maxAgeMs?: number;
}

/** What came of fetching a source; `problem` is a word that is stored. */
type FetchedSource =
  | Exclude<FetchResult, { readonly kind: 'failed' }>
  | { readonly kind: 'failed'; readonly problem: string; readonly reason?: string | undefined };

const DEFAULT_MAX_AGE_MS = 10 * 60_000;
/** Larger feeds are not stored a second time. */
const MAX_SHARED_BYTES = 8_000_000;
const POLL_MS = 250;
/** A fetch takes 30 seconds at most. */
const MAX_POLLS = 160;

/** Fetches a source. A public feed is fetched once for all workspaces and replicas: by whichever claims it, and the others read what it got. */
export async function fetchForWorkspace(source: OpportunitySource, deps: FeedFetchDeps): Promise<FetchedSource> {
  if (!isShareableAddress(source.address)) return fetchAlone(source, deps);
  for (let polls = 0; polls < MAX_POLLS; polls += 1) {
    const { address, etag } = source;
    const now = deps.clock.now();
    const claim = await deps.store.publicFeeds.claim(address, { now, maxAgeMs: deps.maxAgeMs ?? DEFAULT_MAX_AGE_MS });
    switch (claim.kind) {
      case 'claimed':
        return fetchForAll(source, claim, deps);
      case 'failed':
        return { kind: 'failed', problem: claim.problem };
      case 'fresh': {
        if (claim.version === etag) return { kind: 'same' };
        const stored = await readShared(source, claim.version, deps);
        if (stored !== undefined) return stored;
        break;
      }
      case 'busy':
        await pause(POLL_MS);
    }
  }
  return fetchAlone(source, deps);
}

async function fetchAlone(
  { address, etag, lastModified }: OpportunitySource,
  { fetching }: FeedFetchDeps,
): Promise<FetchedSource> {
  const own = etag && !isSharedVersion(etag) ? etag : undefined;
  const fetched = await fetchSource(address, { ...fetching, etag: own, lastModified: lastModified ?? undefined });
  return fetched.kind === 'failed' ? { ...fetched, problem: problemName(fetched.problem) } : fetched;
}

/** Fetches a claimed feed and stores what came of it for everyone. */
async function fetchForAll(
  source: OpportunitySource,
  validators: Pick<FetchOptions, 'etag' | 'lastModified'>,
  deps: FeedFetchDeps,
): Promise<FetchedSource> {
  const { store, clock, fetching } = deps;
  const { address } = source;
  const { etag, lastModified } = validators;
  const fetched = await fetchSource(address, { ...fetching, etag, lastModified });
  const feeds = store.publicFeeds;
  switch (fetched.kind) {
    case 'failed': {
      const problem = problemName(fetched.problem);
      await feeds.saveFailure(address, problem, clock.now());
      return { ...fetched, problem };
    }
    case 'same': {
      const version = await feeds.saveUnchanged(address, clock.now());
      if (version === source.etag) return fetched;
      return (await readShared(source, version, deps)) ?? fetchAlone(source, deps);
    }
    case 'changed': {
      if (fetched.bytes.length > MAX_SHARED_BYTES) {
        await feeds.forget(address);
        return fetched;
      }
      const content = { ...fetched, etag: fetched.etag, lastModified: fetched.lastModified };
      const version = await feeds.save(address, content, clock.now());
      if (version === source.etag) return { kind: 'same' };
      return { kind: 'changed', bytes: fetched.bytes, contentType: fetched.contentType, etag: version };
    }
  }
}

async function readShared(
  { address }: OpportunitySource,
  version: string,
  { store }: FeedFetchDeps,
): Promise<FetchedSource | undefined> {
  const stored = await store.publicFeeds.content(address, version);
  return stored && { kind: 'changed', bytes: stored.bytes, contentType: stored.contentType, etag: version };
}

function problemName(problem: FetchProblem): string {
  return typeof problem === 'string' ? problem : `status ${problem.status}`;
}
