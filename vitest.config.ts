import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: the test runner reads a default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template.ts'],
    sequence: { shuffle: true },
    pool: 'forks',
    maxWorkers: 2,
    // A test that takes seconds alone takes many more when the machine is busy, and no test waits for its limit to pass.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    unstubEnvs: true,
  },
});
