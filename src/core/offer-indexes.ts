import type { Found } from '../opportunities/found.ts';
import { IndexOfOffers } from '../opportunities/index-of-offers.ts';
import type { Opportunity } from '../store/opportunity-entities.ts';
import type { WorkspaceData } from '../store/store.ts';

/** So many workspaces' opportunities are in memory at once; those looked for longest ago go first. */
const MOST_KEPT = 200;
const PAGE = 500;

interface Kept {
  index: IndexOfOffers;
  revision: number;
  /** Whoever comes while it is brought up to date waits for that. */
  busy: Promise<void>;
}

/** The opportunities of each workspace in memory. Every search asks the store first what changed: no replica answers from yesterday. */
export class OfferIndexes {
  readonly #kept = new Map<string, Kept>();

  /** The opportunities of a workspace, as they are in its transaction. */
  async of(data: WorkspaceData): Promise<IndexOfOffers> {
    const { workspaceId } = data.workspace;
    const kept = this.#kept.get(workspaceId) ?? { index: new IndexOfOffers(), revision: 0, busy: Promise.resolve() };
    this.#kept.delete(workspaceId);
    this.#kept.set(workspaceId, kept);
    for (const oldest of this.#kept.keys()) if (this.#kept.size > MOST_KEPT) this.#kept.delete(oldest);
    const update = kept.busy.then(() => catchUp(kept, data));
    kept.busy = update.catch(() => undefined);
    await update;
    return kept.index;
  }
}

async function catchUp(kept: Kept, { opportunities }: WorkspaceData): Promise<void> {
  const { revision, rebuilt } = await opportunities.change();
  if (revision === kept.revision) return;
  const isAnew = rebuilt > kept.revision;
  const [index, since] = isAnew ? [new IndexOfOffers(), 0] : [kept.index, kept.revision];
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const page = await opportunities.changedAfter(since, { after, limit: PAGE });
    index.drop(page.filter(isGone).map(({ opportunityId }) => opportunityId));
    await index.put(page.filter((one) => !isGone(one)).map(foundOf));
    const last = page.at(-1);
    if (last === undefined || page.length < PAGE) break;
    after = last.opportunityId;
  }
  kept.index = index;
  kept.revision = revision;
}

function isGone({ vanishedAt }: Opportunity): boolean {
  return vanishedAt !== null && vanishedAt !== undefined;
}

/** An opportunity as it is found. */
export function foundOf(row: Opportunity): Found {
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
