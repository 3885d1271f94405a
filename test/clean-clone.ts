import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { SAMPLE } from '../src/sample/team.ts';
import { freePort } from './support/process.ts';

/**
 * What a newcomer does, in a clone of its own: `NODE_ENV=production npm start`, a `pace` in the playground, Ctrl-C, then the installation that
 * `npm test` begins with. Ends with status 1 and the reason where a step fails.
 */
const ROOT = join(import.meta.dirname, '..');
const START_WITHIN_MS = 300_000;
const STOP_WITHIN_MS = 60_000;
/** The size that is announced may be so far from the one that is measured. */
const TOLERANCE = 0.05;

const folder = mkdtempSync(join(tmpdir(), 'recert-clone-'));
const clone = join(folder, 'recert');
const began = performance.now();
let running: ChildProcess | undefined;

try {
  copyCommitted();
  step('a clone');
  await tryStart();
  await tryTestInstallation();
} finally {
  if (running?.pid !== undefined) stopGroup(running.pid);
  rmSync(folder, { recursive: true, force: true });
}

function step(name: string): void {
  process.stdout.write(`  ${name}: after ${Math.round((performance.now() - began) / 1000)} s\n`);
}

/** Clones HEAD, or copies the tracked files where there is no repository to clone. */
function copyCommitted(): void {
  try {
    execFileSync('git', ['clone', '--quiet', '--depth=1', `file://${ROOT}`, clone], {
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  } catch {
    for (const name of readdirSync(ROOT).filter((one) => !['node_modules', 'data', '.git'].includes(one))) {
      cpSync(join(ROOT, name), join(clone, name), {
        recursive: true,
        filter: (source) => !source.endsWith('node_modules'),
      });
    }
  }
}

function stopGroup(id: number): void {
  try {
    process.kill(-id, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

async function tryStart(): Promise<void> {
  const port = String(await freePort());
  const { child, said: stated, ended } = run('npm', ['start'], { PORT: port });
  const answering = answers(`http://127.0.0.1:${port}/readyz`).then(() => true);
  assert(await Promise.race([answering, ended.then(() => false)]), `npm start ended: ${stated()}`);
  step('npm start answers');
  const pace = await askPace(`http://127.0.0.1:${port}`);
  assert(pace.includes('CISSP') && pace.includes('CPE'), `pace answered ${pace.slice(0, 500)}`);
  assert(pace.includes('"name":"Slack"') && pace.includes('"name":"Teams"'), `previews are missing: ${stated()}`);
  child.kill('SIGTERM');
  // The process of recert has the same output, so this waits for it as well.
  await within(STOP_WITHIN_MS, ended, () => `npm start went on after SIGTERM: ${stated()}`);
  assert(stated().includes('Stopping'), `npm start did not stop cleanly: ${stated()}`);
  assertSize(stated());
  assert(!existsSync(join(clone, 'node_modules', '@biomejs', 'biome')), 'npm start installed dev dependencies');
  step('npm start stopped');
}

async function tryTestInstallation(): Promise<void> {
  const lock = readFileSync(join(clone, 'package-lock.json'), 'utf8');
  const { said: stated, ended } = run('node', ['src/setup.mjs', 'full', 'biome', '--version']);
  assert((await ended) === 0, `biome was not found after the installation for tests: ${stated()}`);
  assert(readFileSync(join(clone, 'package-lock.json'), 'utf8') === lock, 'the installation changed the lock file');
  assertSize(stated());
  const again = run('npm', ['start'], { PORT: 'none' });
  await within(STOP_WITHIN_MS, again.ended, () => `npm start went on with a wrong PORT: ${again.said()}`);
  assert(!again.said().includes('Installing'), `npm start installed anew: ${again.said()}`);
  assert(/PORT 'none' isn't valid/u.test(again.said()), `npm start did not reach recert: ${again.said()}`);
  assert(existsSync(join(clone, 'node_modules', '@biomejs', 'biome')), 'npm start removed dev dependencies');
  step('npm test has what it needs');
}

/** A command that runs in the clone. */
interface Running {
  readonly child: ChildProcess;
  /** Everything it wrote. */
  said(): string;
  /** With which status it ended. */
  readonly ended: Promise<number | null>;
}

/** Runs a command as from a shell of one's own: with nothing of the npm and the Node that run this file. */
function run(program: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Running {
  const { PATH = '', HOME = folder } = process.env;
  const path = PATH.split(delimiter).filter((one) => !one.includes('node_modules'));
  const child = spawn(program, [...args], {
    cwd: clone,
    env: { PATH: path.join(delimiter), HOME, NODE_ENV: 'production', npm_config_prefer_offline: 'true', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that nothing of it is left where a step fails.
    detached: true,
  });
  running = child;
  let stated = '';
  const listen = (chunk: Buffer) => {
    stated += chunk.toString();
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  return { child, said: () => stated, ended };
}

async function within<Value>(ms: number, promise: Promise<Value>, problem: () => string): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(problem())), ms);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

async function answers(url: string): Promise<void> {
  const until = performance.now() + START_WITHIN_MS;
  while (performance.now() < until) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`npm start did not answer within ${START_WITHIN_MS / 1000} s.`);
}

async function askPace(url: string): Promise<string> {
  const answer = await fetch(`${url}/playground/say`, {
    method: 'POST',
    headers: { origin: url, 'content-type': 'application/json' },
    body: JSON.stringify({ tenant: SAMPLE.tenant, user: 'ana', key: 'clean-clone', line: 'pace', files: [] }),
  });
  return answer.text();
}

/** Compares what is on disk with the size that was announced before the installation began. */
function assertSize(stated: string): void {
  const announced = Number(/about (\d+) MB/u.exec(stated)?.[1]);
  const measured = sizeOf(join(clone, 'node_modules')) / 1e6;
  process.stdout.write(`  about ${announced} MB were announced, ${Math.round(measured)} MB are there\n`);
  assert(Math.abs(measured - announced) <= announced * TOLERANCE, 'the announced size is wrong: see src/setup.mjs');
}

function sizeOf(path: string): number {
  const { blocks, size } = lstatSync(path);
  const entries = lstatSync(path).isDirectory() ? readdirSync(path) : [];
  // Windows counts no blocks.
  return entries.reduce((sum, name) => sum + sizeOf(join(path, name)), blocks === undefined ? size : blocks * 512);
}

function assert(isTrue: boolean, otherwise: string): void {
  if (isTrue) return;
  throw new Error(otherwise);
}
