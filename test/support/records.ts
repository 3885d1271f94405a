import { createHash } from 'node:crypto';
import type { IncomingFile } from '../../src/chat/incoming-file.ts';
import { verifyLog } from '../../src/operator/audit.ts';
import type { Store } from '../../src/store/store.ts';
import type { Talk } from './conversation.ts';

/** A file that came, of so many bytes. */
export function aFile(name: string, bytes: Uint8Array, field?: string): IncomingFile {
  return { name, size: bytes.byteLength, ...(field === undefined ? {} : { field }), read: async () => bytes };
}

/** A small whole PDF that says something, so that two of them are not the same file. */
export function aPdf(says: string): Buffer {
  return Buffer.from(
    `%PDF-1.7\n% ${says}\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\nstartxref\n${says.length + 12}\n%%EOF\n`,
    'latin1',
  );
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The workspace a talk is held in. */
export function workspaceOf({ options }: Talk, store: Store): Promise<string> {
  return store.directory.workspaceOf('slack', options.tenant, new Date());
}

/** What walking the log of a workspace comes to, in a word or a sentence. */
export async function verdictOn(store: Store, workspaceId: string): Promise<string> {
  const verdict = await store.readLog(workspaceId, (log) => verifyLog(log));
  return verdict.kind === 'whole' ? 'whole' : `${verdict.at ?? 'now'}: ${verdict.why}`;
}
