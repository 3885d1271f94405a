import type { Core } from '../../src/chat/core-interface.ts';
import type { CoreDeps } from '../../src/core/core-deps.ts';
import { createCore, type RunningCore } from '../../src/core/dispatch.ts';
import { wordsFor } from '../../src/strings/index.ts';

/** A core that knows nothing and says nothing, for tests that say what it does otherwise. */
export const quietCore: Core = {
  dispatch: () => Promise.reject(new Error('Nobody said what to answer.')),
  phrases: ({ language, locale }) => wordsFor(language ?? locale).platform,
  suggest: () => [],
  find: async () => ({ items: [] }),
  claimFile: async () => ({ kind: 'busy' }),
  recordFileOutcome: async () => undefined,
  revision: async () => '1',
  sendLater: async () => undefined,
  isKnown: async () => true,
  recordInstallation: async () => undefined,
  registerPlacement: async () => undefined,
  removePlacement: async () => undefined,
  recordDeparture: async () => undefined,
  recordReturn: async () => undefined,
  markUninstalled: async () => undefined,
};

/** The real core, which answers however long a busy machine takes. */
export function patientCore(parts: CoreDeps): RunningCore {
  return createCore({ answerWithinMs: 60_000, ...parts });
}
