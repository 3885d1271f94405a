import type { Core } from '../../src/chat/core-interface.ts';
import { wordsFor } from '../../src/strings/index.ts';

/** A core that knows nothing and says nothing, for tests that say what it does otherwise. */
export const quietCore: Core = {
  dispatch: () => Promise.reject(new Error('Nobody said what to answer.')),
  phrases: ({ language, locale }) => wordsFor(language ?? locale).platform,
  suggest: () => [],
  find: async () => ({ items: [] }),
  claimFile: async () => ({ kind: 'busy' }),
  recordFileOutcome: async () => undefined,
  registerPlacement: async () => undefined,
  removePlacement: async () => undefined,
  recordDeparture: async () => undefined,
  recordReturn: async () => undefined,
  markUninstalled: async () => undefined,
};
