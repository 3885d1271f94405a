import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import type { FileStore } from '../file-store/file-store.ts';
import type { ExportArchive } from '../services/archive-media-type.ts';
import { workspaceCatalogue } from '../services/certifications/workspace-catalogue.ts';
import type { ArchiveCheck } from '../services/portability/check-archive.ts';
import {
  type ArchiveImportCounts,
  previewArchiveImport,
  stageArchive,
} from '../services/portability/import-archive.ts';
import type { ImportProblems } from '../services/portability/personal-archive-json.ts';
import { readArchive } from '../services/portability/read-archive.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { BadTable } from './table-error.ts';

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

/**
 * Imports a member's `export mine` archive, all of it or nothing. It is saved in batches, is visible once all is saved, and the member can undo it.
 * Throws `BadTable` with a line for each problem.
 */
export async function importArchiveFile(
  { store, workspaceId }: OpenedWorkspace,
  { path, personId }: ArchiveFile,
  { catalogue, now, fileStore }: ImportArchiveDeps,
): Promise<ArchiveImportCounts> {
  const archive = await openArchive(path, workspaceId, fileStore);
  const check = await store.inWorkspace(workspaceId, (data) => checkOf(data, personId, { catalogue, now }));
  const interrupted = store.isExclusive ? 'all' : 'inactive';
  const run = { store, workspaceId, personId, actor: 'operator', now, interrupted } as const;
  return orThrow(await stageArchive(archive, check, run));
}

/** Returns what importing an archive would add; saves nothing. Throws `BadTable` with a line for each problem. */
export async function previewArchiveFile(
  data: WorkspaceData,
  { path, personId }: ArchiveFile,
  { catalogue, now, fileStore }: ImportArchiveDeps,
): Promise<Omit<ArchiveImportCounts, 'files'>> {
  const archive = await openArchive(path, data.workspace.workspaceId, fileStore);
  const check = await checkOf(data, personId, { catalogue, now });
  return orThrow(await previewArchiveImport(archive, { ...check, personId, now, data }));
}

const WORDS = wordsFor('en-GB');

async function openArchive(
  path: string,
  workspaceId: string,
  fileStore: FileStore | undefined,
): Promise<ExportArchive> {
  const archive = await readArchive(path, workspaceId, fileStore);
  if (archive === undefined) throw new BadTable([WORDS.import.over.none], 1);
  return archive;
}

/** Returns what an archive of a member is checked with. */
async function checkOf(
  data: WorkspaceData,
  personId: string,
  { catalogue, now }: Pick<ImportArchiveDeps, 'catalogue' | 'now'>,
): Promise<ArchiveCheck> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error(`The member ${personId} doesn't exist.`);
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  return { catalogue: await workspaceCatalogue(data, catalogue), today, words: WORDS };
}

function orThrow<T extends object>(result: T | ImportProblems): T {
  if ('lines' in result) throw new BadTable(result.lines, MAX_PROBLEMS);
  return result;
}
