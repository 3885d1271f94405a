import { parentPort, workerData } from 'node:worker_threads';
import { NotAFeed, type Reading, type SourceDefaults } from './offer.ts';
import { type Received, readSource } from './read-source.ts';

/** What the thread says: some of the offers, then what else there is to say; or that the source is none. */
export type ReadingMessage =
  | { readonly offers: Reading['offers'] }
  | { readonly rest: Omit<Reading, 'offers'> }
  | { readonly problem: 'not-a-feed' };

/** So many at once: what takes them is busy for a moment only. */
const SOME = 250;

/** Reads one source and ends. */
const { received, defaults } = workerData as { readonly received: Received; readonly defaults: SourceDefaults };
const say = (message: ReadingMessage) => parentPort?.postMessage(message);
try {
  const { offers, ...rest } = readSource(received, defaults);
  for (let from = 0; from < offers.length; from += SOME) say({ offers: offers.slice(from, from + SOME) });
  say({ rest });
} catch (error) {
  if (!(error instanceof NotAFeed)) throw error;
  say({ problem: 'not-a-feed' });
}
