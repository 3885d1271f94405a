import { parentPort, workerData } from 'node:worker_threads';
import { parseSheet, type Sheet } from './parse-sheet.ts';

/** What the thread says: some of the rows, then what else there is; or that there is no row. */
export type SheetMessage =
  | { readonly rows: Sheet['rows'] }
  | { readonly rest: Omit<Sheet, 'rows'> }
  | { readonly problem: 'empty' };

/** So many at once: what takes them is busy for a moment only. */
const SOME = 500;

/** Reads one table and ends. */
const runLine = (message: SheetMessage) => parentPort?.postMessage(message);
const sheet = parseSheet(workerData as Uint8Array);
if (sheet === undefined) runLine({ problem: 'empty' });
else {
  const { rows, ...rest } = sheet;
  for (let from = 0; from < rows.length; from += SOME) runLine({ rows: rows.slice(from, from + SOME) });
  runLine({ rest });
}
