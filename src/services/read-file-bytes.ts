import { type FileStore, fileKey } from '../file-store/file-store.ts';
import type { WorkspaceData } from '../store/store.ts';

/** Returns the bytes of a file from the database or the file store, or undefined when they were deleted. */
export async function readFileBytes(
  fileId: string,
  { proofs, workspace }: WorkspaceData,
  fileStore: FileStore | undefined,
): Promise<Uint8Array | undefined> {
  return (await proofs.bytesOf(fileId)) ?? fileStore?.get(fileKey(workspace.workspaceId, fileId));
}
