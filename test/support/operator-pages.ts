import type { OperatorPages } from '../../src/telemetry/operator-pages.ts';

/** Pages of a recert that is ready and counts nothing. */
export const quietPages: OperatorPages = {
  metrics: async () => '',
  readiness: async () => ({ isReady: true, body: { ready: true } }),
};
