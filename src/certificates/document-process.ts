import type { DocumentOutcome } from '../domain/document-reading.ts';
import { limitProcess } from '../limits/process-limits.ts';
import { type DocumentTask, extractDocument } from './extract-document.ts';

// The process reads one document and ends; see `read-document.ts`.
const task = await limitProcess();
const send = (outcome: DocumentOutcome) => process.send?.(outcome);
try {
  send(isTask(task) ? await extractDocument(task) : { kind: 'unread', why: 'broken' });
} catch {
  send({ kind: 'unread', why: 'broken' }); // Whatever a reader throws at a hostile file says no more than that.
}

function isTask(data: unknown): data is DocumentTask {
  return typeof data === 'object' && data !== null && 'bytes' in data && data.bytes instanceof Uint8Array;
}
