import { isMainThread, Worker, workerData } from 'node:worker_threads';

/** Milliseconds between two looks at the memory. */
const EVERY_MS = 50;
/** The process that started this one ends it in time; this is for when that one has died. */
const GRACE_MS = 2_000;

/**
 * Ends this process when it uses too much memory or time, from a thread of its own, because what is read may keep the main one busy. The limits
 * are the arguments that `runInProcess` gives. Resolves to the data that it sends.
 */
export function limitProcess(): Promise<unknown> {
  const [memoryMb = 0, timeoutMs = 0] = process.argv.slice(-2).map(Number);
  const watch = new Worker(new URL(import.meta.url), { workerData: { memoryMb, timeoutMs } });
  watch.unref();
  process.once('disconnect', () => process.exit());
  return new Promise((resolve) => {
    process.once('message', (message) =>
      resolve(typeof message === 'object' && message !== null && 'data' in message ? message.data : undefined),
    );
  });
}

function watch({ memoryMb, timeoutMs }: { readonly memoryMb: number; readonly timeoutMs: number }): void {
  setInterval(() => {
    if (process.memoryUsage.rss() > memoryMb * 1024 * 1024) process.kill(process.pid, 'SIGTERM');
  }, EVERY_MS);
  setTimeout(() => process.kill(process.pid, 'SIGKILL'), timeoutMs + GRACE_MS);
}

if (!isMainThread) watch(workerData);
