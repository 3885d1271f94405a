import { type Archive, openArchive } from '../signing/archive-reader.ts';
import { BackupManifest, BadBackup, MANIFEST_MEMBER, RowDigest, tableMember } from './backup-manifest.ts';

/** An open backup. */
export interface BackupFile {
  readonly manifest: BackupManifest;
  /** Yields the rows of a table of the manifest. */
  rows(table: string): AsyncIterable<string>;
  close(): void;
}

/** Opens a backup and compares every member with its manifest. Throws `BadBackup`. */
export async function openBackup(path: string): Promise<BackupFile> {
  const archive = await openArchive(path).catch((cause: unknown) => {
    throw new BadBackup(`${path} isn't a backup of recert, or it is cut off.`, { cause });
  });
  try {
    const manifest = await manifestIn(archive, path);
    const rows = (table: string) => archive.lines(tableMember(table));
    for (const { name, rows: count, sha256, content } of manifest.tables) {
      const digest = new RowDigest();
      for await (const row of rows(name)) digest.add(row);
      const found = digest.notes(name);
      if (found.rows !== count || found.sha256 !== sha256 || found.content !== content)
        throw new BadBackup(`${path} was changed or is damaged: ${tableMember(name)} doesn't match the manifest.`);
    }
    return { manifest, rows, close: () => archive.close() };
  } catch (cause) {
    archive.close();
    if (cause instanceof BadBackup) throw cause;
    throw new BadBackup(`${path} is damaged and can't be read.`, { cause });
  }
}

async function manifestIn(archive: Archive, path: string): Promise<BackupManifest> {
  let text = '';
  for await (const line of archive.lines(MANIFEST_MEMBER)) text += line;
  const read = BackupManifest.safeParse(text === '' ? undefined : JSON.parse(text));
  if (!read.success) throw new BadBackup(`${path} isn't a backup of recert that this version can read.`);
  const missing = read.data.tables.find(({ name }) => !archive.has(tableMember(name)));
  if (missing !== undefined) throw new BadBackup(`${path} is damaged: ${tableMember(missing.name)} is missing.`);
  return read.data;
}
