import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteORM } from '@mikro-orm/pglite';
import { MikroORM as PostgreSqlORM } from '@mikro-orm/postgresql';
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { migrations } from '../../migrations/index.ts';
import { ensureRole } from './app-role.ts';
import { backupTables, migrationsRun } from './backup-tables.ts';
import { addressOf, checkServer } from './connect-server.ts';
import { embeddedDriver } from './embedded-driver.ts';
import { entities } from './entities.ts';
import { type ConnectionPool, serverDriver } from './server-driver.ts';
import type { StatementTimer } from './statement-timer.ts';

/** Where the data is: a PostgreSQL server, a folder of the embedded database, or a database in memory, for tests. */
export type Database =
  | { readonly kind: 'server'; readonly url: string; readonly limits?: Partial<ServerLimits> }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly dump?: Blob };

/** How many connections to a server recert opens, and how long a query may take while a person waits. */
export interface ServerLimits {
  readonly connections: number;
  readonly queryMs: number;
}

/** Returns how many of the connections background work may use at once; the others are for answers. */
export function backgroundConnections(connections: number): number {
  return Math.max(1, Math.floor(connections * 0.3));
}

/** Platforms expect an answer within 2.5 seconds. */
const DEFAULT_LIMITS: ServerLimits = { connections: 10, queryMs: 2000 };
/** How long to wait for a connection, or for a place among those that are open. */
const CONNECT_MS = 5000;

/** Returns where in its folder the files of an embedded database are. */
export function databaseFolder({ path }: { readonly path: string }): string {
  return join(path, 'database');
}

const common = {
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false },
  discovery: { warnWhenNoEntities: true, checkDuplicateTableNames: true },
  // What was read is never changed in place, so nothing has to be compared when a transaction ends, and memory is freed as soon as it isn't used.
  disableIdentityMap: true,
  logger: () => {},
};

/** What is called while statements run. */
interface StatementHooks {
  /** Runs before each statement and each commit in a folder; if it throws, the statement fails. */
  readonly check?: () => void;
  /** Called with each statement before it runs. */
  readonly onStatement?: (sql: string, values: readonly unknown[]) => void;
  /** Called with each statement and its time in milliseconds after it has ended, with success or not. */
  readonly onStatementEnd?: StatementTimer;
  /** Called with the pool of connections to a server. */
  readonly onPool?: (pool: ConnectionPool) => void;
}

/** Opens the database. The two kinds of PostgreSQL differ here and nowhere else. */
export async function openOrm(
  database: Database,
  { check = () => undefined, onStatement = () => undefined, onStatementEnd, onPool }: StatementHooks = {},
): Promise<MikroORM> {
  const onQuery = (sql: string, values: readonly unknown[]) => {
    onStatement(sql, values);
    return sql;
  };
  switch (database.kind) {
    case 'server': {
      const { connections, queryMs } = { ...DEFAULT_LIMITS, ...database.limits };
      const address = addressOf(database.url);
      return PostgreSqlORM.init({
        ...common,
        onQuery,
        driver: serverDriver,
        ensureDatabase: false,
        dbName: address.database,
        ...(address.schema === undefined ? {} : { schema: address.schema }),
        pool: { min: 0, max: connections },
        driverOptions: () => ({
          ...{ connectionTimeoutMillis: CONNECT_MS, ...address, queryMs, onStatementEnd, onPool },
          backgroundConnections: backgroundConnections(connections),
        }),
      });
    }
    case 'folder': {
      return PgliteORM.init({
        ...common,
        onQuery,
        driver: embeddedDriver,
        dbName: databaseFolder(database),
        driverOptions: () => ({ check, onStatementEnd }),
      });
    }
    case 'memory': {
      const { dump } = database;
      return PgliteORM.init({
        ...common,
        onQuery,
        driver: embeddedDriver,
        dbName: 'memory://',
        driverOptions: () => (dump === undefined ? {} : { loadDataDir: dump }),
      });
    }
  }
}

/** The data was written by a version whose tables this one does not know. */
export class IncompatibleData extends Error {
  override name = 'IncompatibleData';
}

