import type { EntityManager } from '@mikro-orm/sql';

/** Where a repository reads and writes. */
export interface DatabaseScope {
  readonly em: EntityManager;
}

/** Where a repository reads and writes, and for which workspace. */
export interface WorkspaceScope extends DatabaseScope {
  readonly workspaceId: string;
}

/** A repository of tables that belong to no workspace or are filtered by the ORM. */
export abstract class Repository {
  protected readonly em: EntityManager;

  constructor({ em }: DatabaseScope) {
    this.em = em;
  }
}

/** A repository of one workspace, within one transaction. */
export abstract class WorkspaceRepository extends Repository {
  protected readonly workspaceId: string;

  constructor(scope: WorkspaceScope) {
    super(scope);
    this.workspaceId = scope.workspaceId;
  }

  protected get scope(): WorkspaceScope {
    return { em: this.em, workspaceId: this.workspaceId };
  }
}
