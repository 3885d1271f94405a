import { createHash, randomUUID } from 'node:crypto';
import { badgeInSvg } from '../certificates/baked-badge.ts';
import type { Answers } from '../chat/form.ts';
import { answersOf } from '../chat/form.ts';
import { FileReadError, type IncomingFile } from '../chat/incoming-file.ts';
import type { Interaction } from '../chat/interaction.ts';
import { cleanText } from '../chat/normalise-text.ts';
import { contentFault } from '../file-store/content-fault.ts';
import { type FileStore, fileKey } from '../file-store/file-store.ts';
import { type FileType, typeOf } from '../file-store/file-type.ts';
import { safeName } from '../file-store/safe-name.ts';
import { tableTypeOf } from '../file-store/table-type.ts';
import { workbookTypeOf } from '../file-store/workbook-type.ts';
import { MEGABYTE } from '../limits/file-size.ts';
import { ARCHIVE_TYPE, isImportOnly } from '../services/archive-media-type.ts';
import { isExportArchive } from '../services/portability/read-archive.ts';
import type { FileProblem, Request } from '../services/request.ts';
import type { NewProofFile } from '../store/evidence/proofs.ts';
import type { WorkspaceData } from '../store/store.ts';

/** Maximum files with one message or form. */
const MAX_FILES = 5;
/** Maximum files read at the same time by the whole process, to limit its memory. */
const MAX_AT_ONCE = 4;

/** A file that was read, but not stored yet. */
export type UploadedFile = Omit<NewProofFile, 'personId'> & { readonly field?: string; readonly bytes: Uint8Array };

/** The files of an interaction, read before its transaction begins. */
export interface Uploads {
  readonly files: readonly UploadedFile[];
  readonly problems: readonly (FileProblem & { readonly field?: string })[];
}

interface UploadLimits {
  /** Maximum size of a file in bytes. */
  readonly limit: number;
  /** The file is imported and not proof, so its content isn't checked for what proof may not have. */
  readonly isImport: boolean;
  /** Spreadsheets, tables in any encoding and export archives are accepted as well. */
  readonly acceptsTables: boolean;
}

/** An `export mine` archive; accepted for imports, not as proof. */
const ARCHIVE = { mediaType: ARCHIVE_TYPE, extension: 'zip' } as const;

let reading = 0;
const waiting: (() => void)[] = [];

/** Reads the files of an interaction and detects their types from their contents. Never throws: a file that can't be used is a problem. */
export async function readUploads(incoming: readonly IncomingFile[], limits: UploadLimits): Promise<Uploads> {
  const files: UploadedFile[] = [];
  const problems: (FileProblem & { readonly field?: string })[] = [];
  for (const [index, one] of incoming.entries()) {
    const name = cleanText(one.name).slice(0, 100) || '?';
    const about = { name, ...(one.field === undefined ? {} : { field: one.field }) };
    if (index >= MAX_FILES) {
      problems.push({ ...about, kind: 'too-many', max: MAX_FILES });
      break;
    }
    const read = await inTurn(() => readOne(one, limits));
    if (typeof read === 'string') problems.push({ ...about, kind: read });
    else files.push({ ...read, ...(one.field === undefined ? {} : { field: one.field }) });
  }
  return { files, problems };
}

async function readOne(
  one: IncomingFile,
  { limit, isImport, acceptsTables }: UploadLimits,
): Promise<Omit<UploadedFile, 'field'> | FileProblem['kind']> {
  if (one.size !== undefined && one.size > limit) return 'too-large';
  let bytes: Uint8Array;
  try {
    bytes = await one.read(limit);
  } catch (error) {
    return error instanceof FileReadError ? error.kind : 'unreachable';
  }
  if (bytes.byteLength > limit) return 'too-large';
  let type = await typeOf(bytes);
  const badge = type === undefined && !isImport ? badgeInSvg(bytes) : undefined;
  if (badge !== undefined) {
    // An SVG can run scripts where it is opened, so only the badge in it is stored.
    bytes = new TextEncoder().encode(badge);
    type = await typeOf(bytes);
  }
  if (type === undefined && acceptsTables) type = await importTypeOf(bytes);
  if (type === undefined) return 'not-proof';
  const fault = isImport || isImportOnly(type.mediaType) ? undefined : contentFault(bytes, type);
  if (fault !== undefined) return fault;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { mediaType } = type;
  const size = bytes.byteLength;
  return { fileId: randomUUID(), name: safeName(one.name, type), type: mediaType, size, sha256, bytes };
}

