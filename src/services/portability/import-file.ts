import type { FileStore } from '../../file-store/file-store.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { doneLines, leftOutLines, problemLines } from '../../views/portability/table-lines.ts';
import { findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { stageArchive } from './import-archive.ts';
import { openRecordTable } from './open-table.ts';
import { isExportArchive, readArchive } from './read-archive.ts';
import { prepareRecords } from './read-table.ts';
import { restTable } from './rejected-rows.ts';
import { stageTable } from './stage-table.ts';
import type { ImportRun } from './staged-import.ts';

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

/** Imports the records of a table or an archive. The file is read and checked before that begins. */
export async function importFile(
  { fileId, options }: { readonly fileId: string; readonly options: ImportOptions },
  scope: Scope,
  deps: ImportFileDeps,
): Promise<FileImport> {
  const { request, data } = scope;
  const read = (workspaceData: WorkspaceData) => readFileBytes(fileId, workspaceData, deps.fileStore);
  const bytes = await deps.store.inWorkspace(data.workspace.workspaceId, read);
  if (bytes === undefined)
    return { lines: problemLines({ lines: [request.words.import.gone] }, MAX_PROBLEMS, request.words) };
  const input = { bytes, options, scope };
  return (await isExportArchive(bytes)) ? importArchive(input, deps) : importTable(input, deps);
}

function runOf({ request: { person, now }, data: { workspace } }: Scope, { store }: ImportFileDeps): ImportRun {
  const { personId } = person;
  return { store, workspaceId: workspace.workspaceId, personId, actor: personId, now, interrupted: 'inactive' };
}

async function importArchive({ bytes, scope }: FileImportInput, deps: ImportFileDeps): Promise<FileImport> {
  const { words, today } = scope.request;
  const { catalogue, workspace } = scope.data;
  const { over } = words.import;
  const archive = await readArchive(Buffer.from(bytes), workspace.workspaceId, deps.fileStore);
  if (archive === undefined) return { lines: [over.none] };
  const result = await stageArchive(archive, { catalogue, today, words }, runOf(scope, deps));
  if (!('lines' in result)) return { lines: [over.done(result)] };
  return { lines: [over.wrong(result.lines.length), ...result.lines.slice(0, MAX_PROBLEMS)] };
}

/** Reads and checks a table without a transaction, so that other requests don't wait for it, and saves its records in batches. */
async function importTable({ bytes, options, scope }: FileImportInput, deps: ImportFileDeps): Promise<FileImport> {
  const { request, data } = scope;
  const { person, words, today } = request;
  const table = await openRecordTable(bytes, options, words);
  if ('lines' in table) return { lines: problemLines(table, MAX_PROBLEMS, words) };
  const all = await deps.store.inWorkspace(data.workspace.workspaceId, (workspaceData) =>
    findHoldings(person, { ...workspaceData, catalogue: data.catalogue }),
  );
  const prepared = await prepareRecords(table, options, { ...request, data, all });
  if ('lines' in prepared) return { lines: problemLines(prepared, MAX_PROBLEMS, words) };
  const contents = await stageTable(prepared, { options, words, today }, runOf(scope, deps));
  if (contents === undefined) return { lines: [words.import.isRunning] };
  const { fresh, balances, already, leftOut } = contents;
  return {
    lines: [
      ...doneLines({ records: fresh.length, balances: balances.length, already }, words),
      ...leftOutLines(leftOut, MAX_PROBLEMS, words),
    ],
    rest: restTable(table.sheet, leftOut, words),
  };
}
