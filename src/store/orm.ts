import { join } from 'node:path';
import { Migrator } from '@mikro-orm/migrations';
import { MikroORM as PgliteORM } from '@mikro-orm/pglite';
import { MikroORM as PostgreSqlORM } from '@mikro-orm/postgresql';
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { migrations } from '../../migrations/index.ts';
import { addressOf, checkServer } from './connect-server.ts';
import { embeddedDriver } from './embedded-driver.ts';
import { entities } from './entities.ts';
import { serverDriver } from './server-driver.ts';

/** Where the data is: a PostgreSQL server, a folder of the embedded database, or a database in memory, for tests. */
export type Database =
  | { readonly kind: 'server'; readonly url: string; readonly limits?: Partial<ServerLimits> }
  | { readonly kind: 'folder'; readonly path: string }
  | { readonly kind: 'memory'; readonly dump?: Blob };

/** The role without privileges that every query runs under. */
export const APP_ROLE = 'recert_app';

/** How many connections to a server recert opens, and how long a query may take while a person waits. */
export interface ServerLimits {
  readonly connections: number;
  readonly queryMs: number;
}

/** Platforms expect an answer within 2.5 seconds. */
const DEFAULT_LIMITS: ServerLimits = { connections: 10, queryMs: 2000 };
/** How long to wait for a connection, or for a place among those that are open. */
const CONNECT_MS = 5000;
/** How long a transaction may do nothing; planning a digest of hundreds of people takes many seconds. */
const IDLE_MS = 60_000;

/** Returns the session variables of each transaction. They are set there, because a pooler refuses them at the start of a connection. */
export function transactionVariables(database: Database): Readonly<Record<string, string>> {
  if (database.kind !== 'server') return {};
  const { queryMs } = { ...DEFAULT_LIMITS, ...database.limits };
  return {
    statement_timeout: String(queryMs),
    idle_in_transaction_session_timeout: String(IDLE_MS),
    DateStyle: 'ISO',
  };
}

const common = {
  entities,
  extensions: [Migrator],
  migrations: { migrationsList: migrations, snapshot: false },
  discovery: { warnWhenNoEntities: true, checkDuplicateTableNames: true },
  logger: () => {},
};

/**
 * Opens the database. The two kinds of PostgreSQL differ here and nowhere else. `check` runs before each statement and each commit in a
 * folder; if it throws, the statement fails.
 */
export async function openOrm(database: Database, check: () => void = () => undefined): Promise<MikroORM> {
  switch (database.kind) {
    case 'server': {
      const { connections, queryMs } = { ...DEFAULT_LIMITS, ...database.limits };
      const address = addressOf(database.url);
      return PostgreSqlORM.init({
        ...common,
        driver: serverDriver,
        ensureDatabase: false,
        dbName: address.database,
        ...(address.schema === undefined ? {} : { schema: address.schema }),
        pool: { min: 0, max: connections },
        driverOptions: { connectionTimeoutMillis: CONNECT_MS, ...address, queryMs },
      });
    }
    case 'folder': {
      return PgliteORM.init({
        ...common,
        driver: embeddedDriver,
        dbName: join(database.path, 'database'),
        driverOptions: () => ({ check }),
      });
    }
    case 'memory': {
      const { dump } = database;
      return PgliteORM.init({
        ...common,
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
    return;
  }
  await checkServer(orm.em.fork(), database.url);
  // One transaction for the lock and the migrations: if its connection breaks, both are gone.
  await orm.em.fork().transactional(async (em) => {
    await em.execute(WITHOUT_LIMITS);
    await lockMigrations(em, onWait);
    await refuseUnknownMigrations(orm, database);
    await orm.migrator.up({ transaction: em.getTransactionContext() });
  });
}

/** Lifts the limits that the login, the database or the address may have; a migration can take an hour. */
const WITHOUT_LIMITS = `select set_config(name, '0', true) from pg_settings
  where name in ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

async function lockMigrations(em: EntityManager, onWait: (sentence: string) => void): Promise<void> {
  const lock = `hashtext('recert migrations')`;
  const [row] = await em.execute<{ isLocked: boolean }[]>(`select pg_try_advisory_xact_lock(${lock}) as "isLocked"`);
  if (row?.isLocked) return;
  onWait('Another recert is migrating the tables of this database. Waiting until it is done ...');
  await em.execute(`select pg_advisory_xact_lock(${lock})`);
}

/**
 * The role to run under, or nothing where the database allows no roles and the login itself is bound by row-level security.
 * Throws when neither holds: then the second wall would be missing.
 */
export async function roleFor(em: EntityManager): Promise<string | undefined> {
  const [row] = await em.execute<{ member: boolean; exempt: boolean }[]>(
    `select exists (select 1 from pg_roles r where r.rolname = ? and pg_has_role(current_user, r.oid, 'MEMBER')) as member,
            (select rolsuper or rolbypassrls from pg_roles where rolname = current_user) as exempt`,
    [APP_ROLE],
  );
  if (row?.member) return APP_ROLE;
  if (row?.exempt) {
    throw new Error(
      `The database login bypasses row-level security, and the role ${APP_ROLE} doesn't exist. Use a login that can create roles, or one without SUPERUSER and BYPASSRLS.`,
    );
  }
  return undefined;
}

async function refuseUnknownMigrations(orm: MikroORM, database: Database): Promise<void> {
  const em = orm.em.fork();
  const [table] = await em.execute<{ name: string | null }[]>(
    `select to_regclass('mikro_orm_migrations')::text as name`,
  );
  if (!table?.name) return;
  const known = new Set(migrations.map((one) => one.name));
  const rows = await em.execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
  const unknown = rows.find(({ name }) => !known.has(name.replace(/\.[jt]s$/u, '')));
  if (unknown === undefined) return;
  const [where, remedy] =
    database.kind === 'folder'
      ? [`The data in ${database.path}`, 'Delete this folder to start again, or set RECERT_DATA_DIR to another one.']
      : ['The data in this database', 'Set DATABASE_URL to an empty database.'];
  throw new IncompatibleData(
    `${where} is from another version of recert (${unknown.name}), which this version can't read. Nothing was changed. To keep its records, export them with that version: npm run recert -- say --as WHO "export mine" --out FILE. ${remedy}`,
  );
}