/** Migrates the tables, one process at a time; `onWait` is called if another one is at it. Throws `DatabaseUnusable` or `IncompatibleData`. */
export async function migrate(
  orm: MikroORM,
  database: Database,
  onWait: (sentence: string) => void = () => undefined,
): Promise<void> {
  if (database.kind !== 'server') {
    await refuseUnknownMigrations(orm, database);
    await orm.migrator.up();
    await ensureRole(orm.em.fork());
    return;
  }
  await checkServer(orm.em.fork(), database.url);
  // One transaction for the lock and the migrations: if its connection breaks, both are gone.
  await orm.em.fork().transactional(async (em) => {
    await em.execute(WITHOUT_LIMITS);
    await lockMigrations(em, onWait);
    await refuseUnknownMigrations(orm, database);
    await orm.migrator.up({ transaction: em.getTransactionContext() });
    await ensureRole(em);
  });
}

interface FillOptions {
  readonly upTo: string;
  fill(em: EntityManager): Promise<void>;
  /** Called before the first change to an embedded database. */
  onEmpty(): void;
}

/**
 * Creates an empty database's tables as they were after the migration `upTo`, has `fill` write their rows, and migrates them to the newest version. On a
 * server, all of it or nothing; an embedded database is not usable after an error. Throws `DatabaseUnusable`, `DatabaseNotEmpty`, or what `fill` throws.
 */
export async function migrateAndFill(
  orm: MikroORM,
  database: Database,
  { upTo, fill, onEmpty }: FillOptions,
): Promise<void> {
  if (database.kind !== 'server') {
    await refuseUnlessEmpty(orm.em.fork());
    onEmpty();
    await orm.migrator.up({ to: upTo });
    await orm.em.fork().transactional(fill);
    await migrate(orm, database);
    return;
  }
  await checkServer(orm.em.fork(), database.url);
  await orm.em.fork().transactional(async (em) => {
    await em.execute(WITHOUT_LIMITS);
    await lockMigrations(em, () => undefined);
    await refuseUnlessEmpty(em);
    const transaction = em.getTransactionContext();
    await orm.migrator.up({ to: upTo, transaction });
    await fill(em);
    await orm.migrator.up({ transaction });
    await ensureRole(em);
  });
}

/** A backup is restored into an empty database only. */
export class DatabaseNotEmpty extends Error {
  override name = 'DatabaseNotEmpty';
}

async function refuseUnlessEmpty(em: EntityManager): Promise<void> {
  const tables = await backupTables(em);
  if (tables.length === 0) return;
  throw new DatabaseNotEmpty(
    `The database isn't empty: it has ${tables.length} tables. Nothing was changed. Restore into a new database, or a new folder (RECERT_DATA_DIR).`,
  );
}

/** Lifts the time limits that the login, the database or the address may have; a migration can take an hour. */
export const WITHOUT_LIMITS = `select set_config(name, '0', true) from pg_settings
  where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

async function lockMigrations(em: EntityManager, onWait: (sentence: string) => void): Promise<void> {
  const lock = `hashtext('recert migrations')`;
  const [row] = await em.execute<{ isLocked: boolean }[]>(`select pg_try_advisory_xact_lock(${lock}) as "isLocked"`);
  if (row?.isLocked) return;
  onWait('Another recert is migrating the tables of this database. Waiting until it is done ...');
  await em.execute(`select pg_advisory_xact_lock(${lock})`);
}

async function refuseUnknownMigrations(orm: MikroORM, database: Database): Promise<void> {
  const problem = incompatibility(await migrationsRun(orm.em.fork()));
  if (problem === undefined) return;
  const where = database.kind === 'folder' ? `The data in ${database.path}` : 'The data in this database';
  if (problem.isNewer)
    throw new IncompatibleData(
      `${where} belongs to a newer version of recert (${problem.migration}), and this is an older one. Nothing was changed. Start the newer version again, or restore the backup from before the upgrade: docs/upgrade.md.`,
    );
  const remedy =
    database.kind === 'folder'
      ? 'Delete this folder to start again, or set RECERT_DATA_DIR to another one.'
      : 'Set DATABASE_URL to an empty database.';
  throw new IncompatibleData(
    `${where} is from another version of recert (${problem.migration}), which this version can't read. Nothing was changed. To keep its records, export them with that version: npm run recert -- say --as WHO "export mine" --out FILE. ${remedy}`,
  );
}

/** Returns the first migration that this version doesn't know, and whether a newer version ran it; undefined if there is none. */
export function incompatibility(
  run: readonly string[],
): { readonly migration: string; readonly isNewer: boolean } | undefined {
  const known = migrations.map(({ name }) => name);
  const migration = run.find((name) => !known.includes(name));
  if (migration === undefined) return undefined;
  return { migration, isNewer: known.every((name) => run.includes(name)) };
}
