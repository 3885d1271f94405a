import { parentPort, workerData } from 'node:worker_threads';
import { NotAFeed, type SourceDefaults } from './offer.ts';
import { type Received, readSource } from './read-source.ts';

/** Reads one source and ends. */
const { received, defaults } = workerData as { readonly received: Received; readonly defaults: SourceDefaults };
try {
  parentPort?.postMessage({ reading: readSource(received, defaults) });
} catch (error) {
  if (!(error instanceof NotAFeed)) throw error;
  parentPort?.postMessage({ problem: 'not-a-feed' });
}
