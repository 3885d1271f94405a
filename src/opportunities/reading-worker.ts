import { parentPort, workerData } from 'node:worker_threads';
import { type FeedReading, NotAFeed, type SourceDefaults, type SourceProblem } from './feed-opportunity.ts';
import { type ReceivedSource, readSourceOrWorkbook } from './read-source.ts';

/** What the worker is started with. */
export interface ReadingTask {
  readonly received: ReceivedSource;
  readonly defaults: SourceDefaults;
}

/** What the worker sends: batches of opportunities, then the rest; or that the source is not a feed. */
export type ReadingMessage =
  | { readonly opportunities: FeedReading['opportunities'] }
  | { readonly rest: Omit<FeedReading, 'opportunities'> }
  | { readonly problem: SourceProblem };

/** Opportunities per message, small enough not to block the receiver. */
const BATCH = 250;

// The worker reads one source and ends.
const { received, defaults }: ReadingTask = workerData;
const send = (message: ReadingMessage) => parentPort?.postMessage(message);
try {
  const { opportunities, ...rest } = await readSourceOrWorkbook(received, defaults);
  for (let from = 0; from < opportunities.length; from += BATCH)
    send({ opportunities: opportunities.slice(from, from + BATCH) });
  send({ rest });
} catch (error) {
  if (!(error instanceof NotAFeed)) throw error;
  send({ problem: error.problem });
}
