import { createHash } from 'node:crypto';
import { contentFault } from '../../file-store/content-fault.ts';
import { type FileStore, fileKey } from '../../file-store/file-store.ts';
import { typeOf } from '../../file-store/file-type.ts';
import { safeName } from '../../file-store/safe-name.ts';
import { packEntries } from '../../signing/check-pack.ts';
import type { ArchivedFile, ExportArchive } from '../archive-media-type.ts';
import { ARCHIVE_CONTENT_FILE } from './personal-archive-json.ts';

/** Whether a file is a ZIP archive, by its first bytes. */
function isZip(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}

/** Whether a file is an archive of `export mine`, by its contents. */
export async function isExportArchive(bytes: Uint8Array): Promise<boolean> {
  if (!isZip(bytes)) return false;
  try {
    for await (const { name } of packEntries(Buffer.from(bytes))) if (name === ARCHIVE_CONTENT_FILE) return true;
  } catch {
    // A broken archive isn't one of `export mine`.
  }
  return false;
}

/** Reads an archive of `export mine` from a path or from memory; undefined when it isn't one. */
export async function readArchive(
  source: string | Buffer,
  workspaceId: string,
  fileStore: FileStore | undefined,
): Promise<ExportArchive | undefined> {
  let content: string | undefined;
  const files = new Map<string, ArchivedFile>();
  try {
    for await (const { name, bytes } of packEntries(source)) {
      if (name === ARCHIVE_CONTENT_FILE) content = bytes.toString('utf8');
      const file = name.startsWith('proofs/')
        ? await toArchivedFile({ path: name, bytes }, workspaceId, fileStore)
        : undefined;
      if (file !== undefined) files.set(file.sha256, file);
    }
  } catch {
    return undefined;
  }
  return content === undefined ? undefined : { content, files };
}

/** Returns a proof file of an archive; undefined when it isn't accepted as an upload. */
async function toArchivedFile(
  { path, bytes }: { readonly path: string; readonly bytes: Buffer },
  workspaceId: string,
  fileStore: FileStore | undefined,
): Promise<ArchivedFile | undefined> {
  const type = await typeOf(bytes);
  if (type === undefined || contentFault(bytes, type) !== undefined) return undefined;
  const originalName = path.replace(/^proofs\/[0-9a-f-]{36}_\d+_/u, '');
  return {
    name: safeName(originalName, type),
    type: type.mediaType,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    store: async (fileId) => {
      if (fileStore === undefined) return bytes;
      await fileStore.put(fileKey(workspaceId, fileId), bytes);
      return undefined;
    },
  };
}
