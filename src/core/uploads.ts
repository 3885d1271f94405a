import { createHash, randomUUID } from 'node:crypto';
import { cleanText } from '../chat/clean.ts';
import type { Answers } from '../chat/form.ts';
import { answersOf } from '../chat/form.ts';
import { FileReadError, type IncomingFile, type Interaction } from '../chat/interaction.ts';
import { type FileStore, fileKey } from '../file-store/file-store.ts';
import { typeOf } from '../file-store/file-type.ts';
import { safeName } from '../file-store/safe-name.ts';
import { ARCHIVE_TYPE } from '../services/export-archive.ts';
import { isExportArchive } from '../services/portability/read-archive.ts';
import type { FileProblem, Request } from '../services/request.ts';
import { decode } from '../sheets/decode.ts';
import type { NewProofFile } from '../store/evidence/proofs.ts';
import type { WorkspaceData } from '../store/store.ts';

/** So many files are taken with one message or form. */
const MAX_FILES = 5;
/** So many are read at the same time, by the whole process, so that its memory is bounded. */
const MAX_AT_ONCE = 4;

/** A file that came, read; nothing of it is kept yet. */
type UploadedFile = Omit<NewProofFile, 'personId'> & { readonly field?: string; readonly bytes: Uint8Array };

/** Files that came, before any transaction is begun. */
export interface Uploads {
  readonly files: readonly UploadedFile[];
  readonly problems: readonly (FileProblem & { readonly field?: string })[];
}

/** The most bytes of a file, and whether it is to be read as a table, which proves nothing. */
interface UploadLimits {
  readonly limit: number;
  readonly isTable: boolean;
}

/** What somebody took along from another recert; it proves nothing. */
const ARCHIVE = { mediaType: ARCHIVE_TYPE, extension: 'zip' } as const;

let reading = 0;
const waiting: (() => void)[] = [];

/** Reads the files of an interaction, each up to a limit, and looks what they are. Never throws. */
export async function readUploads(
  incoming: readonly IncomingFile[],
  { limit, isTable }: UploadLimits,
): Promise<Uploads> {
  const files: UploadedFile[] = [];
  const problems: (FileProblem & { readonly field?: string })[] = [];
  for (const [index, one] of incoming.entries()) {
    const name = cleanText(one.name).slice(0, 100) || '?';
    const about = { name, ...(one.field === undefined ? {} : { field: one.field }) };
    if (index >= MAX_FILES) {
      problems.push({ ...about, kind: 'too-many', max: MAX_FILES });
      break;
    }
    const read = await inTurn(() => readOne(one, { limit, isTable }));
    if (typeof read === 'string') problems.push({ ...about, kind: read });
    else files.push({ ...read, ...(one.field === undefined ? {} : { field: one.field }) });
  }
  return { files, problems };
}

async function readOne(
  one: IncomingFile,
  { limit, isTable }: UploadLimits,
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
  if (type === undefined && isTable && (await isExportArchive(bytes))) type = ARCHIVE;
  if (type === undefined && isTable) {
    // Spreadsheets write letters in their own ways; what is kept is text as everybody reads it.
    bytes = new TextEncoder().encode(decode(bytes));
    type = await typeOf(bytes);
  }
  if (type === undefined) return 'not-proof';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { mediaType } = type;
  const size = bytes.byteLength;
  return { fileId: randomUUID(), name: safeName(one.name, type), type: mediaType, size, sha256, bytes };
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

/** Brings the bytes to where they are kept outside of the database; a file nobody refers to in the end is swept from there. */
export async function storeUploads(
  { files }: Uploads,
  workspaceId: string,
  fileStore: FileStore | undefined,
): Promise<void> {
  if (fileStore === undefined) return;
  for (const { fileId, bytes } of files) await fileStore.put(fileKey(workspaceId, fileId), bytes);
}

/** An interaction whose files are stored. */
export type StoredInteraction = Omit<Interaction, 'files'> & Pick<Request, 'uploads' | 'fileProblems'>;

/** Keeps what arrived as the person's, and puts its ids where the command looks for them. */
export async function recordUploads(
  interaction: Interaction,
  { files, problems }: Uploads,
  personId: string,
  {
    data,
    now,
    fileStore,
  }: { readonly data: WorkspaceData; readonly now: Date; readonly fileStore: FileStore | undefined },
): Promise<StoredInteraction> {
  const { files: _, ...request } = interaction;
  if (files.length === 0 && problems.length === 0) return request;
  const answers: Record<string, Answers[string]> = { ...interaction.answers };
  const stored: string[] = [];
  for (const { field, bytes, ...file } of files) {
    const where = fileStore === undefined ? { bytes } : {};
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
