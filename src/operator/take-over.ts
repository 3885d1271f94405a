import { createHash } from 'node:crypto';
import type { Catalogue } from '../catalogue/index.ts';
import { OWN_FILE } from '../commands/own-pack.ts';
import { type ComingFile, readOwnExport, type TakenOver, takeOver } from '../commands/take-over.ts';
import { workspaceCatalogue } from '../core/workspace-catalogue.ts';
import { dayIn } from '../domain/calendar.ts';
import { entriesOf } from '../seal/check-pack.ts';
import type { WorkspaceData } from '../store/store.ts';
import { typeOf } from '../vault/file-type.ts';
import { safeName } from '../vault/safe-name.ts';
import { keyOf, type Vault } from '../vault/vault.ts';
import { BadTable } from './bad-table.ts';

const MOST_PROBLEMS = 20;

/** Whether a file is an archive, by how it begins. */
export function isArchive(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PK\u0003\u0004';
}

interface Parts {
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly vault: Vault | undefined;
}

/** Takes over for a member what `export mine` wrote elsewhere, all of it or nothing. Throws `BadTable` with a line for each thing that is wrong. */
export async function takeOverFile(
  data: WorkspaceData,
  { path, personId }: { readonly path: string; readonly personId: string },
  { catalogue, now, vault }: Parts,
): Promise<TakenOver> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error('Somebody was found and is not there.');
  let content: string | undefined;
  const files = new Map<string, ComingFile>();
  for await (const { name, bytes } of entriesOf(path)) {
    if (name === OWN_FILE) content = bytes.toString('utf8');
    const file = name.startsWith('proofs/') ? comingFile(name, bytes, data, vault) : undefined;
    if (file !== undefined) files.set(file.sha256, file);
  }
  if (content === undefined) throw new BadTable([`There is no ${OWN_FILE} in it: it is no file of “export mine”.`], 1);
  const own = readOwnExport(content);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const asked = { personId, data, catalogue: await workspaceCatalogue(data, catalogue), today, now, files };
  const taken = 'lines' in own ? own : await takeOver(own, asked);
  if ('lines' in taken) throw new BadTable(taken.lines, MOST_PROBLEMS);
  return taken;
}

/** What was taken over, in words. */
export function takenText({ certifications, records, files, already, missing }: TakenOver): string {
  const lost = missing === 0 ? '' : `\n${missing} files of proof are not in it, or are not what recert takes.`;
  return `${certifications} certifications, ${records} records and ${files} files added; ${already} records were there already.${lost}`;
}

/** A file of proof, held to what a chat holds it to; nothing where it would not be taken there. */
function comingFile(
  path: string,
  bytes: Buffer,
  { workspace }: WorkspaceData,
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
      await vault.put(keyOf(workspace.workspaceId, fileId), bytes);
      return undefined;
    },
  };
}
