import { parentPort, workerData } from 'node:worker_threads';
import { type FeedReading, NotAFeed, type SourceDefaults } from './feed-opportunity.ts';
import { type ReceivedSource, readSource } from './read-source.ts';

/** What the thread says: some of the offers, then what else there is to say; or that the source is none. */
export type ReadingMessage =
  | { readonly opportunities: FeedReading['opportunities'] }
  | { readonly rest: Omit<FeedReading, 'opportunities'> }
  | { readonly problem: 'not-a-feed' };

/** So many at once: what takes them is busy for a moment only. */
const SOME = 250;

/** Reads one source and ends. */
const { received, defaults } = workerData as { readonly received: ReceivedSource; readonly defaults: SourceDefaults };
const runLine = (message: ReadingMessage) => parentPort?.postMessage(message);
try {
  const { opportunities, ...rest } = readSource(received, defaults);
  for (let from = 0; from < opportunities.length; from += SOME)
    runLine({ opportunities: opportunities.slice(from, from + SOME) });
  runLine({ rest });
} catch (error) {
  if (!(error instanceof NotAFeed)) throw error;
  runLine({ problem: 'not-a-feed' });
}
