import type { EntityManager } from '@mikro-orm/sql';
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

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  async all(): Promise<readonly OwnRule[]> {
    return this.#em.find(OwnRule, {}, { orderBy: { code: 'asc' } });
  }

  /** Keeps a rule, in place of an earlier one of the same code. */
  async save({ code, content }: KeptRule, editedBy: string, editedAt: Date): Promise<void> {
    await this.#em.nativeDelete(OwnRule, { code });
    await this.#em.insert(OwnRule, { workspaceId: this.#workspaceId, code, content, editedBy, editedAt });
  }

  /** Takes a rule away, so that the catalogue's holds again; `false` when there was none. */
  async remove(code: string): Promise<boolean> {
    return (await this.#em.nativeDelete(OwnRule, { code })) > 0;
  }
}
