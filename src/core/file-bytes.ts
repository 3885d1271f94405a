import type { WorkspaceData } from '../store/store.ts';
import { keyOf, type Vault } from '../vault/vault.ts';

/** The bytes of a file, from the database or from where else they are kept; nothing where they are not any more. */
export async function bytesOf(
  fileId: string,
  { proofs, workspace }: WorkspaceData,
  vault: Vault | undefined,
): Promise<Uint8Array | undefined> {
  return (await proofs.bytesOf(fileId)) ?? vault?.get(keyOf(workspace.workspaceId, fileId));
}
