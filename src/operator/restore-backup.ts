import type { Catalogue } from '../catalogue/index.ts';
import { type FileStore, fileKey } from '../file-store/file-store.ts';
import { decryptText } from '../signing/encrypt-text.ts';
import type { Database } from '../store/orm.ts';
import { type RestoreSource, restoreDatabase } from '../store/restore-database.ts';
import type { Store } from '../store/store.ts';
import { verdictText } from './audit.ts';
import { type BackupManifest, BadBackup, KEY_PURPOSE, RowDigest } from './backup-manifest.ts';
import type { BackupFile } from './read-backup.ts';
import { workspaceNotes } from './workspace-checkpoint.ts';
import { PrivateKeys } from './write-backup.ts';

/** What opens a backup and where its lines go. */
export interface RestoreOptions {
  readonly passphrase: string | undefined;
  readonly onWait: (sentence: string) => void;
}

/** Writes a backup into an empty database. Throws `BadBackup`, `WrongPassphrase`, and what `restoreDatabase` throws. */
export async function restoreBackup(
  database: Database,
  { manifest, rows }: BackupFile,
  { passphrase, onWait }: RestoreOptions,
): Promise<void> {
  const keys = privateKeysOf(manifest, passphrase);
  const source: RestoreSource = {
    migrations: manifest.migrations,
    tables: manifest.tables.map(({ name }) => name),
    rows,
    compare: (table, written) => compareRows(manifest, table, written),
    finish: async (em) => {
      for (const [keyId, pem] of Object.entries(keys))
        await em.execute('update signing_key set private_pem = ? where key_id = ?', [pem, keyId]);
      // Reports are signed with a new key; earlier ones can still be checked.
      await em.execute(`update signing_key set retired_at = ? where retired_at is null and private_pem = ''`, [
        manifest.madeAt,
      ]);
    },
  };
  await restoreDatabase(database, source, { onWait });
}

function privateKeysOf({ keys }: BackupManifest, passphrase: string | undefined): Readonly<Record<string, string>> {
  if (keys === null) return {};
  if (passphrase === undefined)
    throw new BadBackup(
      'The backup has encrypted signing keys. Set RECERT_BACKUP_PASSPHRASE to its passphrase, or add --without-keys: reports are then signed with a new key.',
    );
  return PrivateKeys.parse(JSON.parse(decryptText(keys, passphrase, KEY_PURPOSE)));
}

async function compareRows(manifest: BackupManifest, table: string, written: AsyncIterable<string>): Promise<void> {
  const digest = new RowDigest();
  for await (const row of written) digest.add(row);
  const noted = manifest.tables.find(({ name }) => name === table);
  const found = digest.notes(table);
  if (noted?.rows === found.rows && noted.content === found.content) return;
  throw new BadBackup(
    `The rows of ${table} differ after they were written (${found.rows} of ${noted?.rows ?? 0}). Nothing was changed.`,
  );
}

/** The result of checking a restored database, for the operator. */
export interface RestoreReport {
  readonly lines: readonly string[];
  readonly isWhole: boolean;
}

/** What a restored database is checked with. */
export interface CheckOptions {
  readonly catalogue: Catalogue;
  readonly fileStore: FileStore | undefined;
}

/** Verifies the log of each workspace and compares its figures and files with those of the backup. */
export async function checkRestored(
  store: Store,
  manifest: BackupManifest,
  { catalogue, fileStore }: CheckOptions,
): Promise<RestoreReport> {
  const now = new Date(manifest.madeAt);
  const found = new Map(
    (await store.snapshot((em) => workspaceNotes(em, { now, catalogue }))).map((one) => [one.workspaceId, one.pace]),
  );
  const names = new Map(
    (await store.directory.workspaces()).map((one) => [one.workspaceId, `${one.platform}/${one.tenant}`]),
  );
  const lines: string[] = [];
  let isWhole = true;
  for (const { workspaceId, head, pace } of manifest.workspaces) {
    const bytesOf = async (fileId: string) => fileStore?.get(fileKey(workspaceId, fileId));
    const log = await store.readLog(workspaceId, (reading) => verdictText(reading, head, bytesOf));
    const isSame = found.get(workspaceId) === pace;
    const figures = isSame ? 'Pace: identical.' : 'Pace: different from the backup.';
    lines.push(`${names.get(workspaceId) ?? workspaceId}: ${log.text}. ${figures}`);
    isWhole &&= isSame && (log.isWhole || head === undefined);
  }
  return { lines, isWhole };
}
