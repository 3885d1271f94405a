import { parentPort, workerData } from 'node:worker_threads';
import { readSheet, type Sheet } from './sheet.ts';

/** What the thread says: some of the rows, then what else there is; or that there is no row. */
export type SheetMessage =
  | { readonly rows: Sheet['rows'] }
  | { readonly rest: Omit<Sheet, 'rows'> }
  | { readonly problem: 'empty' };

/** So many at once: what takes them is busy for a moment only. */
const SOME = 500;

/** Reads one table and ends. */
const say = (message: SheetMessage) => parentPort?.postMessage(message);
const sheet = readSheet(workerData as Uint8Array);
if (sheet === undefined) say({ problem: 'empty' });
else {
  const { rows, ...rest } = sheet;
  for (let from = 0; from < rows.length; from += SOME) say({ rows: rows.slice(from, from + SOME) });
  say({ rest });
}
