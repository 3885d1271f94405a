import type { EntityManager } from '@mikro-orm/sql';

/** A table as a backup reads and writes it. */
export interface BackupTable {
  readonly name: string;
  /** Whether its rows belong to workspaces, so that row-level security applies. */
  readonly isOfWorkspace: boolean;
  /** Whether it has a column that names a workspace. */
  readonly namesWorkspace: boolean;
  /** Whether it has a column of bytes; its rows are read one at a time. */
  readonly hasBytes: boolean;
  /** The column that the database numbers, if there is one. */
  readonly numbered: string | undefined;
}

/** The table of the migrations that have run. */
const MIGRATION_TABLE = 'mikro_orm_migrations';
/** Its rows are made anew by what is restored. */
const REVISION_TABLE = 'standing_revision';

interface TableRow {
  readonly name: string;
  readonly isOfWorkspace: boolean;
  readonly namesWorkspace: boolean;
  readonly hasBytes: boolean;
  readonly numbered: string | null;
}

/** Returns every table of recert, each after those that it refers to. Throws if tables refer to one another in a circle. */
export async function backupTables(em: EntityManager): Promise<readonly BackupTable[]> {
  const tables = await em.execute<TableRow[]>(TABLES, [MIGRATION_TABLE, REVISION_TABLE]);
  const references = await em.execute<{ from: string; to: string }[]>(REFERENCES);
  return inOrder(
    tables.map(({ numbered, ...table }) => ({ ...table, numbered: numbered ?? undefined })),
    references,
  );
}

/** Returns the names of the migrations that have run, oldest first; none for a database without recert's tables. */
export async function migrationsRun(em: EntityManager): Promise<readonly string[]> {
  // Without parameters, because only then the schema of the address is searched outside of a transaction.
  const [table] = await em.execute<{ name: string | null }[]>(`select to_regclass('${MIGRATION_TABLE}')::text as name`);
  if (!table?.name) return [];
  const rows = await em.execute<{ name: string }[]>(`select name from ${MIGRATION_TABLE} order by id`);
  return rows.map(({ name }) => name.replace(/\.[jt]s$/u, ''));
}

const TABLES = `select t.relname as name,
    exists (select 1 from pg_attribute where attrelid = t.oid and attname = 'workspace_id') as "namesWorkspace",
    exists (select 1 from pg_attribute where attrelid = t.oid and attname = 'workspace_id') and t.relrowsecurity as "isOfWorkspace",
    exists (select 1 from pg_attribute where attrelid = t.oid and atttypid = 'bytea'::regtype and not attisdropped) as "hasBytes",
    (select attname from pg_attribute where attrelid = t.oid and attidentity <> '') as numbered
  from pg_class t where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and t.relname not in (?, ?)
  order by t.relname collate "C"`;

const REFERENCES = `select distinct f.relname as "from", t.relname as "to"
  from pg_constraint c join pg_class f on f.oid = c.conrelid join pg_class t on t.oid = c.confrelid
  where c.contype = 'f' and c.conrelid <> c.confrelid and f.relnamespace = current_schema()::regnamespace`;

function inOrder(
  tables: readonly BackupTable[],
  references: readonly { readonly from: string; readonly to: string }[],
): readonly BackupTable[] {
  const done: BackupTable[] = [];
  let rest = tables;
  while (rest.length > 0) {
    const names = new Set(rest.map(({ name }) => name));
    const isFree = ({ name }: BackupTable) => !references.some(({ from, to }) => from === name && names.has(to));
    const free = rest.filter(isFree);
    if (free.length === 0) throw new Error(`These tables refer to one another in a circle: ${[...names].join(', ')}.`);
    done.push(...free);
    rest = rest.filter((table) => !free.includes(table));
  }
  return done;
}
