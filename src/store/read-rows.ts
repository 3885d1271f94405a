import type { EntityName, InferEntity } from '@mikro-orm/core';
import type { EntityManager } from '@mikro-orm/sql';
import type { JsonRow } from './act-entities.ts';
import { isId } from './ids.ts';
import type { WorkspaceScope } from './repository.ts';

/** Which rows to read. */
interface RowQuery {
  /** A column of ids, and which of them. */
  readonly column: string;
  readonly ids: readonly string[];
  /** The columns by which they are sorted. */
  readonly orderBy: string;
}

/** Returns a function that reads rows which the database wrote as JSON; the ORM's mapper takes longer than the query. */
export function rowReader(em: EntityManager) {
  return <Entity extends EntityName>(entity: Entity) => {
    const { props } = em.getMetadata().get(entity);
    return (row: JsonRow) =>
      Object.fromEntries(
        props.map(({ name, fieldNames: [column = ''], runtimeType }) => {
          const value = row[column] ?? null;
          return [name, runtimeType === 'Date' && typeof value === 'string' ? new Date(value) : value];
        }),
      ) as InferEntity<Entity>;
  };
}

/** Reads the rows of a workspace that have one of many ids, each as a plain object. For thousands of rows, the ORM's entities block the process. */
export async function readRows<Entity extends EntityName>(
  { em, workspaceId }: WorkspaceScope,
  entity: Entity,
  { column, ids, orderBy }: RowQuery,
): Promise<readonly InferEntity<Entity>[]> {
  const known = ids.filter(isId);
  if (known.length === 0) return [];
  const { tableName } = em.getMetadata().get(entity);
  const rows = await em.execute<{ row: JsonRow }[]>(
    `select to_json(${tableName}) as row from ${tableName}
      where workspace_id = ? and ${column} = any(?::uuid[]) order by ${orderBy}`,
    [workspaceId, `{${known.join(',')}}`],
  );
  const read = rowReader(em)(entity);
  return rows.map(({ row }) => read(row));
}
