import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import type { Opportunity } from '../../store/opportunities/opportunity-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** The number of workspaces in memory; the least recently searched is dropped first. */
const MAX_CACHED = 200;
const PAGE = 500;

interface CachedIndex {
  index: OpportunityIndex;
  revision: number;
  /** The current update; concurrent searches wait for it. */
  updating: Promise<void>;
}

/** Keeps the opportunity index of each workspace in memory. Every search first loads what changed, so replicas agree. */
export class OpportunityIndexCache {
  readonly #indexes = new Map<string, CachedIndex>();

  /** Returns the index of a workspace, current as of its transaction. */
  async of(data: WorkspaceData): Promise<OpportunityIndex> {
    const { workspaceId } = data.workspace;
    const cached = this.#indexes.get(workspaceId) ?? {
      index: new OpportunityIndex(),
      revision: 0,
      updating: Promise.resolve(),
    };
    this.#indexes.delete(workspaceId);
    this.#indexes.set(workspaceId, cached);
    for (const oldest of this.#indexes.keys()) if (this.#indexes.size > MAX_CACHED) this.#indexes.delete(oldest);
    const update = cached.updating.then(() => loadChanges(cached, data));
    cached.updating = update.catch(() => undefined);
    await update;
    return cached.index;
  }
}

async function loadChanges(cached: CachedIndex, { opportunities }: WorkspaceData): Promise<void> {
  const { revision, rebuilt } = await opportunities.change();
  if (revision === cached.revision) return;
  const isRebuilt = rebuilt > cached.revision;
  const [index, since] = isRebuilt ? [new OpportunityIndex(), 0] : [cached.index, cached.revision];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await opportunities.changedAfter(since, { after, limit: PAGE });
    index.drop(page.filter(isGone).map(({ opportunityId }) => opportunityId));
    await index.put(page.filter((opportunity) => !isGone(opportunity)).map(toIndexedOpportunity));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.opportunityId;
  }
  cached.index = index;
  cached.revision = revision;
}

function isGone({ vanishedAt }: Opportunity): boolean {
  return vanishedAt !== null && vanishedAt !== undefined;
}

/** Returns a stored opportunity in the form of the index. */
function toIndexedOpportunity(row: Opportunity): IndexedOpportunity {
  const { opportunityId: id, startsAt, publishedAt, minutes, isFree, ...rest } = row;
  return {
    ...rest,
    id,
    startsAt: startsAt ?? undefined,
    publishedAt: publishedAt ?? undefined,
    minutes: minutes ?? undefined,
    isFree: isFree ?? undefined,
  };
}
