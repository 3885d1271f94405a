import { type FileStore, fileKey } from '../file-store/file-store.ts';
import type { WorkspaceData } from '../store/store.ts';

/** The bytes of a file, from the database or from where else they are kept; nothing where they are not any more. */
export async function readFileBytes(
  fileId: string,
  { proofs, workspace }: WorkspaceData,
  fileStore: FileStore | undefined,
): Promise<Uint8Array | undefined> {
  return (await proofs.bytesOf(fileId)) ?? fileStore?.get(fileKey(workspace.workspaceId, fileId));
}
