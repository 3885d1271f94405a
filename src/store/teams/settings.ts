import type { EntityManager } from '@mikro-orm/sql';
import { Workspace } from '../entities.ts';
import { Repository } from '../repository.ts';

/** The settings of a workspace. */
export type WorkspaceSettings = Omit<Workspace, 'workspaceId'>;

/** The settings of one workspace. */
export class Settings extends Repository {
  async save(settings: Partial<WorkspaceSettings>): Promise<void> {
    await this.em.nativeUpdate(Workspace, {}, settings);
  }
}

/** Returns the settings of a workspace; the defaults on first contact. */
export async function loadWorkspace(workspaceId: string, em: EntityManager): Promise<Workspace> {
  const known = await em.findOne(Workspace, {});
  if (known !== null) return known;
  await em.execute('insert into workspace (workspace_id) values (?) on conflict do nothing', [workspaceId]);
  return em.findOneOrFail(Workspace, {});
}
