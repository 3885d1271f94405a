import { Worker } from 'node:worker_threads';

/** A module to run in a worker thread, its data, and its limits of memory and time. */
interface WorkerTask {
  readonly module: URL;
  readonly data: unknown;
  readonly memoryMb: number;
  readonly timeoutMs: number;
}

/** The outcome of a task: its result, or why there is none. */
type WorkerOutcome<Result> =
  | { readonly kind: 'done'; readonly result: Result }
  | { readonly kind: 'too-slow' }
  | { readonly kind: 'failed' };

/**
 * Runs a module in a worker thread, so that no input can block or exhaust this process. Each of its messages goes to `onMessage`, whose
 * first return value is the result and ends the thread. Never rejects: a thread that runs out of memory, throws, or ends without a result
 * has failed.
 */
export function runInWorker<Message, Result>(
  { module, data, memoryMb, timeoutMs }: WorkerTask,
  onMessage: (message: Message) => Result | undefined,
): Promise<WorkerOutcome<Result>> {
  const { promise, resolve } = Promise.withResolvers<WorkerOutcome<Result>>();
  const worker = new Worker(module, { workerData: data, resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
  const end = (outcome: WorkerOutcome<Result>) => {
    clearTimeout(timer);
    void worker.terminate();
    resolve(outcome);
  };
  const timer = setTimeout(() => end({ kind: 'too-slow' }), timeoutMs);
  worker.on('message', (message: Message) => {
    const result = onMessage(message);
    if (result !== undefined) end({ kind: 'done', result });
  });
  worker.once('error', () => end({ kind: 'failed' }));
  worker.once('exit', () => end({ kind: 'failed' }));
  return promise;
}
