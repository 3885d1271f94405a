import type { FileStore } from '../../file-store/file-store.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import type { Scope } from '../data.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { importArchive } from './import-archive.ts';
import { isZip, readArchive } from './read-archive.ts';
import { openRecordTable, problemLines, readRecordTable } from './read-table.ts';

/** More is not read in a chat. */
const MAX_PROBLEMS = 20;

/** Takes the records of a table, or what another recert wrote, all of it or nothing, in a transaction of its own; resolves to what came of it, in words. */
export async function importFile(
  fileId: string,
  stated: ImportOptions,
  { request: { person, words, now, today }, data: { workspace, catalogue } }: Scope,
  { store, fileStore }: { readonly store: Store; readonly fileStore?: FileStore },
): Promise<readonly string[]> {
  const phrases = words.import;
  const work = async (workspaceData: WorkspaceData) => {
    const data = { ...workspaceData, catalogue };
    data.audit.actAs(person.personId, now);
    const bytes = await readFileBytes(fileId, data, fileStore);
    if (bytes !== undefined && isZip(bytes)) {
      const archive = await readArchive(Buffer.from(bytes), workspace.workspaceId, fileStore);
      const requested = { personId: person.personId, data, catalogue, today, now, words };
      const claimed = archive === undefined ? { lines: [phrases.over.none] } : await importArchive(archive, requested);
      return 'lines' in claimed
        ? [phrases.over.wrong(claimed.lines.length), ...claimed.lines.slice(0, MAX_PROBLEMS)]
        : [phrases.over.done(claimed)];
    }
    const opened = bytes === undefined ? { lines: [phrases.gone] } : await openRecordTable(bytes, stated, words);
    const read = 'lines' in opened ? opened : await readRecordTable(opened, stated, { data, person, today, words });
    if ('lines' in read) return problemLines(read, MAX_PROBLEMS, words);
    await data.activities.addAll(read.fresh, now);
    return [phrases.done(read.fresh.length, read.already)];
  };
  return store.inWorkspace(workspace.workspaceId, work, { isPatient: true });
}
