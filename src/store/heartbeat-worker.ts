import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { fileErrorCode } from './data-folder.ts';
import { type Holder, holderText, readHolderText } from './lock-holder.ts';

/** What the thread of a heartbeat needs; times are in milliseconds. */
export interface HeartbeatTask {
  /** The open file of the holder. If another process replaces the file, beats go to the old one and have no effect. */
  readonly handle: number;
  readonly file: string;
  readonly holder: Holder;
  readonly beatMs: number;
  /** How long beats may fail before the lock counts as lost. */
  readonly limitMs: number;
}

/** Why the lock was lost. */
export type HeartbeatEnd = { readonly kind: 'replaced' } | { readonly kind: 'failing'; readonly reason: string };

// A thread of its own, because queries of the embedded database block the main one.
const { handle, file, holder, beatMs, limitMs }: HeartbeatTask = workerData;
let beat = 0;
let succeededAt = performance.now();

const timer = setInterval(() => {
  const end = renew();
  if (end === undefined) return;
  clearInterval(timer);
  parentPort?.postMessage(end);
}, beatMs);

function renew(): HeartbeatEnd | undefined {
  try {
    beat += 1;
    writeSync(handle, holderText(holder, beat), 0);
    if (readHolderText(file)?.includes(holder.id) !== true) return { kind: 'replaced' };
    succeededAt = performance.now();
  } catch (cause) {
    if (performance.now() - succeededAt > limitMs)
      return { kind: 'failing', reason: String(fileErrorCode(cause) ?? cause) };
  }
  return undefined;
}
