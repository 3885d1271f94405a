import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import type { FileStore } from '../file-store/file-store.ts';
import { workspaceCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { ExportArchive } from '../services/export-archive.ts';
import {
  type ArchiveImport,
  type ArchiveImportCounts,
  importArchive,
  previewArchiveImport,
} from '../services/portability/import-archive.ts';
import type { ImportProblems } from '../services/portability/personal-export.ts';
import { readArchive } from '../services/portability/read-archive.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { BadTable } from './bad-table.ts';

const MAX_PROBLEMS = 20;

interface ImportArchiveDeps {
  readonly catalogue: Catalogue;
  readonly now: Date;
  readonly fileStore: FileStore | undefined;
}

/** An archive, and the member who gets it. */
interface ArchiveFile {
  readonly path: string;
  readonly personId: string;
}

/** Imports a member's `export mine` archive, all of it or nothing. Throws `BadTable` with a line for each problem. */
export function importArchiveFile(
  data: WorkspaceData,
  file: ArchiveFile,
  deps: ImportArchiveDeps,
): Promise<ArchiveImportCounts> {
  return withArchive(data, file, { ...deps, work: importArchive });
}

/** Returns what importing an archive would add; saves nothing. Throws `BadTable` with a line for each problem. */
export function previewArchiveFile(
  data: WorkspaceData,
  file: ArchiveFile,
  deps: ImportArchiveDeps,
): Promise<Omit<ArchiveImportCounts, 'files'>> {
  return withArchive(data, file, { ...deps, work: previewArchiveImport });
}

interface ArchiveWork<T> extends ImportArchiveDeps {
  readonly work: (archive: ExportArchive, archiveImport: ArchiveImport) => Promise<T | ImportProblems>;
}

async function withArchive<T extends object>(
  data: WorkspaceData,
  { path, personId }: ArchiveFile,
  { catalogue, now, fileStore, work }: ArchiveWork<T>,
): Promise<T> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error(`The member ${personId} doesn't exist.`);
  const words = wordsFor('en-GB');
  const archive = await readArchive(path, data.workspace.workspaceId, fileStore);
  if (archive === undefined) throw new BadTable([words.import.over.none], 1);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const merged = await workspaceCatalogue(data, catalogue);
  const result = await work(archive, { personId, data, catalogue: merged, today, now, words });
  if ('lines' in result) throw new BadTable(result.lines, MAX_PROBLEMS);
  return result;
}
