import type { DocumentOutcome } from '../domain/document-reading.ts';
import { runInProcess } from '../limits/run-in-process.ts';
import type { DocumentTask } from './extract-document.ts';

/** The limits of one document. */
const MEMORY_MB = 400;
/** Documents read at the same time; each may keep a processor busy. */
const MAX_AT_ONCE = 2;

let reading = 0;
const waiting: (() => void)[] = [];

/** Reads a document in a process of its own, bounded in time and memory; nothing leaves the machine. Never rejects. */
export async function readDocument(task: DocumentTask, timeoutMs: number): Promise<DocumentOutcome> {
  const until = Date.now() + timeoutMs;
  while (reading >= MAX_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  reading += 1;
  try {
    const left = until - Date.now();
    if (left <= 0) return { kind: 'unread', why: 'too-slow' };
    const module = new URL('./document-process.ts', import.meta.url);
    const outcome = await runInProcess({ module, data: task, memoryMb: MEMORY_MB, timeoutMs: left });
    if (outcome.kind === 'done') return isOutcome(outcome.result) ? outcome.result : { kind: 'unread', why: 'broken' };
    return { kind: 'unread', why: outcome.kind === 'failed' ? 'broken' : outcome.kind };
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

function isOutcome(result: unknown): result is DocumentOutcome {
  return typeof result === 'object' && result !== null && 'kind' in result;
}
