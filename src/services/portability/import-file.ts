import type { FileStore } from '../../file-store/file-store.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { doneLines, leftOutLines, problemLines } from '../../views/portability/table-lines.ts';
import { findHoldings } from '../certifications/holdings.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { findKeyedRecords } from '../records/record-key.ts';
import type { Request } from '../request.ts';
import type { Data, Scope } from '../workspace-data.ts';
import { importArchive } from './import-archive.ts';
import { openRecordTable } from './open-table.ts';
import { isExportArchive, readArchive } from './read-archive.ts';
import { prepareRecords, withoutExisting } from './read-table.ts';
import { restTable } from './rest-table.ts';
import { removeInterrupted, saveStaged } from './staged-import.ts';

/** The number of problems listed in a chat. */
const MAX_PROBLEMS = 20;

interface ImportFileDeps {
  readonly store: Pick<Store, 'inWorkspace'>;
  readonly fileStore?: FileStore;
}

/** The result of an import as lines of text, and the rows of a table that weren't imported, to be corrected. */
interface FileImport {
  readonly lines: readonly string[];
  readonly rest?: Uint8Array | undefined;
}

/** A file, how it is read, and who imports it. */
interface FileImportInput {
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
  readonly scope: Scope;
}

/** Imports the records of a table, or an archive as a whole, in one transaction. A table is read and checked before it begins. */
export async function importFile(
  { fileId, options }: { readonly fileId: string; readonly options: ImportOptions },
  scope: Scope,
  deps: ImportFileDeps,
): Promise<FileImport> {
  const { request, data } = scope;
  const { workspaceId } = data.workspace;
  const read = (workspaceData: WorkspaceData) => readFileBytes(fileId, workspaceData, deps.fileStore);
  const bytes = await deps.store.inWorkspace(workspaceId, read);
  if (bytes === undefined)
    return { lines: problemLines({ lines: [request.words.import.gone] }, MAX_PROBLEMS, request.words) };
  const input = { bytes, options, scope };
  if (!(await isExportArchive(bytes))) return importTable(input, deps);
  return inOneAct(scope, deps, async (workspace) => ({ lines: await importArchiveBytes(bytes, request, workspace) }));
}

/** Runs an import in one transaction and as one act, so that it can be undone as a whole. */
function inOneAct<T>(
  { request: { person, now }, data: { workspace, catalogue } }: Scope,
  { store, fileStore }: ImportFileDeps,
  work: (data: Data) => Promise<T>,
): Promise<T> {
  const act = async (workspaceData: WorkspaceData) => {
    const data = { ...workspaceData, catalogue, fileStore };
    data.audit.actAs(person.personId, now);
    await data.acts.begin({ personId: person.personId, command: 'import', role: 'member', at: now });
    const result = await work(data);
    await data.acts.end();
    return result;
  };
  return store.inWorkspace(workspace.workspaceId, act, { isPatient: true });
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

/**
 * Reads and checks a table without a transaction, so that other requests don't wait for it, and saves its records in batches that are
 * visible once all are saved.
 */
async function importTable({ bytes, options, scope }: FileImportInput, deps: ImportFileDeps): Promise<FileImport> {
  const { request, data } = scope;
  const { person, words, now } = request;
  const { workspaceId } = data.workspace;
  const table = await openRecordTable(bytes, options, words);
  if ('lines' in table) return { lines: problemLines(table, MAX_PROBLEMS, words) };
  const all = await deps.store.inWorkspace(workspaceId, (workspaceData) =>
    findHoldings(person, { ...workspaceData, catalogue: data.catalogue }),
  );
  const prepared = await prepareRecords(table, options, { ...request, data, all });
  if ('lines' in prepared) return { lines: problemLines(prepared, MAX_PROBLEMS, words) };
  await removeInterrupted({ workspaceId, now }, 'inactive', deps);
  const { existing, importId } = await beginImport(scope, deps);
  if (importId === undefined) return { lines: [words.import.isRunning] };
  const contents = await withoutExisting(prepared, { existing, options, words });
  const { fresh, balances, already, leftOut } = contents;
  await saveStaged(contents, { importId, personId: person.personId }, { scope, deps });
  return {
    lines: [
      ...doneLines({ records: fresh.length, balances: balances.length, already }, words),
      ...leftOutLines(leftOut, MAX_PROBLEMS, words),
    ],
    rest: restTable(table.sheet, leftOut, words),
  };
}

/** Begins an import, unless another one of the person is running, and finds the records that the person has. */
function beginImport({ request: { person }, data: { workspace } }: Scope, { store }: ImportFileDeps) {
  return store.inWorkspace(
    workspace.workspaceId,
    async (workspaceData) => {
      const importId = await workspaceData.recordImports.begin(person.personId);
      return { importId, existing: await findKeyedRecords(person.personId, workspaceData) };
    },
    { isPatient: true },
  );
}
