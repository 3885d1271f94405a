import { Worker } from 'node:worker_threads';
import type { FeedOpportunity, FeedReading, SourceDefaults } from './feed-opportunity.ts';
import type { ReceivedSource } from './read-source.ts';
import type { ReadingMessage } from './reading-worker.ts';

const MEMORY_MB = 384;
const PATIENCE_MS = 20_000;

/** Why a source that came could not be read: it is none; it took too long or too much memory; or reading it failed. */
export type ReadProblem = 'not-a-feed' | 'too-slow' | 'unreadable';

/** Reads a source in a thread of its own, so that nothing it does keeps anybody waiting: bounded in time and memory. Never throws. */
export function readSourceInWorker(
  received: ReceivedSource,
  defaults: SourceDefaults,
  patienceMs = PATIENCE_MS,
): Promise<{ readonly reading: FeedReading } | { readonly problem: ReadProblem }> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./reading-worker.ts', import.meta.url), {
      workerData: { received, defaults },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const end = (result: { readonly reading: FeedReading } | { readonly problem: ReadProblem }) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end({ problem: 'too-slow' }), patienceMs);
    const opportunities: FeedOpportunity[] = [];
    worker.on('message', (message: ReadingMessage) => {
      if ('opportunities' in message) opportunities.push(...message.opportunities);
      else if ('rest' in message) end({ reading: { ...message.rest, opportunities } });
      else end(message);
    });
    worker.once('error', () => end({ problem: 'unreadable' }));
    worker.once('exit', () => end({ problem: 'unreadable' }));
  });
}
