import { createHash } from 'node:crypto';
import { OWN_FILE } from '../commands/own-export.ts';
import type { BroughtAlong, ComingFile } from '../commands/take-over.ts';
import { entriesOf } from '../seal/check-pack.ts';
import { typeOf } from '../vault/file-type.ts';
import { safeName } from '../vault/safe-name.ts';
import { keyOf, type Vault } from '../vault/vault.ts';

/** Whether a file is an archive, by how it begins. */
export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}

/** Whether a file is one of `export mine`, by what is in it. */
export async function isBroughtAlong(bytes: Uint8Array): Promise<boolean> {
  if (!isArchive(bytes)) return false;
  try {
    for await (const { name } of entriesOf(Buffer.from(bytes))) if (name === OWN_FILE) return true;
  } catch {
    // It is an archive of another kind, or a broken one.
  }
  return false;
}

/** What somebody brings from another recert, in a file or in memory; nothing where it is no file of `export mine`. */
export async function broughtAlong(
  source: string | Buffer,
  workspaceId: string,
  vault: Vault | undefined,
): Promise<BroughtAlong | undefined> {
  let content: string | undefined;
  const files = new Map<string, ComingFile>();
  try {
    for await (const { name, bytes } of entriesOf(source)) {
      if (name === OWN_FILE) content = bytes.toString('utf8');
      const file = name.startsWith('proofs/') ? comingFile(name, bytes, workspaceId, vault) : undefined;
      if (file !== undefined) files.set(file.sha256, file);
    }
  } catch {
    return undefined;
  }
  return content === undefined ? undefined : { content, files };
}

/** A file of proof, held to what a chat holds it to; nothing where it would not be taken there. */
function comingFile(
  path: string,
  bytes: Buffer,
  workspaceId: string,
  vault: Vault | undefined,
): ComingFile | undefined {
  const type = typeOf(bytes);
  if (type === undefined) return undefined;
  const given = path.replace(/^proofs\/[0-9a-f-]{36}_\d+_/u, '');
  return {
    name: safeName(given, type),
    type: type.mediaType,
    size: bytes.byteLength,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    keep: async (fileId) => {
      if (vault === undefined) return bytes;
      await vault.put(keyOf(workspaceId, fileId), bytes);
      return undefined;
    },
  };
}
