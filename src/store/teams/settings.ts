import type { EntityManager } from '@mikro-orm/sql';
import { Workspace } from '../entities.ts';

/** What holds for a whole workspace and can be set. */
export type WorkspaceSettings = Omit<Workspace, 'workspaceId'>;

/** The settings of one workspace. */
export class Settings {
  readonly #em: EntityManager;

  constructor(em: EntityManager) {
    this.#em = em;
  }

  async save(settings: Partial<WorkspaceSettings>): Promise<void> {
    await this.#em.nativeUpdate(Workspace, {}, settings);
  }
}
