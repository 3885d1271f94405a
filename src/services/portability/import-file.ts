import type { FileStore } from '../../file-store/file-store.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { leftOutLines, problemLines } from '../../views/portability/table-lines.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import type { Request } from '../request.ts';
import type { Data, Scope } from '../workspace-data.ts';
import { importArchive } from './import-archive.ts';
import { openRecordTable } from './open-table.ts';
import { isExportArchive, readArchive } from './read-archive.ts';
import { readRecordTable } from './read-table.ts';
import { restTable } from './rest-table.ts';
import { saveImport } from './save-import.ts';

/** The number of problems listed in a chat. */
const MAX_PROBLEMS = 20;

interface ImportFileDeps {
  readonly store: Store;
  readonly fileStore?: FileStore;
}

/** The result of an import as lines of text, and the rows of a table that weren't imported, to be corrected. */
interface FileImport {
  readonly lines: readonly string[];
  readonly rest?: Uint8Array | undefined;
}

/** Imports the records of a table, or an archive as a whole, in one transaction. */
export async function importFile(
  { fileId, options }: { readonly fileId: string; readonly options: ImportOptions },
  { request, data: { workspace, catalogue } }: Scope,
  { store, fileStore }: ImportFileDeps,
): Promise<FileImport> {
  const work = async (workspaceData: WorkspaceData) => {
    const data = { ...workspaceData, catalogue, fileStore };
    data.audit.actAs(request.person.personId, request.now);
    const bytes = await readFileBytes(fileId, data, fileStore);
    if (bytes === undefined)
      return { lines: problemLines({ lines: [request.words.import.gone] }, MAX_PROBLEMS, request.words) };
    const { person, now } = request;
    await data.acts.begin({ personId: person.personId, command: 'import', role: 'member', at: now });
    const imported = (await isExportArchive(bytes))
      ? { lines: await importArchiveBytes(bytes, request, data) }
      : await importTable(bytes, options, { request, data });
    await data.acts.end();
    return imported;
  };
  return store.inWorkspace(workspace.workspaceId, work, { isPatient: true });
}

async function importArchiveBytes(bytes: Uint8Array, request: Request, data: Data): Promise<readonly string[]> {
  const { person, words, now, today } = request;
  const { catalogue, workspace, fileStore } = data;
  const { over } = words.import;
  const archive = await readArchive(Buffer.from(bytes), workspace.workspaceId, fileStore);
  const target = { personId: person.personId, data, catalogue, today, now, words };
  const result = archive === undefined ? { lines: [over.none] } : await importArchive(archive, target);
  return 'lines' in result
    ? [over.wrong(result.lines.length), ...result.lines.slice(0, MAX_PROBLEMS)]
    : [over.done(result)];
}

async function importTable(
  bytes: Uint8Array,
  options: ImportOptions,
  { request, data }: { readonly request: Request; readonly data: Data },
): Promise<FileImport> {
  const { person, words, now, today } = request;
  const table = await openRecordTable(bytes, options, words);
  const read = 'lines' in table ? table : await readRecordTable(table, options, { data, person, today, words });
  if ('lines' in read || 'lines' in table) {
    const lines = 'lines' in read ? read.lines : [];
    return { lines: problemLines({ lines }, MAX_PROBLEMS, words) };
  }
  await saveImport(read.fresh, { data, now, today });
  return {
    lines: [words.import.done(read.fresh.length, read.already), ...leftOutLines(read.leftOut, MAX_PROBLEMS, words)],
    rest: restTable(table.sheet, read.leftOut, words),
  };
}
