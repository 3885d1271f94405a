import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Everything there is to check: format, lint, types, and all tests in two time zones. Ends with `N passed, N failed`. */
interface Outcome {
  passed: number;
  failed: number;
}

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
  return { passed: good ? 1 : 0, failed: good ? 0 : 1 };
}

async function tests(zone: string, folder: string): Promise<Outcome> {
  const file = join(folder, `${zone.replace('/', '-')}.json`);
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const good = await run(`Tests, TZ=${zone}`, 'vitest', args, { TZ: zone });
  try {
    const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, 'utf8'));
    return { passed, failed: good ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

const folder = mkdtempSync(join(tmpdir(), 'recert-run-'));
const outcomes = [
  await check('Format and lint', 'biome', ['check', '--error-on-warnings', '.']),
  await check('Types', 'tsc', ['--noEmit']),
];
for (const zone of ZONES) outcomes.push(await tests(zone, folder));
rmSync(folder, { recursive: true, force: true });
const passed = outcomes.reduce((sum, outcome) => sum + outcome.passed, 0);
const failed = outcomes.reduce((sum, outcome) => sum + outcome.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
