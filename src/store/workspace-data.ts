import type { EntityManager } from '@mikro-orm/sql';
import { AuditLog } from './audit-log.ts';
import { actIn } from './backup-rows.ts';
import { Workspace } from './entities.ts';
import { type Repositories, repositoriesIn } from './repositories.ts';

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

export function repositoriesOf(workspaceId: string, em: EntityManager): Repositories {
  return repositoriesIn({ em, workspaceId, audit: new AuditLog({ em, workspaceId }) });
}
