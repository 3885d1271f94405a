import { fork } from 'node:child_process';

/** A module to run in a process of its own, what it is sent, and its limits. */
interface ProcessTask {
  readonly module: URL;
  readonly data: unknown;
  /** Maximum memory of the whole process, in megabytes. */
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

/** The outcome of a task: its result, or why there is none. */
export type ProcessOutcome =
  | { readonly kind: 'done'; readonly result: unknown }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'failed' };

/** How a process that used too much memory ends itself; see `process-limits.ts`. */
const TOO_LARGE = 'SIGTERM';

/**
 * Runs a module in a process that can be killed, for input that may exhaust memory outside of JavaScript's heap. The module begins with
 * `limitProcess`, gets `data` as its first message and answers with one. It gets none of this process's environment. Never rejects.
 */
export function runInProcess({ module, data, memoryMb, timeoutMs }: ProcessTask): Promise<ProcessOutcome> {
  const { promise, resolve } = Promise.withResolvers<ProcessOutcome>();
  const child = fork(module, [String(memoryMb), String(timeoutMs)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    env: { TZ: 'UTC' },
    execArgv: [`--max-old-space-size=${memoryMb}`],
  });
  const end = (outcome: ProcessOutcome) => {
    clearTimeout(timer);
    child.kill('SIGKILL');
    resolve(outcome);
  };
  const timer = setTimeout(() => end({ kind: 'too-slow' }), timeoutMs);
  child.once('message', (result) => end({ kind: 'done', result }));
  child.once('error', () => end({ kind: 'failed' }));
  child.once('exit', (_code, signal) => end({ kind: signal === TOO_LARGE ? 'too-large' : 'failed' }));
  child.send({ data }, (error) => {
    if (error !== null) end({ kind: 'failed' });
  });
  return promise;
}
