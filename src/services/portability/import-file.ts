import type { FileStore } from '../../file-store/file-store.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { problemLines } from '../../views/portability/table-lines.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import type { Request } from '../request.ts';
import type { Data, Scope } from '../workspace-data.ts';
import { importArchive } from './import-archive.ts';
import { isZip, readArchive } from './read-archive.ts';
import { openRecordTable, readRecordTable } from './read-table.ts';

/** The number of problems listed in a chat. */
const MAX_PROBLEMS = 20;

interface ImportFileDeps {
  readonly store: Store;
  readonly fileStore?: FileStore;
}

/** Imports a table of records or an archive in one transaction, all of it or nothing. Returns the result as lines of text. */
export async function importFile(
  { fileId, options }: { readonly fileId: string; readonly options: ImportOptions },
  { request, data: { workspace, catalogue } }: Scope,
  { store, fileStore }: ImportFileDeps,
): Promise<readonly string[]> {
  const work = async (workspaceData: WorkspaceData) => {
    const data = { ...workspaceData, catalogue, fileStore };
    data.audit.actAs(request.person.personId, request.now);
    const bytes = await readFileBytes(fileId, data, fileStore);
    if (bytes === undefined) return problemLines({ lines: [request.words.import.gone] }, MAX_PROBLEMS, request.words);
    const { person, now } = request;
    await data.acts.begin({ personId: person.personId, command: 'import', role: 'member', at: now });
    const lines = await (isZip(bytes)
      ? importArchiveBytes(bytes, request, data)
      : importTable(bytes, options, { request, data }));
    await data.acts.end();
    return lines;
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
): Promise<readonly string[]> {
  const { person, words, now, today } = request;
  const table = await openRecordTable(bytes, options, words);
  const read = 'lines' in table ? table : await readRecordTable(table, options, { data, person, today, words });
  if ('lines' in read) return problemLines(read, MAX_PROBLEMS, words);
  await data.activities.addAll(read.fresh, now);
  return [words.import.done(read.fresh.length, read.already)];
}
