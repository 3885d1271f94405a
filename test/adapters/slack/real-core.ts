import { loadCatalogue } from '../../../src/catalogue/index.ts';
import type { RunningCore } from '../../../src/core/dispatch.ts';
import type { Store } from '../../../src/store/store.ts';
import { silent } from '../../support/conversation.ts';
import { patientCore } from '../../support/core.ts';
import { lazyAdapter } from '../../support/lazy-adapter.ts';
import { ANNA, NOW, type StandIn, standIn } from './stand-in.ts';

/** The real core over an empty workspace, behind the real adapter. Slack is ready to say who Anna is. */
export async function startWithEmptyWorkspace(
  store: Store,
): Promise<{ readonly slack: StandIn; readonly core: RunningCore }> {
  const workspaceId = await store.directory.workspaceOf('slack', 'T0HOME', NOW);
  await store.purge({ platform: 'slack', tenant: 'T0HOME', workspaceId });
  const later = lazyAdapter('slack', () => slack);
  const core = patientCore({
    ...{ store, catalogue: loadCatalogue(), log: silent, adapters: [later] },
    clock: { now: () => NOW },
  });
  const slack: StandIn = await standIn({ dispatch: (interaction) => core.dispatch(interaction) });
  slack.expect('users.info', ANNA);
  return { slack, core };
}
