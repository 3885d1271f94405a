import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { Core } from '../../../src/chat/core-interface.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { removeTenant } from '../../support/tenant.ts';
import { NOW, TENANT } from './issuer.ts';

/** The real core over an empty tenant: the guard serves one tenant. */
export async function coreWithEmptyTenant(store: Store): Promise<Core> {
  await removeTenant(store, { platform: 'teams', tenant: TENANT }, NOW);
  return patientCore({ store, catalogue: loadCatalogue(), clock: { now: () => NOW }, log: silent });
}
