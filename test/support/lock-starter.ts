import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ClaimTiming } from '../../src/store/claim-folder.ts';

/** What a starter is to do; `at` is when, in milliseconds since 1970. */
export type LockCommand =
  | { readonly kind: 'lock'; readonly folder: string; readonly at: number; readonly timing?: ClaimTiming }
  | { readonly kind: 'release' };

export interface LockReport {
  readonly kind: 'ready' | 'locked' | 'refused' | 'released' | 'lost';
  readonly message: string;
}

/** A process that locks data folders. */
export interface LockStarter {
  lock(folder: string, how?: { readonly at?: number; readonly timing?: ClaimTiming }): Promise<LockReport>;
  release(): Promise<LockReport>;
  /** Returns its next report. */
  next(): Promise<LockReport>;
  signal(name: 'SIGSTOP' | 'SIGCONT'): void;
  /** Kills it, and waits until it is gone. */
  kill(): Promise<void>;
}

const program = join(import.meta.dirname, 'lock-process.ts');

/** Runs a program with process numbers, and network, of its own, as in a container. */
export const IN_NAMESPACE = [
  ...['unshare', '--user', '--map-root-user', '--pid', '--net', '--fork', '--mount-proc', '--kill-child'],
];

/** Whether this machine allows namespaces. */
export const hasNamespaces = spawnSync(IN_NAMESPACE[0] ?? '', [...IN_NAMESPACE.slice(1), 'true']).status === 0;

/** Starts a process that locks folders, behind a prefix such as `IN_NAMESPACE`. */
export async function startLockStarter(prefix: readonly string[] = []): Promise<LockStarter> {
  const [command = '', ...args] = [...prefix, process.execPath, program];
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<LockReport> => {
    const line = await lines.next();
    if (line.done) throw new Error('The process that locks folders has ended.');
    return JSON.parse(line.value);
  };
  const send = (order: LockCommand) => {
    child.stdin.write(`${JSON.stringify(order)}\n`);
    return next();
  };
  await next();
  return {
    lock: (folder, how = {}) => send({ kind: 'lock', folder, at: 0, ...how }),
    release: () => send({ kind: 'release' }),
    next,
    signal: (name) => void child.kill(name),
    kill: () => killed(child),
  };
}

async function killed(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
}
