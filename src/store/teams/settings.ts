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
