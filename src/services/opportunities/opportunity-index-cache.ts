import { loadVocabulary } from '../../opportunities/engine/load-vocabulary.ts';
import { searchTermsOf } from '../../opportunities/engine/search-terms.ts';
import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import type { Opportunity } from '../../store/opportunities/opportunity-entities.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { IndexFigures } from '../../telemetry/operating-figures.ts';

/** The memory of all indexes together; the least recently searched is dropped first. */
const MAX_BYTES = 256 * 1024 * 1024;
const PAGE = 500;
/** More changes than these are loaded in the background, because a search would wait for them too long. */
const MAX_AT_ONCE = 2_000;
/** How many opportunities are searched until the index is there. */
const MAX_STORED = 300;

interface CachedIndex {
  index: OpportunityIndex;
  revision: number;
  /** The current update; concurrent searches wait for it. */
  updating: Promise<void>;
  /** The work in the background that builds the index. */
  building?: Promise<void>;
}

type BackgroundStore = Pick<Store, 'inWorkspace' | 'inBackground'>;

interface CacheOptions {
  /** Reads the opportunities in the background; without it, the first search loads all of them. */
  readonly store?: BackgroundStore;
  readonly maxAtOnce?: number;
  readonly maxBytes?: number;
}

/**
 * Keeps the opportunity indexes of the workspaces that search in memory, up to a number of bytes. Every search first loads what changed, so replicas
 * agree. One index is always kept, even if it alone is larger.
 */
export class OpportunityIndexCache {
  readonly #indexes = new Map<string, CachedIndex>();
  readonly #store: BackgroundStore | undefined;
  readonly #maxAtOnce: number;
  readonly #maxBytes: number;

  constructor({ store, maxAtOnce = MAX_AT_ONCE, maxBytes = MAX_BYTES }: CacheOptions = {}) {
    this.#store = store;
    this.#maxAtOnce = maxAtOnce;
    this.#maxBytes = maxBytes;
  }

  /** How much is in memory. */
  get figures(): IndexFigures {
    const all = [...this.#indexes.values()].map(({ index }) => index);
    const sum = (of: (index: OpportunityIndex) => number) => all.reduce((total, index) => total + of(index), 0);
    return { indexes: all.length, opportunities: sum(({ size }) => size), bytes: sum(({ bytes }) => bytes) };
  }

  /**
   * Returns the index of a workspace, current as of its transaction. While a large index is built in the background, returns a partial one
   * of stored opportunities with the words that are searched.
   */
  async of(data: WorkspaceData, words = ''): Promise<OpportunityIndex> {
    const cached = this.#cachedOf(data.workspace.workspaceId);
    if (await this.#isBuilding(cached, data)) return partialIndex(data, words);
    const update = cached.updating.then(() => loadChanges(cached, data));
    cached.updating = update.catch(() => undefined);
    await update;
    this.#dropOldest();
    return cached.index;
  }

  /** Resolves when the index of a workspace is not being built any more. Must not be called inside a transaction. */
  async built(workspaceId: string): Promise<void> {
    await this.#indexes.get(workspaceId)?.building;
  }

  #cachedOf(workspaceId: string): CachedIndex {
    const cached = this.#indexes.get(workspaceId) ?? {
      index: new OpportunityIndex(),
      revision: 0,
      updating: Promise.resolve(),
    };
    this.#indexes.delete(workspaceId);
    this.#indexes.set(workspaceId, cached);
    return cached;
  }

