import type { AuditLog } from './audit-log.ts';
import { WorkspaceRepository, type WorkspaceScope } from './repository.ts';

/** The scope of a transaction whose changes are noted in the audit log. */
export interface AuditedScope extends WorkspaceScope {
  readonly audit: AuditLog;
}

/** A repository whose changes are noted in the audit log. */
export abstract class AuditedRepository extends WorkspaceRepository {
  protected readonly audit: AuditLog;

  constructor(scope: AuditedScope) {
    super(scope);
    this.audit = scope.audit;
  }
}
