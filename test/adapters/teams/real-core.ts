import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import { createCore } from '../../../src/core/dispatch.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent } from '../../support/conversation.ts';
import { NOW, TENANT } from './issuer.ts';

/** The real core over an empty tenant. The guard serves one tenant; on a server that is kept, an earlier run has been in it. */
export async function coreWithEmptyTenant(store: Store): Promise<Core> {
  const workspaceId = await store.directory.workspaceOf('teams', TENANT, NOW);
  await store.purge({ platform: 'teams', tenant: TENANT, workspaceId });
  return createCore({ store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
}
