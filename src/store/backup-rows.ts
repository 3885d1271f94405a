import type { EntityManager } from '@mikro-orm/sql';
import { z } from 'zod';
import type { BackupTable } from './backup-tables.ts';

/** A row as the JSON text that the database writes for it. */
export type RowText = string;

/** Rows per query; a row with bytes can be many megabytes. */
const PAGE = 500;

/**
 * Returns the workspaces for which tables are read one after the other, because row-level security shows the login one workspace at a time;
 * undefined if it shows everything.
 */
export async function visibleWorkspaces(em: EntityManager): Promise<readonly string[] | undefined> {
  const [login] = await em.execute<{ isExempt: boolean }[]>(
    'select (rolsuper or rolbypassrls) as "isExempt" from pg_roles where rolname = current_user',
  );
  if (login?.isExempt) return undefined;
  const rows = await em.execute<{ workspaceId: string }[]>(
    `select workspace_id as "workspaceId" from installation union select workspace_id from workspace_schedule
     union select workspace_id from linked_identity order by 1`,
  );
  return rows.map(({ workspaceId }) => workspaceId);
}

/** Yields every row of a table, page by page. `workspaces` are those that the login sees one at a time. */
export async function* rowsOf(
  em: EntityManager,
  table: BackupTable,
  workspaces: readonly string[] | undefined,
): AsyncIterable<RowText> {
  const scopes = workspaces !== undefined && table.isOfWorkspace ? workspaces : [undefined];
  for (const workspaceId of scopes) {
    if (workspaceId !== undefined) await actIn(em, workspaceId);
    yield* pagesOf(em, table, table.isOfWorkspace ? 'order by workspace_id' : '');
  }
}

/** Yields every row of a table that names this workspace. */
export async function* rowsOfWorkspace(
  em: EntityManager,
  table: BackupTable,
  workspaceId: string,
): AsyncIterable<RowText> {
  await actIn(em, workspaceId);
  yield* pagesOf(em, table, `where workspace_id = current_setting('app.workspace')::uuid`);
}

async function* pagesOf(em: EntityManager, { name, hasBytes }: BackupTable, clause: string): AsyncIterable<RowText> {
  await em.execute(
    `declare backup_rows no scroll cursor for select row_to_json(row)::text as line from ${quoted(name)} row ${clause}`,
  );
  for (;;) {
    const page = await em.execute<{ line: string }[]>(`fetch ${hasBytes ? 1 : PAGE} from backup_rows`);
    if (page.length === 0) break;
    for (const { line } of page) yield line;
  }
  await em.execute('close backup_rows');
}

/** Writes rows into a table, in statements of a few megabytes at most; rows of the same workspace stand one after the other. */
export async function writeTableRows(
  em: EntityManager,
  table: BackupTable,
  rows: AsyncIterable<RowText>,
): Promise<void> {
  let batch: RowText[] = [];
  let workspaceId: string | undefined;
  let size = 0;
  const flush = async () => {
    if (batch.length > 0) await insertBatch(em, table, batch);
    batch = [];
    size = 0;
  };
  for await (const row of rows) {
    const own = table.isOfWorkspace ? workspaceOf(row) : undefined;
    if (own !== workspaceId || batch.length >= PAGE || size > MAX_BATCH) await flush();
    if (own !== undefined && own !== workspaceId) await actIn(em, own);
    workspaceId = own;
    batch.push(row);
    size += row.length;
  }
  await flush();
  await continueNumbers(em, table);
}

const RowOfWorkspace = z.object({ workspace_id: z.string() });

/** Characters per statement, about. */
const MAX_BATCH = 4_000_000;

async function insertBatch(em: EntityManager, { name }: BackupTable, batch: readonly RowText[]): Promise<void> {
  await em.execute(
    `insert into ${quoted(name)} overriding system value
     select * from json_populate_recordset(null::${quoted(name)}, ?::json)`,
    [`[${batch.join(',')}]`],
  );
}

/** The next number of a numbered column follows those that were written. */
async function continueNumbers(em: EntityManager, { name, numbered, isOfWorkspace }: BackupTable): Promise<void> {
  if (numbered === undefined) return;
  const highest = `select max(${quoted(numbered)}) as highest from ${quoted(name)}`;
  const workspaces = isOfWorkspace ? await visibleWorkspaces(em) : undefined;
  let last = 0;
  for (const workspaceId of workspaces ?? [undefined]) {
    if (workspaceId !== undefined) await actIn(em, workspaceId);
    const [row] = await em.execute<{ highest: string | number | null }[]>(highest);
    last = Math.max(last, Number(row?.highest ?? 0));
  }
  if (last > 0) await em.execute(`select setval(pg_get_serial_sequence(?, ?), ?)`, [name, numbered, last]);
}

/** Row-level security shows and accepts the rows of this workspace from now on, until the transaction ends. */
export async function actIn(em: EntityManager, workspaceId: string): Promise<void> {
  await em.execute(`select set_config('app.workspace', ?, true)`, [workspaceId]);
}

function workspaceOf(row: RowText): string {
  return RowOfWorkspace.parse(JSON.parse(row)).workspace_id;
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
