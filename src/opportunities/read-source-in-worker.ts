import { runInWorker } from '../limits/run-in-worker.ts';
import type { FeedOpportunity, FeedReading, SourceDefaults } from './feed-opportunity.ts';
import type { ReceivedSource } from './read-source.ts';
import type { ReadingMessage } from './reading-worker.ts';

const MEMORY_MB = 384;
const PATIENCE_MS = 20_000;

/** Why a source that came could not be read: it is none; it took too long or too much memory; or reading it failed. */
type ReadProblem = 'not-a-feed' | 'too-slow' | 'unreadable';

type ReadOutcome = { readonly reading: FeedReading } | { readonly problem: ReadProblem };

/** Reads a source in a worker thread, bounded in time and memory. Never rejects. */
export async function readSourceInWorker(
  received: ReceivedSource,
  defaults: SourceDefaults,
  patienceMs = PATIENCE_MS,
): Promise<ReadOutcome> {
  const module = new URL('./reading-worker.ts', import.meta.url);
  const task = { module, data: { received, defaults }, memoryMb: MEMORY_MB, timeoutMs: patienceMs };
  const opportunities: FeedOpportunity[] = [];
  const read = await runInWorker(task, (message: ReadingMessage): ReadOutcome | undefined => {
    if ('problem' in message) return message;
    if ('rest' in message) return { reading: { ...message.rest, opportunities } };
    opportunities.push(...message.opportunities);
    return undefined;
  });
  if (read.kind === 'done') return read.result;
  return { problem: read.kind === 'too-slow' ? 'too-slow' : 'unreadable' };
}
