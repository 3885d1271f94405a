import type { Store } from '../store/store.ts';

/** What a download link with a secret leads to. */
export interface SecretLink {
  readonly workspaceId: string;
  readonly id: string;
  readonly secret: string;
}

/** Returns the last part of a download address. The address alone grants access. */
export function secretLinkToken({ workspaceId, id, secret }: SecretLink): string {
  return `${packId(workspaceId)}${packId(id)}.${secret}`;
}

/** Reads the last part of a download address; undefined when it is malformed or its workspace doesn't exist. */
export async function resolveSecretLink(token: string, { directory }: Store): Promise<SecretLink | undefined> {
  const [, workspace = '', id = '', secret = ''] = /^([\w-]{22})([\w-]{22})\.([\w-]{43})$/u.exec(token) ?? [];
  if (secret === '') return undefined;
  const workspaceId = unpackId(workspace);
  // `inWorkspace` creates a workspace that doesn't exist yet, so a guessed id is checked here.
  return (await directory.has(workspaceId)) ? { workspaceId, id: unpackId(id), secret } : undefined;
}

function packId(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpackId(text: string): string {
  const hex = Buffer.from(text, 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/u, '$1-$2-$3-$4-$5');
}
