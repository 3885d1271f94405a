import { AuditedRepository } from '../audited-repository.ts';
import type { Transaction } from '../transaction.ts';
import { CustomRule } from './rule-entities.ts';

/** A certification that a workspace added or changed: its code and rule file. */
export interface StoredRule {
  readonly code: string;
  readonly content: unknown;
}

/** The certifications that a workspace added to the catalogue, or whose rules it changed. */
export class CustomRules extends AuditedRepository {
  #provided: (() => readonly CustomRule[] | undefined) | undefined;

  /** Provides the rules, which were read at the beginning of the transaction, until it changes one. */
  provide(customRules: readonly CustomRule[], transaction: Transaction): void {
    this.#provided = () => (transaction.hasChanged('custom_rule') ? undefined : customRules);
  }

  async all(): Promise<readonly CustomRule[]> {
    const provided = this.#provided?.();
    if (provided !== undefined) return provided;
    return this.em.find(CustomRule, {}, { orderBy: { code: 'asc' } });
  }

  /** Saves a rule, replacing one with the same code. */
  async save({ code, content }: StoredRule, editedBy: string, editedAt: Date): Promise<void> {
    await this.em.nativeDelete(CustomRule, { code });
    await this.em.insert(CustomRule, { workspaceId: this.workspaceId, code, content, editedBy, editedAt });
    this.audit.record('edit', { kind: 'rule', subject: code });
  }

  /** Deletes a rule so that the catalogue's applies again; returns `false` if there was none. */
  async remove(code: string): Promise<boolean> {
    const removed = await this.em.nativeDelete(CustomRule, { code });
    if (removed > 0) this.audit.record('delete', { kind: 'rule', subject: code });
    return removed > 0;
  }
}
