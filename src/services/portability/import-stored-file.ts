import type { ImportOptions } from '../../sheets/import-options.ts';
import type { ExportArchive } from '../archive-media-type.ts';
import type { Data, Scope } from '../data-with-catalogue.ts';
import { readFileBytes } from '../read-file-bytes.ts';
import { type ArchiveImport, type ArchiveImportCounts, importArchive, previewArchiveImport } from './import-archive.ts';
import type { OpenTable, TableProblem } from './open-table.ts';
import { readArchive } from './read-archive.ts';
import { readRecordTable, type TableContents } from './read-table.ts';

/** Maximum records that are imported while the person waits; a longer file is imported after the reply. */
const MAX_AT_ONCE = 500;
/** Maximum bytes of proof files that are imported while the person waits. */
const MAX_BYTES_AT_ONCE = 4_000_000;

/** What importing an archive would do or did. */
type ArchiveOutcome =
  | { readonly kind: 'problems'; readonly lines: readonly string[] }
  | { readonly kind: 'too-long' }
  | { readonly kind: 'imported'; readonly counts: ArchiveImportCounts };

/** Returns what importing an uploaded `export mine` archive would add, or its problems. Saves nothing. */
export async function previewStoredArchive(fileId: string, context: Scope): ReturnType<typeof previewArchiveImport> {
  const archive = await findArchive(fileId, context.data);
  if (archive === undefined) return { lines: [context.request.words.import.over.none] };
  return previewArchiveImport(archive, archiveImportOf(context));
}

/** Imports an uploaded `export mine` archive, all of it or nothing; one with too many records is not imported. */
export async function importStoredArchive(fileId: string, context: Scope): Promise<ArchiveOutcome> {
  const archive = await findArchive(fileId, context.data);
  if (archive === undefined) return { kind: 'problems', lines: [context.request.words.import.over.none] };
  const preview = await previewArchiveImport(archive, archiveImportOf(context));
  if ('lines' in preview) return { kind: 'problems', lines: preview.lines };
  if (preview.records > MAX_AT_ONCE || preview.bytes > MAX_BYTES_AT_ONCE) return { kind: 'too-long' };
  const counts = await importArchive(archive, archiveImportOf(context));
  return 'lines' in counts ? { kind: 'problems', lines: counts.lines } : { kind: 'imported', counts };
}

/** Returns the records of a table, or its problem; of a long table, those of its first rows. */
export async function previewTable(
  table: OpenTable,
  options: ImportOptions,
  { request, data }: Scope,
): Promise<TableContents | TableProblem> {
  return readRecordTable(table, options, { ...request, data, maxRows: MAX_AT_ONCE });
}

/** Whether a table has too many rows to import while the person waits. */
export function isLongTable({ sheet: { rows } }: Pick<OpenTable, 'sheet'>): boolean {
  return rows.length > MAX_AT_ONCE;
}

function archiveImportOf({ request, data }: Scope): ArchiveImport {
  const { person, today, now, words } = request;
  return { personId: person.personId, today, now, words, data, catalogue: data.catalogue };
}

async function findArchive(fileId: string, data: Data): Promise<ExportArchive | undefined> {
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  return bytes && readArchive(Buffer.from(bytes), data.workspace.workspaceId, data.fileStore);
}
