import { defineConfig } from 'vitest/config';

// biome-ignore lint/style/noDefaultExport: the test runner reads a default export.
export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/template.ts'],
    sequence: { shuffle: true },
    pool: 'forks',
    maxWorkers: 2,
    // Browsers and processes may find the machine busy: what fails once is tried again, and a real fault fails twice.
    retry: 1,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    unstubEnvs: true,
  },
});
