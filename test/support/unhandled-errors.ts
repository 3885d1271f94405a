import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import type { Reporter } from 'vitest/node';

/** Where the runner asks for the errors that no test caught; unset when tests are run by hand. */
export const UNHANDLED_ERRORS_FILE = 'RECERT_UNHANDLED_ERRORS_FILE';

/** Writes the errors outside of tests into the file named by the environment, as a JSON list of texts. */
// biome-ignore lint/style/noDefaultExport: the test runner reads a default export.
export default class UnhandledErrorsReporter implements Reporter {
  onTestRunEnd(_modules: unknown, errors: Parameters<NonNullable<Reporter['onTestRunEnd']>>[1]): void {
    const file = process.env[UNHANDLED_ERRORS_FILE];
    if (!file) return;
    const texts = errors.map((error) => {
      const where = 'VITEST_TEST_PATH' in error ? `${relative('.', String(error.VITEST_TEST_PATH))}: ` : '';
      return `${where}${error.stack ?? error.message}`;
    });
    writeFileSync(file, JSON.stringify(texts));
  }
}
