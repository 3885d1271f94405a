import { rm } from 'node:fs/promises';
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { type RowText, rowsOf, visibleWorkspaces, writeTableRows } from './backup-rows.ts';
import { backupTables } from './backup-tables.ts';
import type { ClaimOptions } from './claim-folder.ts';
import { closeOrm } from './close-orm.ts';
import { lockData } from './data-lock.ts';
import {
  type Database,
  DatabaseNotEmpty,
  databaseFolder,
  IncompatibleData,
  incompatibility,
  migrateAndFill,
  openOrm,
} from './orm.ts';
import { RestoreMark } from './restore-mark.ts';
import { showStaged } from './staged-rows.ts';

/** What is restored. */
export interface RestoreSource {
  /** The migrations of its tables, oldest first. */
  readonly migrations: readonly string[];
  readonly tables: readonly string[];
  rows(table: string): AsyncIterable<RowText>;
  /** Compares the rows of a table with those that were written; throws if they differ. */
  compare(table: string, rows: AsyncIterable<RowText>): Promise<void>;
  /** Writes what isn't in the rows. */
  finish(em: EntityManager): Promise<void>;
}

/**
 * Writes a backup into an empty database and migrates it: all of it or nothing. Throws `IncompatibleData` if it is from a newer version, and
 * `DatabaseNotEmpty`, `DataInUse`, `DataFolderUnusable` or `DatabaseUnusable`.
 */
export async function restoreDatabase(
  database: Database,
  source: RestoreSource,
  events: Pick<ClaimOptions, 'onWait'> = {},
): Promise<void> {
  const upTo = source.migrations.at(-1);
  const problem = incompatibility(source.migrations);
  if (problem !== undefined || upTo === undefined)
    throw new IncompatibleData(
      `The backup is from a newer version of recert (${problem?.migration}). Nothing was changed. Restore it with that version or a newer one.`,
    );
  const lock = database.kind === 'folder' ? await lockData(database.path, events) : undefined;
  const mark = database.kind === 'folder' ? new RestoreMark(database.path) : undefined;
  let orm: MikroORM | undefined;
  let isRemoved = false;
  try {
    if (mark?.isSet && database.kind === 'folder') await removeDatabase(database);
    orm = await openOrm(database, { check: () => lock?.check() });
    await migrateAndFill(orm, database, { upTo, onEmpty: () => mark?.set(), fill: (em) => fill(em, source) });
  } catch (error) {
    isRemoved = database.kind === 'folder' && !(error instanceof DatabaseNotEmpty);
    throw error;
  } finally {
    await closeOrm(orm, undefined);
    if (isRemoved && database.kind === 'folder') await removeDatabase(database);
    if (lock !== undefined) mark?.clear();
    await lock?.release();
  }
}

function removeDatabase(folder: { readonly path: string }): Promise<void> {
  return rm(databaseFolder(folder), { recursive: true, force: true });
}

async function fill(em: EntityManager, source: RestoreSource): Promise<void> {
  await em.execute(`set local time zone 'UTC'`);
  await showStaged({ em });
  const tables = await backupTables(em);
  const unknown = source.tables.find((name) => !tables.some((table) => table.name === name));
  if (unknown !== undefined) throw new IncompatibleData(`The backup has a table that isn't known: ${unknown}.`);
  for (const table of tables)
    if (source.tables.includes(table.name)) await writeTableRows(em, table, source.rows(table.name));
  const workspaces = await visibleWorkspaces(em);
  for (const table of tables)
    if (source.tables.includes(table.name)) await source.compare(table.name, rowsOf(em, table, workspaces));
  await source.finish(em);
}
