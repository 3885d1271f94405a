import { parentPort, workerData } from 'node:worker_threads';
import { parseSheet, type Sheet, type SheetOptions } from './parse-sheet.ts';

/** A file, and what the person selected of it. */
export interface SheetTask {
  readonly bytes: Uint8Array;
  readonly options: SheetOptions;
}

/** What the worker sends: batches of rows, then the rest; or that there are no rows. */
export type SheetMessage =
  | { readonly rows: Sheet['rows'] }
  | { readonly rest: Omit<Sheet, 'rows'> }
  | { readonly problem: 'empty' };

/** Rows per message, small enough not to block the receiver. */
const BATCH = 500;

// The worker reads one table and ends. A broken or too large workbook throws, which ends it as well.
const send = (message: SheetMessage) => parentPort?.postMessage(message);
const { bytes, options }: SheetTask = workerData;
const sheet = await parseSheet(bytes, options);
if (sheet === undefined) send({ problem: 'empty' });
else {
  const { rows, ...rest } = sheet;
  for (let from = 0; from < rows.length; from += BATCH) send({ rows: rows.slice(from, from + BATCH) });
  send({ rest });
}
