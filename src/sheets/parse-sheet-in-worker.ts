import { Worker } from 'node:worker_threads';
import type { Sheet, SheetRow } from './parse-sheet.ts';
import type { SheetMessage } from './sheet-worker.ts';

const MEMORY_MB = 192;
const PATIENCE_MS = 5000;

/** Why a table could not be read: there is no row; or it took too long, or too much memory. */
export type SheetProblem = 'empty' | 'unreadable';

/** Reads a table in a thread of its own, so that nothing in it keeps anybody waiting: bounded in time and memory. Never throws. */
export function parseSheetInWorker(bytes: Uint8Array): Promise<Sheet | SheetProblem> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sheet-worker.ts', import.meta.url), {
      workerData: bytes,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    const rows: SheetRow[] = [];
    const end = (result: Sheet | SheetProblem) => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const timer = setTimeout(() => end('unreadable'), PATIENCE_MS);
    worker.on('message', (message: SheetMessage) => {
      if ('rows' in message) rows.push(...message.rows);
      else end('rest' in message ? { ...message.rest, rows } : message.problem);
    });
    worker.once('error', () => end('unreadable'));
    worker.once('exit', () => end('unreadable'));
  });
}
