import type { Store } from '../store/store.ts';

/** What an address with a secret in it leads to. */
export interface SecretLink {
  readonly workspaceId: string;
  readonly id: string;
  readonly secret: string;
}

/** The last part of an address: whoever has it has what it leads to. */
export function secretLinkToken({ workspaceId, id, secret }: SecretLink): string {
  return `${packId(workspaceId)}${packId(id)}.${secret}`;
}

/** Reads the last part of an address; nothing where it is none, or of no workspace there is. */
export async function resolveSecretLink(address: string, { directory }: Store): Promise<SecretLink | undefined> {
  const [, workspace = '', id = '', secret = ''] = /^([\w-]{22})([\w-]{22})\.([\w-]{43})$/u.exec(address) ?? [];
  if (secret === '') return undefined;
  const workspaceId = unpackId(workspace);
  // A stranger's guess must not make a workspace.
  return (await directory.has(workspaceId)) ? { workspaceId, id: unpackId(id), secret } : undefined;
}

function packId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackId(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
