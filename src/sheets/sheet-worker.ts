import { parentPort, workerData } from 'node:worker_threads';
import { parseSheet, type Sheet } from './parse-sheet.ts';

/** What the worker sends: batches of rows, then the rest; or that there are no rows. */
export type SheetMessage =
  | { readonly rows: Sheet['rows'] }
  | { readonly rest: Omit<Sheet, 'rows'> }
  | { readonly problem: 'empty' };

/** Rows per message, small enough not to block the receiver. */
const BATCH = 500;

// The worker reads one table and ends.
const send = (message: SheetMessage) => parentPort?.postMessage(message);
const bytes: Uint8Array = workerData;
const sheet = parseSheet(bytes);
if (sheet === undefined) send({ problem: 'empty' });
else {
  const { rows, ...rest } = sheet;
  for (let from = 0; from < rows.length; from += BATCH) send({ rows: rows.slice(from, from + BATCH) });
  send({ rest });
}
