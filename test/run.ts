import { spawn } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { UNHANDLED_ERRORS_FILE } from './support/unhandled-errors.ts';
import { EVERY_ZONE } from './time-zones.ts';

/** Everything there is to check: format, lint, types, and all tests, those of `EVERY_ZONE` in two time zones. Ends with `N passed, N failed`. */
interface Outcome {
  passed: number;
  failed: number;
  /** What failed and why, in a few lines each, to stand right above the last line. */
  failures: readonly string[];
}

/** Every test runs in the first zone; those of `EVERY_ZONE` in the others too. */
const ZONES = ['UTC', 'Pacific/Auckland'];

function run(title: string, command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  process.stdout.write(`\n== ${title}\n`);
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

async function check(title: string, command: string, args: readonly string[]): Promise<Outcome> {
  const good = await run(title, command, args);
  return { passed: good ? 1 : 0, failed: good ? 0 : 1, failures: good ? [] : [title] };
}

/** The part of the runner's JSON report that is read here. */
interface Report {
  numPassedTests: number;
  numFailedTests: number;
  testResults: readonly {
    name: string;
    status: string;
    message?: string;
    assertionResults: readonly { fullName: string; status: string; failureMessages: readonly string[] }[];
  }[];
}

const shortened = (message: string): string => message.split('\n').slice(0, 12).join('\n    ');

function failuresOf(report: Report, zone: string): string[] {
  return report.testResults.flatMap((file) => {
    const failed = file.assertionResults.filter((test) => test.status === 'failed');
    const rows = failed.map((test) => [test.fullName, ...test.failureMessages].join('\n'));
    const whole = failed.length === 0 && file.status === 'failed' ? [file.message ?? ''] : [];
    return [...rows, ...whole].map((row) => `${zone} ${relative('.', file.name)}: ${shortened(row)}`);
  });
}

async function tests(zone: string, folder: string): Promise<Outcome> {
  const file = join(folder, `${zone.replace('/', '-')}.json`);
  const chosen = zone === ZONES[0] ? [] : globSync(Object.keys(EVERY_ZONE));
  const outside = join(folder, `${zone.replace('/', '-')}.outside.json`);
  const reporters = ['--reporter=dot', '--reporter=json', '--reporter=./test/support/unhandled-errors.ts'];
  const args = ['run', ...reporters, `--outputFile.json=${file}`, ...chosen];
  const good = await run(`Tests, TZ=${zone}`, 'vitest', args, { TZ: zone, [UNHANDLED_ERRORS_FILE]: outside });
  try {
    const report: Report = JSON.parse(readFileSync(file, 'utf8'));
    const failures = failuresOf(report, zone);
    const unhandled: readonly string[] = existsSync(outside) ? JSON.parse(readFileSync(outside, 'utf8')) : [];
    failures.push(...unhandled.map((error) => `${zone}, outside of the tests: ${shortened(error)}`));
    if (!good && failures.length === 0) failures.push(`${zone}: the runner failed without a reason, see above`);
    return { passed: report.numPassedTests, failed: Math.max(report.numFailedTests, failures.length), failures };
  } catch {
    return { passed: 0, failed: 1, failures: [`${zone}: the tests did not run to their end`] };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'recert-run-'));
const outcomes = [
  await check('Format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  await check('Types', 'tsc', ['--noEmit']),
  await check('Types of the playground’s page', 'tsc', ['--noEmit', '-p', 'adapters/playground']),
  await check('Types of the tab in Teams', 'tsc', ['--noEmit', '-p', 'adapters/teams/tab']),
  await check('Sources of the catalogue', 'node', ['src/cli.ts', 'catalogue', 'check']),
  await check('npm start and npm test in a clean clone', 'node', ['test/clean-clone.ts']),
];
// Its engines are installed by `npm run bench` alone, and without them it cannot be checked.
if (existsSync('bench/node_modules')) {
  outcomes.push(await check('Types of the benchmark', 'tsc', ['--noEmit', '-p', 'bench']));
}
for (const zone of ZONES) outcomes.push(await tests(zone, folder));
rmSync(folder, { recursive: true, force: true });
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
for (const failure of outcomes.flatMap((outcome) => outcome.failures)) process.stdout.write(`\nFAILED ${failure}\n`);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
