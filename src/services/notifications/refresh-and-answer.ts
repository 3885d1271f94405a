import { refreshedCard, sourceCard } from '../../views/opportunities/source-card.ts';
import { type RefreshDeps, refreshSource } from '../opportunities/refresh-source.ts';
import { countAvailable, describeSources, findSourceDetails } from '../opportunities/source-details.ts';
import { type DeliveryDeps, type Recipient, sendAnswer } from './delivery.ts';

/** The sources to read, and who is told the result. */
export interface RefreshRequest {
  readonly workspaceId: string;
  readonly sourceIds: readonly string[];
  /** How many opportunities the workspace had before. */
  readonly before: number;
  readonly recipient: Recipient;
  readonly zone: string;
}

/** Reads sources and sends the person what came of it: the health, the latest opportunities, and the number before and after. Never throws. */
export async function refreshAndAnswer(request: RefreshRequest, deps: RefreshDeps & DeliveryDeps): Promise<void> {
  const { workspaceId, sourceIds, before, recipient, zone } = request;
  const { words } = recipient;
  for (const sourceId of sourceIds)
    await refreshSource(workspaceId, sourceId, deps).catch((error) =>
      deps.log.error('Refreshing an opportunity source failed.', { workspaceId, sourceId, error }),
    );
  const card = await deps.store
    .inWorkspace(workspaceId, async (data) => {
      const volume = { before, after: await countAvailable(data) };
      const [only, ...more] = sourceIds;
      if (only !== undefined && more.length === 0) {
        const details = await findSourceDetails(only, { words, zone }, data);
        return details && sourceCard(details, words, volume);
      }
      const all = (await data.opportunities.sources()).filter(({ sourceId }) => sourceIds.includes(sourceId));
      return refreshedCard(await describeSources(all, { words, zone }, data), volume, words);
    })
    .catch((error) => void deps.log.error('Describing refreshed sources failed.', { workspaceId, error }));
  if (card !== undefined) await sendAnswer(workspaceId, { recipient, card }, deps);
}
