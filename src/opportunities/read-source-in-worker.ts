import { runInWorker } from '../limits/run-in-worker.ts';
import { isArchive } from '../sheets/parse-sheet.ts';
import { TABLE_LIMITS } from '../sheets/parse-sheet-in-worker.ts';
import type { FeedOpportunity, FeedReading, SourceDefaults, SourceProblem } from './feed-opportunity.ts';
import type { ReceivedSource } from './read-source.ts';
import type { ReadingMessage } from './reading-worker.ts';

const LIMITS = { memoryMb: 384, timeoutMs: 20_000 } as const;

/** Why a source that came could not be read: it is none; it took too long or too much memory; or reading it failed. */
type ReadProblem = SourceProblem | 'too-slow' | 'unreadable';

type ReadOutcome = { readonly reading: FeedReading } | { readonly problem: ReadProblem };

/** Reads a source in a worker thread, bounded in time and memory: a workbook like one of records. Never rejects. */
export async function readSourceInWorker(
  received: ReceivedSource,
  defaults: SourceDefaults,
  patienceMs?: number,
): Promise<ReadOutcome> {
  const module = new URL('./reading-worker.ts', import.meta.url);
  const limits = isArchive(received.bytes) ? TABLE_LIMITS : LIMITS;
  const task = { module, data: { received, defaults }, ...limits, timeoutMs: patienceMs ?? limits.timeoutMs };
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