  /** Drops the least recently searched indexes until the others fit; those that are being built stay. */
  #dropOldest(): void {
    let { bytes } = this.figures;
    const last = [...this.#indexes.keys()].at(-1);
    for (const [workspaceId, { index, building }] of this.#indexes) {
      if (bytes <= this.#maxBytes) return;
      if (workspaceId === last || building !== undefined) continue;
      this.#indexes.delete(workspaceId);
      bytes -= index.bytes;
    }
  }

  /** Whether the index is built in the background, which begins if there is much to load. */
  async #isBuilding(cached: CachedIndex, { workspace, opportunityChanges }: WorkspaceData): Promise<boolean> {
    if (cached.building !== undefined) return true;
    if (this.#store === undefined) return false;
    const { revision, rebuilt } = await opportunityChanges.latest();
    if (revision === cached.revision) return false;
    const since = rebuilt > cached.revision ? 0 : cached.revision;
    if ((await opportunityChanges.countChangedAfter(since, this.#maxAtOnce + 1)) <= this.#maxAtOnce) return false;
    const store = this.#store;
    cached.building = store
      .inBackground(() => this.#build(cached, workspace.workspaceId, store))
      // The next search begins anew.
      .catch(() => undefined)
      .finally(() => {
        delete cached.building;
      });
    return true;
  }

  /** Builds an index page by page, each in a transaction of its own; what changes meanwhile is loaded by the next search. */
  async #build(cached: CachedIndex, workspaceId: string, store: BackgroundStore): Promise<void> {
    const index = new OpportunityIndex();
    const { revision } = await store.inWorkspace(workspaceId, ({ opportunityChanges }) => opportunityChanges.latest());
    let after: string | undefined = FIRST;
    while (after !== undefined) {
      const from: string = after;
      const page = await store.inWorkspace(workspaceId, ({ opportunityChanges }) =>
        opportunityChanges.changedAfter(0, { after: from, limit: PAGE }),
      );
      after = await addPage(index, page);
    }
    cached.index = index;
    cached.revision = revision;
    this.#dropOldest();
  }
}

const FIRST = '00000000-0000-0000-0000-000000000000';

async function loadChanges(cached: CachedIndex, { opportunityChanges }: WorkspaceData): Promise<void> {
  const { revision, rebuilt } = await opportunityChanges.latest();
  if (revision === cached.revision) return;
  const isRebuilt = rebuilt > cached.revision;
  const [index, since] = isRebuilt ? [new OpportunityIndex(), 0] : [cached.index, cached.revision];
  let after: string | undefined = FIRST;
  while (after !== undefined)
    after = await addPage(index, await opportunityChanges.changedAfter(since, { after, limit: PAGE }));
  cached.index = index;
  cached.revision = revision;
}

/** Brings a page of changes into an index; returns the id after which the next page begins, or undefined after the last one. */
async function addPage(index: OpportunityIndex, page: readonly Opportunity[]): Promise<string | undefined> {
  index.drop(page.filter(isGone).map(({ opportunityId }) => opportunityId));
  await index.put(page.filter((opportunity) => !isGone(opportunity)).map(toIndexedOpportunity));
  return page.length < PAGE ? undefined : page.at(-1)?.opportunityId;
}

async function partialIndex({ opportunityChanges }: WorkspaceData, words: string): Promise<OpportunityIndex> {
  const index = new OpportunityIndex({ isPartial: true });
  const { everyday } = loadVocabulary();
  const terms = searchTermsOf(words).filter((term) => !everyday.isCommon(term));
  const stored = await opportunityChanges.matching(terms, MAX_STORED);
  await index.put(stored.map(toIndexedOpportunity));
  return index;
}

function isGone({ vanishedAt }: Opportunity): boolean {
  return vanishedAt !== null && vanishedAt !== undefined;
}

/** Returns a stored opportunity in the form of the index. */
function toIndexedOpportunity(row: Opportunity): IndexedOpportunity {
  const { opportunityId: id, startsAt, publishedAt, minutes, isFree, price, lastDay, ...rest } = row;
  return {
    ...rest,
    id,
    startsAt: startsAt ?? undefined,
    publishedAt: publishedAt ?? undefined,
    minutes: minutes ?? undefined,
    isFree: isFree ?? undefined,
    price: price ?? undefined,
    lastDay: lastDay ?? undefined,
  };
}
