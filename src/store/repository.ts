import type { EntityManager } from '@mikro-orm/sql';

/** Where a repository reads and writes. */
export interface DatabaseScope {
  readonly em: EntityManager;
}

/** Where a repository reads and writes, and for which workspace. */
export interface WorkspaceScope extends DatabaseScope {
  readonly workspaceId: string;
}

/** Questions to tables that belong to no workspace, or are narrowed to one by the ORM alone. */
export abstract class Repository {
  protected readonly em: EntityManager;

  constructor({ em }: DatabaseScope) {
    this.em = em;
  }
}

/** Questions to the tables of one workspace, within one transaction. */
export abstract class WorkspaceRepository extends Repository {
  protected readonly workspaceId: string;

  constructor(scope: WorkspaceScope) {
    super(scope);
    this.workspaceId = scope.workspaceId;
  }
}
