import { createHash } from 'node:crypto';
import { z } from 'zod';
import { EncryptedText } from '../signing/encrypt-text.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/u);

/** What `manifest.json` of a backup says about it. */
export const BackupManifest = z.strictObject({
  format: z.literal('recert backup 1'),
  /** The version of recert that made it. */
  version: z.string(),
  madeAt: z.iso.datetime(),
  /** The migrations of its tables, oldest first. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(
    z.strictObject({
      name: z.string().regex(/^[a-z_][a-z0-9_]*$/u),
      rows: z.int().min(0),
      /** Of the member's bytes. */
      sha256: Sha256,
      /** Of the sorted hashes of the rows, so that the order of rows doesn't matter. */
      content: Sha256,
    }),
  ),
  workspaces: z.array(
    z.strictObject({
      workspaceId: z.uuid(),
      /** The last entry of its log; absent if the log is empty. */
      head: z.strictObject({ seq: z.int(), hash: Sha256 }).optional(),
      /** The figures of `export pace` when the backup was made, as JSON. */
      pace: z.string(),
    }),
  ),
  /** The private keys that sign reports; null if they were left out. */
  keys: EncryptedText.nullable(),
  /** Keys of the files in the S3-compatible store; null if files are in the database. */
  files: z.array(z.string()).nullable(),
});
export type BackupManifest = z.output<typeof BackupManifest>;
export type BackupTableNotes = BackupManifest['tables'][number];

/** A file that isn't a backup, or one that was changed or cut off; the message says what is wrong. */
export class BadBackup extends Error {
  override name = 'BadBackup';
}

export const MANIFEST_MEMBER = 'manifest.json';
export const KEY_PURPOSE = 'recert backup: signing keys';

/** Returns the name of the member with a table's rows, one JSON object a line. */
export function tableMember(name: string): string {
  return `tables/${name}.ndjson`;
}

/** Counts and hashes the rows of a table as they pass. */
export class RowDigest {
  readonly #lines: string[] = [];
  readonly #bytes = createHash('sha256');

  /** Adds a row and returns its line. */
  add(row: string): Buffer {
    const line = Buffer.from(`${row}\n`, 'utf8');
    this.#bytes.update(line);
    this.#lines.push(createHash('sha256').update(line).digest('base64'));
    return line;
  }

  /** Returns the notes of the table once every row was added. */
  notes(name: string): BackupTableNotes {
    const content = createHash('sha256').update(this.#lines.sort().join('\n')).digest('hex');
    return { name, rows: this.#lines.length, sha256: this.#bytes.digest('hex'), content };
  }
}

/** Yields the lines of rows and counts them in a digest. */
export async function* linesOf(rows: AsyncIterable<string>, digest: RowDigest): AsyncIterable<Buffer> {
  for await (const row of rows) yield digest.add(row);
}

/** Yields a text as one chunk. */
export async function* chunkOf(text: string): AsyncIterable<Buffer> {
  yield Buffer.from(text, 'utf8');
}
