import type { EntityManager } from '@mikro-orm/sql';
import type { AuditLog } from './audit-log.ts';
import { OwnRule } from './entities.ts';

/** A certification that a workspace added or changed: its code, and a rule file as it was given. */
export interface KeptRule {
  readonly code: string;
  readonly content: unknown;
}

/** The certifications that a workspace added to the catalogue, or whose rules it changed. */
export class OwnRules {
  readonly #em: EntityManager;
  readonly #workspaceId: string;
  readonly #audit: AuditLog;

  constructor(em: EntityManager, workspaceId: string, audit: AuditLog) {
    this.#em = em;
    this.#workspaceId = workspaceId;
    this.#audit = audit;
  }

  async all(): Promise<readonly OwnRule[]> {
    return this.#em.find(OwnRule, {}, { orderBy: { code: 'asc' } });
  }

  /** Keeps a rule, in place of an earlier one of the same code. */
  async save({ code, content }: KeptRule, editedBy: string, editedAt: Date): Promise<void> {
    await this.#em.nativeDelete(OwnRule, { code });
    await this.#em.insert(OwnRule, { workspaceId: this.#workspaceId, code, content, editedBy, editedAt });
    this.#audit.note('edit', 'rule', code);
  }

  /** Takes a rule away, so that the catalogue's holds again; `false` when there was none. */
  async remove(code: string): Promise<boolean> {
    const removed = await this.#em.nativeDelete(OwnRule, { code });
    if (removed > 0) this.#audit.note('delete', 'rule', code);
    return removed > 0;
  }
}
