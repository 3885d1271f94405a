import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../../test/support/process.ts';

/** A server as a process of its own. */
export interface MeasuredProcess {
  readonly url: string;
  /** Processor time since its start, in milliseconds; only Linux tells. */
  cpuMs(): number;
  /** Memory in use, in megabytes; only Linux tells. */
  residentMb(): number;
  stop(): Promise<void>;
}

const READY_MS = 60_000;
const POLL_MS = 50;
/** The unit of processor time in `/proc`. */
const TICK_MS = 10;

/** Starts a server script with these settings and waits until it takes connections. Throws with its output if it ends before. */
export async function startMeasured(
  script: string,
  settings: Readonly<Record<string, string>>,
  cwd: string,
): Promise<MeasuredProcess> {
  const port = await freePort();
  const env = { PATH: process.env.PATH ?? '', TZ: 'UTC', LOG_LEVEL: 'warn', PORT: String(port), ...settings };
  const child = spawn(process.execPath, [script], { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  });
  const url = `http://127.0.0.1:${port}`;
  const until = performance.now() + READY_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > until) throw new Error(`${script} didn't start: ${output}`);
    await wait(POLL_MS);
  }
  return {
    url,
    cpuMs: () => cpuMsOf(child),
    residentMb: () => residentMbOf(child),
    stop: async () => {
      const ended = new Promise((resolve) => child.once('close', resolve));
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/slack/events`, { method: 'POST' }).then(
    async (response) => {
      await response.arrayBuffer();
      return response.status !== 404 && response.status < 500;
    },
    () => false,
  );
}

function cpuMsOf({ pid }: ChildProcess): number {
  const [, fields = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user = 0, system = 0] = fields.split(' ').slice(11, 13).map(Number);
  return (user + system) * TICK_MS;
}

function residentMbOf({ pid }: ChildProcess): number {
  return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}
