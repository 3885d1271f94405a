import { createHash, randomUUID } from 'node:crypto';
import { cleanText } from '../chat/clean.ts';
import type { Answers } from '../chat/form.ts';
import { answersOf } from '../chat/form.ts';
import { FileTrouble, type IncomingFile, type Interaction } from '../chat/interaction.ts';
import type { Heard, Trouble } from '../commands/command.ts';
import { ARCHIVE_TYPE } from '../commands/take-over.ts';
import { decode } from '../sheets/decode.ts';
import type { NewProofFile } from '../store/proofs.ts';
import type { WorkspaceData } from '../store/store.ts';
import { typeOf } from '../vault/file-type.ts';
import { safeName } from '../vault/safe-name.ts';
import { keyOf, type Vault } from '../vault/vault.ts';
import { isBroughtAlong } from './brought-along.ts';

/** So many files are taken with one message or form. */
const MOST_FILES = 5;
/** So many are read at the same time, by the whole process, so that its memory is bounded. */
const MOST_AT_ONCE = 4;

/** A file that came, read; nothing of it is kept yet. */
type Read = Omit<NewProofFile, 'personId'> & { readonly field?: string; readonly bytes: Uint8Array };

/** Files that came, before any transaction is begun. */
export interface Arrived {
  readonly files: readonly Read[];
  readonly trouble: readonly (Trouble & { readonly field?: string })[];
}

/** The most bytes of a file, and whether it is to be read as a table, which proves nothing. */
interface Reading {
  readonly limit: number;
  readonly isTable: boolean;
}

/** What somebody took along from another recert; it proves nothing. */
const ARCHIVE = { mediaType: ARCHIVE_TYPE, extension: 'zip' } as const;

let reading = 0;
const waiting: (() => void)[] = [];

/** Reads the files of an interaction, each up to a limit, and looks what they are. Never throws. */
export async function readArrived(incoming: readonly IncomingFile[], { limit, isTable }: Reading): Promise<Arrived> {
  const files: Read[] = [];
  const trouble: (Trouble & { readonly field?: string })[] = [];
  for (const [index, one] of incoming.entries()) {
    const name = cleanText(one.name).slice(0, 100) || '?';
    const about = { name, ...(one.field === undefined ? {} : { field: one.field }) };
    if (index >= MOST_FILES) {
      trouble.push({ ...about, kind: 'too-many', most: MOST_FILES });
      break;
    }
    const read = await inTurn(() => readOne(one, { limit, isTable }));
    if (typeof read === 'string') trouble.push({ ...about, kind: read });
    else files.push({ ...read, ...(one.field === undefined ? {} : { field: one.field }) });
  }
  return { files, trouble };
}

async function readOne(one: IncomingFile, { limit, isTable }: Reading): Promise<Omit<Read, 'field'> | Trouble['kind']> {
  if (one.size !== undefined && one.size > limit) return 'too-large';
  let bytes: Uint8Array;
  try {
    bytes = await one.read(limit);
  } catch (error) {
    return error instanceof FileTrouble ? error.kind : 'unreachable';
  }
  if (bytes.byteLength > limit) return 'too-large';
  let type = typeOf(bytes);
  if (type === undefined && isTable && (await isBroughtAlong(bytes))) type = ARCHIVE;
  if (type === undefined && isTable) {
    // Spreadsheets write letters in their own ways; what is kept is text as everybody reads it.
    bytes = new TextEncoder().encode(decode(bytes));
    type = typeOf(bytes);
  }
  if (type === undefined) return 'not-proof';
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const { mediaType } = type;
  const size = bytes.byteLength;
  return { fileId: randomUUID(), name: safeName(one.name, type), type: mediaType, size, sha256, bytes };
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  while (reading >= MOST_AT_ONCE) await new Promise<void>((resolve) => void waiting.push(resolve));
  reading += 1;
  try {
    return await work();
  } finally {
    reading -= 1;
    waiting.shift()?.();
  }
}

/** Brings the bytes to where they are kept outside of the database; a file nobody refers to in the end is swept from there. */
export async function putAway({ files }: Arrived, workspaceId: string, vault: Vault | undefined): Promise<void> {
  if (vault === undefined) return;
  for (const { fileId, bytes } of files) await vault.put(keyOf(workspaceId, fileId), bytes);
}

/** Keeps what arrived as the person's, and puts its ids where the command looks for them. */
export async function keepArrived(
  interaction: Interaction,
  { files, trouble }: Arrived,
  personId: string,
  { data, now, vault }: { readonly data: WorkspaceData; readonly now: Date; readonly vault: Vault | undefined },
): Promise<Heard> {
  const { files: _, ...heard } = interaction;
  if (files.length === 0 && trouble.length === 0) return heard;
  const answers: Record<string, Answers[string]> = { ...interaction.answers };
  const kept: string[] = [];
  for (const { field, bytes, ...file } of files) {
    const where = vault === undefined ? { bytes } : {};
    const id = await data.proofs.addFile({ ...file, ...where, personId }, now);
    if (interaction.answers === undefined || field === undefined) kept.push(id);
    else answers[field] = [...new Set([...answersOf(answers, field), id])];
  }
  return { ...heard, kept, trouble, ...(interaction.answers === undefined ? {} : { answers }) };
}
