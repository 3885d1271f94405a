import { z } from 'zod';
import type { Catalogue } from '../catalogue/index.ts';
import type { FileStore } from '../file-store/file-store.ts';
import { type AddMember, writeArchive } from '../signing/archive-writer.ts';
import { encryptText } from '../signing/encrypt-text.ts';
import { rowsOf, visibleWorkspaces } from '../store/backup-rows.ts';
import { backupTables, migrationsRun } from '../store/backup-tables.ts';
import { withStaged } from '../store/staged-rows.ts';
import type { Store } from '../store/store.ts';
import {
  type BackupManifest,
  chunkOf,
  KEY_PURPOSE,
  linesOf,
  MANIFEST_MEMBER,
  RowDigest,
  tableMember,
} from './backup-manifest.ts';
import { workspaceNotes } from './workspace-checkpoint.ts';

type Em = Parameters<Parameters<Store['snapshot']>[0]>[0];

/** What a backup is made of and with. */
export interface BackupOptions {
  readonly now: Date;
  readonly version: string;
  readonly catalogue: Catalogue;
  /** Encrypts the private keys; without it they are left out. */
  readonly passphrase: string | undefined;
  readonly fileStore: FileStore | undefined;
}

/** The private keys of reports, by key id. */
export const PrivateKeys = z.record(z.string(), z.string());
/** A row as it is, its columns in their order. */
const KeyRow = z.record(z.string(), z.string().nullable());
const KEY_TABLE = 'signing_key';

/** Writes everything as of one moment to a file that only its owner can read, and returns its manifest. An unfinished file is deleted. */
export function writeBackup(
  store: Pick<Store, 'snapshot'>,
  path: string,
  options: BackupOptions,
): Promise<BackupManifest> {
  return writeArchive(path, (add) => store.snapshot((em) => fill(add, em, options)));
}

async function fill(add: AddMember, em: Em, options: BackupOptions): Promise<BackupManifest> {
  const { now, version, passphrase, fileStore } = options;
  const keys: Record<string, string> = {};
  // An import that isn't published is in the backup too, and removed when the restored database is opened.
  const tables = await withStaged({ em }, () => addTables(add, em, keys));
  const manifest: BackupManifest = {
    format: 'recert backup 1',
    version,
    madeAt: now.toISOString(),
    migrations: [...(await migrationsRun(em))],
    tables,
    workspaces: await workspaceNotes(em, options),
    keys: passphrase === undefined ? null : encryptText(JSON.stringify(keys), passphrase, KEY_PURPOSE),
    files: fileStore === undefined ? null : await keysOf(fileStore),
  };
  await add(MANIFEST_MEMBER, chunkOf(JSON.stringify(manifest, null, 1)));
  return manifest;
}

/** Adds every table; the private keys are put into `keys` instead. */
async function addTables(add: AddMember, em: Em, keys: Record<string, string>): Promise<BackupManifest['tables']> {
  const workspaces = await visibleWorkspaces(em);
  const tables: BackupManifest['tables'] = [];
  for (const table of await backupTables(em)) {
    const digest = new RowDigest();
    const rows = rowsOf(em, table, workspaces);
    const shown = table.name === KEY_TABLE ? withoutPrivateKeys(rows, keys) : rows;
    await add(tableMember(table.name), linesOf(shown, digest));
    tables.push(digest.notes(table.name));
  }
  return tables;
}

/** Yields the rows of the keys without the private ones, which are put into `keys`. */
async function* withoutPrivateKeys(rows: AsyncIterable<string>, keys: Record<string, string>): AsyncIterable<string> {
  for await (const row of rows) {
    const key = KeyRow.parse(JSON.parse(row));
    const { key_id: keyId, private_pem: privatePem } = key;
    if (keyId && privatePem) keys[keyId] = privatePem;
    yield JSON.stringify({ ...key, private_pem: '' });
  }
}

async function keysOf(fileStore: FileStore): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of fileStore.list('')) keys.push(key);
  return keys;
}
