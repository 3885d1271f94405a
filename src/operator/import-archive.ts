import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import type { FileStore } from '../file-store/file-store.ts';
import { workspaceCatalogue } from '../services/certifications/workspace-catalogue.ts';
import { type ArchiveImportCounts, importArchive } from '../services/portability/import-archive.ts';
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

/** Imports a member's `export mine` archive, all of it or nothing. Throws `BadTable` with a line for each problem. */
export async function importArchiveFile(
  data: WorkspaceData,
  { path, personId }: { readonly path: string; readonly personId: string },
  { catalogue, now, fileStore }: ImportArchiveDeps,
): Promise<ArchiveImportCounts> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error(`The member ${personId} doesn't exist.`);
  const words = wordsFor('en-GB');
  const archive = await readArchive(path, data.workspace.workspaceId, fileStore);
  if (archive === undefined) throw new BadTable([words.import.over.none], 1);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const merged = await workspaceCatalogue(data, catalogue);
  const result = await importArchive(archive, { personId, data, catalogue: merged, today, now, words });
  if ('lines' in result) throw new BadTable(result.lines, MAX_PROBLEMS);
  return result;
}
