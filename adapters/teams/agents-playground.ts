import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Starts recert with Microsoft's Agents Playground, which shows the bot as Teams would, on this machine only. The playground has an
 * evaluation licence, so it is downloaded when needed and is not part of recert.
 */
const PLAYGROUND = '@microsoft/m365agentsplayground@0.2.28';
const PLAYGROUND_PORT = '56150';

const { PORT: port = '3978', RECERT_DATA_DIR: data = 'data' } = process.env;
// The playground writes a log into its working directory.
const folder = join(data, 'agents-playground');
mkdirSync(folder, { recursive: true });

const bot = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'src', 'main.ts')], {
  stdio: 'inherit',
  env: { ...process.env, PORT: port, RECERT_TEAMS_DEV: '1' },
});
const page = spawn(
  'npx',
  ['--yes', '--package', PLAYGROUND, 'agentsplayground', 'start']
    .concat(['-e', `http://127.0.0.1:${port}/api/messages`, '-c', 'msteams', '-p', PLAYGROUND_PORT])
    .concat('--disable-telemetry'),
  // A process group of its own, because npx leaves its child running when it is stopped.
  { cwd: folder, stdio: 'inherit', detached: true, env: { ...process.env, TEAMSAPPTESTER_BROWSER: 'none' } },
);
process.stderr.write(
  `Agents Playground starts at http://localhost:${PLAYGROUND_PORT}; it listens on all interfaces.\n`,
);

const both: readonly ChildProcess[] = [bot, page];
for (const child of both) {
  child.on('error', (error) => {
    process.stderr.write(`${error.message}\n`);
    stop('SIGTERM');
  });
  child.on('exit', (code) => {
    process.exitCode ||= code ?? 0;
    stop('SIGTERM');
  });
}
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stop(signal));

function stop(signal: NodeJS.Signals): void {
  if (bot.exitCode === null) bot.kill(signal);
  try {
    if (page.pid !== undefined) process.kill(-page.pid, signal);
  } catch {
    // The group has ended, or this system has no process groups.
    page.kill(signal);
  }
}
