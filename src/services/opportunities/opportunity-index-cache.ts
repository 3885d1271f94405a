import type { IndexedOpportunity } from '../../opportunities/indexed-opportunity.ts';
import { OpportunityIndex } from '../../opportunities/opportunity-index.ts';
import type { Opportunity } from '../../store/opportunities/opportunity-entities.ts';
import type { WorkspaceData } from '../../store/store.ts';

/** So many workspaces' opportunities are in memory at once; those looked for longest ago go first. */
const MAX_CACHED = 200;
const PAGE = 500;

interface CachedIndex {
  index: OpportunityIndex;
  revision: number;
  /** Whoever comes while it is brought up to date waits for that. */
  busy: Promise<void>;
}

/** The opportunities of each workspace in memory. Every search asks the store first what changed: no replica answers from yesterday. */
export class OpportunityIndexCache {
  readonly #kept = new Map<string, CachedIndex>();

  /** The opportunities of a workspace, as they are in its transaction. */
  async of(data: WorkspaceData): Promise<OpportunityIndex> {
    const { workspaceId } = data.workspace;
    const stored = this.#kept.get(workspaceId) ?? {
      index: new OpportunityIndex(),
      revision: 0,
      busy: Promise.resolve(),
    };
    this.#kept.delete(workspaceId);
    this.#kept.set(workspaceId, stored);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MAX_CACHED) this.#kept.delete(oldest);
    const update = stored.busy.then(() => catchUp(stored, data));
    stored.busy = update.catch(() => undefined);
    await update;
    return stored.index;
  }
}

async function catchUp(stored: CachedIndex, { opportunities }: WorkspaceData): Promise<void> {
  const { revision, rebuilt } = await opportunities.change();
  if (revision === stored.revision) return;
  const isAnew = rebuilt > stored.revision;
  const [index, since] = isAnew ? [new OpportunityIndex(), 0] : [stored.index, stored.revision];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await opportunities.changedAfter(since, { after, limit: PAGE });
    index.drop(page.filter(isGone).map(({ opportunityId }) => opportunityId));
    await index.put(page.filter((one) => !isGone(one)).map(toIndexedOpportunity));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.opportunityId;
  }
  stored.index = index;
  stored.revision = revision;
}

function isGone({ vanishedAt }: Opportunity): boolean {
  return vanishedAt !== null && vanishedAt !== undefined;
}

/** An opportunity as it is found. */
export function toIndexedOpportunity(row: Opportunity): IndexedOpportunity {
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
