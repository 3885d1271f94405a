import type { EntityManager } from '@mikro-orm/sql';
import { AuditLog } from './audit-log.ts';
import { actIn } from './backup-rows.ts';
import { Workspace } from './entities.ts';
import { QueryLimit } from './query-limit.ts';
import { type RepositoriesOfScope, repositoriesIn } from './repositories.ts';
import type { Transaction } from './transaction.ts';

/** The repositories of one workspace inside one transaction, and how long its queries may take. */
export type Repositories = RepositoriesOfScope & { readonly queryLimit: QueryLimit };

/** The data of one workspace inside one transaction. */
export interface WorkspaceData extends Repositories {
  readonly workspace: Workspace;
}

/** Returns the data of a workspace in a snapshot; undefined before its first use. */
export async function workspaceIn(em: EntityManager, workspaceId: string): Promise<WorkspaceData | undefined> {
  await actIn(em, workspaceId);
  em.clear();
  em.setFilterParams('workspace', { workspaceId });
  const workspace = await em.findOne(Workspace, {});
  if (workspace === null) return undefined;
  return { ...repositoriesOf(workspaceId, em), workspace };
}

/** Returns the repositories of a workspace inside a transaction; without `transaction`, it can't pause. */
export function repositoriesOf(workspaceId: string, em: EntityManager, transaction?: Transaction): Repositories {
  const queryLimit = new QueryLimit({ em }, transaction);
  return { ...repositoriesIn({ em, workspaceId, audit: new AuditLog({ em, workspaceId }) }), queryLimit };
}