/** Returns the type of a file that can be imported, but is no proof: an archive, a spreadsheet, or a table in any encoding. */
async function importTypeOf(bytes: Uint8Array): Promise<FileType | undefined> {
  if (await isExportArchive(bytes)) return ARCHIVE;
  return workbookTypeOf(bytes) ?? tableTypeOf(bytes);
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (reading >= MAX_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  reading += 1;
  try {
    return await work();
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/** Where files are stored, and a lookup of the workspace they belong to. */
interface UploadStorage {
  readonly fileStore: FileStore | undefined;
  readonly workspaceOfSender: () => Promise<string>;
}

/** Writes files to the file store, if there is one. Housekeeping deletes those that no record refers to. */
export async function storeUploads({ files }: Uploads, { fileStore, workspaceOfSender }: UploadStorage): Promise<void> {
  if (fileStore === undefined || files.length === 0) return;
  const workspaceId = await workspaceOfSender();
  for (const { fileId, bytes } of files) await fileStore.put(fileKey(workspaceId, fileId), bytes);
}

interface UploadRecording {
  readonly personId: string;
  readonly data: WorkspaceData;
  readonly now: Date;
  /** The bytes were written to the file store, so the database keeps none. */
  readonly isInFileStore: boolean;
  /** The storage of the workspace, in bytes. */
  readonly maxStoredBytes?: number | undefined;
}

/** An interaction whose files are stored. */
export type StoredInteraction = Omit<Interaction, 'files'> & Pick<Request, 'uploads' | 'fileProblems'>;

/** Saves the files as the person's, and returns the interaction with their ids in place of the files. */
export async function recordUploads(
  interaction: Interaction,
  uploads: Uploads,
  recording: UploadRecording,
): Promise<StoredInteraction> {
  const { files: _, ...request } = interaction;
  if (uploads.files.length === 0 && uploads.problems.length === 0) return request;
  const { personId, data, now, isInFileStore } = recording;
  const { files, problems } = await withinStorage(uploads, recording);
  const answers: Record<string, Answers[string]> = { ...interaction.answers };
  const stored: string[] = [];
  for (const { field, bytes, ...file } of files) {
    const where = isInFileStore ? {} : { bytes };
    const id = await data.proofs.addFile({ ...file, ...where, personId }, now);
    if (interaction.answers === undefined || field === undefined) stored.push(id);
    else answers[field] = [...new Set([...answersOf(answers, field), id])];
  }
  return {
    ...request,
    uploads: stored,
    fileProblems: problems,
    ...(interaction.answers === undefined ? {} : { answers }),
  };
}

/** Leaves out the files that the storage of the workspace has no room for; each is a problem. */
async function withinStorage(
  { files, problems }: Uploads,
  { data, maxStoredBytes }: UploadRecording,
): Promise<Uploads> {
  if (maxStoredBytes === undefined || files.length === 0) return { files, problems };
  let stored = await data.proofs.storedBytes();
  const fitting: UploadedFile[] = [];
  const refused: Uploads['problems'][number][] = [];
  for (const file of files) {
    const { name, field, size } = file;
    if (stored + size > maxStoredBytes) {
      const max = Math.floor(maxStoredBytes / MEGABYTE);
      refused.push({ name, kind: 'workspace-full', max, ...(field === undefined ? {} : { field }) });
      continue;
    }
    stored += size;
    fitting.push(file);
  }
  return { files: fitting, problems: [...problems, ...refused] };
}
