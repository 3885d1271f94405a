import type { NewOpportunity } from '../../src/store/opportunities/opportunities.ts';
import type { Store } from '../../src/store/store.ts';
import type { Talk } from './conversation.ts';
import { workspaceOf } from './records.ts';

const SOURCE = {
  ...({ name: 'A source', address: '', provider: '', language: '', isOn: true } as const),
  ...({ kind: 'webinar', delivery: '' } as const),
};

/** Adds a source that offers these opportunities to the workspace of a talk. */
export async function offering(store: Store, person: Talk, ...offered: readonly NewOpportunity[]): Promise<void> {
  const workspaceId = await workspaceOf(person, store);
  await offeringIn(store, workspaceId, ...offered);
}

/** Adds a source that offers these opportunities to a workspace. */
export async function offeringIn(
  store: Store,
  workspaceId: string,
  ...offered: readonly NewOpportunity[]
): Promise<void> {
  await store.inWorkspace(workspaceId, async ({ opportunities }) => {
    const sourceId = (await opportunities.addSource(SOURCE, new Date())) ?? '';
    await opportunities.replaceFromSource(sourceId, { opportunities: offered, rejects: [] }, new Date());
  });
}
