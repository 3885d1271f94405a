import { existsSync } from 'node:fs';
import type { EntityManager } from '@mikro-orm/sql';
import { migrations, TENANT_TABLES } from '../../migrations/index.ts';
import { roleFor } from './app-role.ts';
import { migrationsRun } from './backup-tables.ts';
import { checkServer } from './connect-server.ts';
import { type Database, databaseFolder, incompatibility, openOrm } from './orm.ts';

/** What a database is like, without anything in it changed. */
export type DatabaseState =
  /** No folder yet: it is created at the first start. */
  | { readonly kind: 'new folder' }
  /** A folder is opened by one process only, so an existing one is not looked into. */
  | { readonly kind: 'folder' }
  | ServerState;

interface ServerState {
  readonly kind: 'server';
  readonly version: string;
  readonly encoding: string;
  /** It has none of recert's tables yet. */
  readonly isEmpty: boolean;
  /** The role that queries run under; undefined if the login itself is bound by row-level security. */
  readonly role: string | undefined;
  /** Tables of workspace data whose rows are not protected. */
  readonly unprotected: readonly string[];
  /** Migrations that the next start runs; all of them in an empty database. */
  readonly pending: readonly string[];
  /** A migration that this version doesn't know. */
  readonly unknown: string | undefined;
  /** How many milliseconds the server's clock is ahead of this machine's. */
  readonly clockAheadMs: number;
}

/** Looks at a database without migrating it. Throws `DatabaseUnusable`, or an error that says that the login is unsuitable. */
export async function inspectDatabase(database: Database): Promise<DatabaseState> {
  if (database.kind !== 'server') {
    const isThere = database.kind === 'memory' || existsSync(databaseFolder(database));
    return { kind: isThere ? 'folder' : 'new folder' };
  }
  const orm = await openOrm(database);
  try {
    const em = orm.em.fork();
    await checkServer(em, database.url);
    return await serverState(em);
  } finally {
    await orm.close();
  }
}

async function serverState(em: EntityManager): Promise<ServerState> {
  const before = Date.now();
  const [server] = await em.execute<{ version: string; encoding: string; now: string }[]>(
    `select current_setting('server_version') as version, current_setting('server_encoding') as encoding,
            (extract(epoch from clock_timestamp()) * 1000)::text as now`,
  );
  const here = (before + Date.now()) / 2;
  const run = await migrationsRun(em);
  return {
    kind: 'server',
    version: server?.version ?? '',
    encoding: server?.encoding ?? '',
    isEmpty: run.length === 0,
    role: run.length === 0 ? undefined : await roleFor(em),
    unprotected: run.length === 0 ? [] : await unprotectedTables(em),
    pending: migrations.map(({ name }) => name).filter((name) => !run.includes(name)),
    unknown: incompatibility(run)?.migration,
    clockAheadMs: Math.round(Number(server?.now ?? here) - here),
  };
}

async function unprotectedTables(em: EntityManager): Promise<readonly string[]> {
  const rows = await em.execute<{ name: string }[]>(
    `select relname as name from pg_class where relnamespace = current_schema()::regnamespace and relkind = 'r'
      and not (relrowsecurity and relforcerowsecurity) and relname = any (string_to_array(?, ',')) order by 1`,
    [TENANT_TABLES.join(',')],
  );
  return rows.map(({ name }) => name);
}
