import type { EntityManager } from '@mikro-orm/sql';

/** Tables that say what happened, not what there is. */
const SKIPPED = [
  'act',
  'act_change',
  'audit_head',
  'audit_entry',
  'audit_content',
  'idempotency_key',
  'outbox',
  'nudge',
];

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly isNumbered: boolean;
}

/** A copy of the template: of another workspace, or more people in it. */
export interface WorkspaceCopy {
  readonly workspaceId: string;
  readonly tenant: string;
  /** Makes people, teams and ids of this copy differ from those of another one in the same workspace. */
  readonly part: number;
}

/** Copies a workspace again and again with a few statements for each copy, because 60,000 people one by one would take hours. */
export class WorkspaceCopier {
  readonly #tables: ReadonlyMap<string, readonly Column[]>;

  private constructor(tables: ReadonlyMap<string, readonly Column[]>) {
    this.#tables = tables;
  }

  /** Puts the template's rows into temporary tables of this connection; `tables` are in foreign-key order. */
  static async of(em: EntityManager, template: string, tables: readonly string[]): Promise<WorkspaceCopier> {
    const copied = tables.filter((table) => !SKIPPED.includes(table));
    const columns = await em.execute<Column[]>(
      `select t.relname as table, a.attname as name, format_type(a.atttypid, null) as type, a.attidentity <> '' as "isNumbered"
         from pg_attribute a join pg_class t on t.oid = a.attrelid
        where t.relnamespace = current_schema()::regnamespace and a.attnum > 0 and not a.attisdropped
        order by a.attnum`,
    );
    await actIn(em, template);
    for (const table of copied)
      await em.execute(`create temp table "copied_${table}" as select * from ${table} where workspace_id = ?`, [
        template,
      ]);
    const grouped = Map.groupBy(columns, ({ table }) => table);
    return new WorkspaceCopier(new Map(copied.map((table) => [table, grouped.get(table) ?? []])));
  }

  async copy(em: EntityManager, { workspaceId, tenant, part }: WorkspaceCopy): Promise<void> {
    await actIn(em, workspaceId);
    for (const [table, all] of this.#tables) {
      if (table === 'workspace' && part > 0) continue;
      const columns = all.filter(({ isNumbered }) => !isNumbered);
      const values = columns.map((column) => expressionOf(column, { workspaceId, tenant, part }));
      const names = columns.map(({ name }) => `"${name}"`);
      await em.execute(
        `insert into ${table} (${names.join(', ')}) select ${values.join(', ')} from "copied_${table}" on conflict do nothing`,
      );
    }
  }
}

/** Ids follow from the copy and the id in the template, so that references lead to the rows of the copy. */
function expressionOf({ table, name, type }: Column, { workspaceId, tenant, part }: WorkspaceCopy): string {
  if (name === 'workspace_id') return `'${workspaceId}'`;
  if (name === 'tenant') return `'${tenant}'`;
  if (name === 'platform_user' || (table === 'team' && name === 'name'))
    return `"${name}" || '${part === 0 ? '' : `X${part}`}'`;
  if (type === 'uuid') return `md5("${name}"::text || '${workspaceId}${part}')::uuid`;
  if (type === 'jsonb') return `replace("${name}"::text, 'TTEMPLATE', '${tenant}')::jsonb`;
  return `"${name}"`;
}

async function actIn(em: EntityManager, workspaceId: string): Promise<void> {
  await em.execute(`select set_config('app.workspace', ?, true)`, [workspaceId]);
}
