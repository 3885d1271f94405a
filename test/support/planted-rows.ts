import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';

/** A column of the migrated schema. */
export interface SchemaColumn {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** Returns every column of every table. */
export function schemaColumns(em: EntityManager): Promise<SchemaColumn[]> {
  return em.execute<SchemaColumn[]>(`select t.relname as "table", a.attname as "column",
      format_type(a.atttypid, null) as "type", a.attnotnull and a.attidentity = '' as "isRequired"
    from pg_class t join pg_attribute a on a.attrelid = t.oid
    where t.relkind = 'r' and t.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
    order by t.relname, a.attname`);
}

/** Adds a row to each table without regard to checks and references, which are restored or dropped for good: use a database of your own. */
export async function plantRows(
  em: EntityManager,
  tables: Readonly<Record<string, Readonly<Record<string, string>>>>,
): Promise<void> {
  const checks = await em.execute<{ table: string; name: string }[]>(
    `select conrelid::regclass::text as "table", conname as "name" from pg_constraint
      where contype = 'c' and connamespace = current_schema()::regnamespace`,
  );
  for (const { table, name } of checks) await em.execute(`alter table ${table} drop constraint "${name}"`);
  const columns = await schemaColumns(em);
  // Neither foreign keys nor triggers are checked while this is set.
  await em.execute('set session_replication_role = replica');
  for (const [table, values] of Object.entries(tables)) {
    const own = columns.filter((column) => column.table === table && (column.isRequired || column.column in values));
    const names = own.map(({ column }) => column).join(', ');
    await em.execute(
      `insert into ${table} (${names}) values (${own.map(() => '?').join(', ')}) on conflict do nothing`,
      own.map(({ column, type }) => values[column] ?? sampleValue(type)),
    );
  }
  await em.execute('set session_replication_role = origin');
}

/** Returns some value of a PostgreSQL type, as a text that the database reads. */
export function sampleValue(type: string): string {
  if (type === 'uuid') return randomUUID();
  if (type === 'jsonb') return '{}';
  if (type === 'boolean') return 'false';
  if (type === 'date' || type.startsWith('timestamp')) return '2026-01-02';
  if (type === 'bigint' || type === 'integer') return '1';
  return 'x';
}

/** Returns the tables with a row that contains one of the texts, apart from the columns to leave out. */
export async function tablesWith(
  em: EntityManager,
  texts: readonly string[],
  leftOut: (table: string) => readonly string[],
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of new Set((await schemaColumns(em)).map((column) => column.table))) {
    const row = leftOut(table).reduce((rest, column) => `${rest} - '${column}'`, 'to_jsonb(t)');
    const [first] = await em.execute(`select 1 from ${table} t where (${row})::text ~ ? limit 1`, [texts.join('|')]);
    if (first !== undefined) found.push(table);
  }
  return found;
}
