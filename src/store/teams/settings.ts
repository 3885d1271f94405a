import { Workspace } from '../entities.ts';
import { Repository } from '../repository.ts';

/** What holds for a whole workspace and can be set. */
export type WorkspaceSettings = Omit<Workspace, 'workspaceId'>;

/** The settings of one workspace. */
export class Settings extends Repository {
  async save(settings: Partial<WorkspaceSettings>): Promise<void> {
    await this.em.nativeUpdate(Workspace, {}, settings);
  }
}
