import { defineConfig } from 'vitest/config';

/** Test files that replace a module, or that open raw sockets, which the stand-in for HTTP would answer: each has a process of its own. */
const ALONE = ['test/journeys/proxy.test.ts', 'test/server.test.ts', 'test/process/**/*.test.ts'];

const shared = {
  globalSetup: ['test/support/template.ts'],
  setupFiles: ['test/support/network-reset.ts'],
  sequence: { shuffle: true },
  pool: 'forks',
  // A test that takes seconds alone takes many more when the machine is busy, and no test waits for its limit to pass.
  testTimeout: 60_000,
  hookTimeout: 120_000,
  unstubEnvs: true,
} as const;

// biome-ignore lint/style/noDefaultExport: the test runner reads a default export.
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      // Loading the modules anew for every file took as long as the tests themselves.
      {
        test: { ...shared, name: 'shared', include: ['test/**/*.test.ts'], exclude: ALONE, isolate: false },
      },
      { test: { ...shared, name: 'alone', include: ALONE, setupFiles: [] } },
    ],
  },
});
