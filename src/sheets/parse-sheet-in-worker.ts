import { runInWorker } from '../limits/run-in-worker.ts';
import type { GridRow } from './grid.ts';
import type { Sheet, SheetOptions } from './parse-sheet.ts';
import type { SheetMessage, SheetTask } from './sheet-worker.ts';

/** What reading one table may use: memory in megabytes, and time in milliseconds. With the start and the end of the worker, it takes at most 5 s. */
export const TABLE_LIMITS = { memoryMb: 192, timeoutMs: 4500 } as const;

/** Why a table could not be read: there is no row; or it took too long, or too much memory. */
export type SheetProblem = 'empty' | 'unreadable';

/** Reads a table in a worker thread, bounded in time and memory. Never rejects. */
export async function parseSheetInWorker(
  bytes: Uint8Array,
  options: SheetOptions = {},
  timeoutMs: number = TABLE_LIMITS.timeoutMs,
): Promise<Sheet | SheetProblem> {
  const module = new URL('./sheet-worker.ts', import.meta.url);
  const data: SheetTask = { bytes, options };
  const task = { module, data, memoryMb: TABLE_LIMITS.memoryMb, timeoutMs };
  const rows: GridRow[] = [];
  const read = await runInWorker(task, (message: SheetMessage): Sheet | SheetProblem | undefined => {
    if ('problem' in message) return message.problem;
    if ('rest' in message) return { ...message.rest, rows };
    rows.push(...message.rows);
    return undefined;
  });
  return read.kind === 'done' ? read.result : 'unreadable';
}
