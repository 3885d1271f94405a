import type { EntityManager } from '@mikro-orm/sql';
import { AUDIT_TABLES, TENANT_TABLES } from '../../../migrations/index.ts';
import { showStaged } from '../staged-rows.ts';
import { Directory } from './directory.ts';

/** A workspace and the tenant it is installed in. */
export interface InstalledWorkspace {
  readonly platform: string;
  readonly tenant: string;
  readonly workspaceId: string;
}

/** Deletes a workspace with all its data and installations, in a transaction of that workspace that runs under `role`. */
export async function purgeWorkspace(
  em: EntityManager,
  installation: InstalledWorkspace,
  role: string | undefined,
): Promise<void> {
  const { workspaceId } = installation;
  await purgeLog(workspaceId, em, role);
  await showStaged({ em });
  for (const table of [...TENANT_TABLES].reverse())
    await em.execute(`delete from ${table} where workspace_id = ?`, [workspaceId]);
  await new Directory({ em }).forget(installation);
}

/** The application's role may not delete the audit log, so the owner of the tables does when a workspace is deleted. */
async function purgeLog(workspaceId: string, em: EntityManager, role: string | undefined): Promise<void> {
  if (role !== undefined) await em.execute('set local role none');
  await em.execute(`select set_config('app.purge', ?, true)`, [workspaceId]);
  for (const table of [...AUDIT_TABLES].reverse())
    await em.execute(`delete from ${table} where workspace_id = ?`, [workspaceId]);
  if (role !== undefined) await em.execute(`set local role ${role}`);
}
