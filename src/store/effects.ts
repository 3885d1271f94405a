import type { EntityManager } from '@mikro-orm/sql';
import { Effect } from './entities.ts';

/** Which acts have had their effect, and what was answered. */
export class Effects {
  readonly #em: EntityManager;
  readonly #workspaceId: string;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /**
   * Claims an act for this transaction. The same act in another transaction waits for this one to end. Returns the answer
   * given before when the act has had its effect already.
   */
  async claim(effectKey: string, now: Date): Promise<{ readonly answered: unknown } | undefined> {
    const [claimed] = await this.#em.execute<{ effect_key: string }[]>(
      `insert into effect (workspace_id, effect_key, created_at) values (?, ?, ?)
       on conflict do nothing returning effect_key`,
      [this.#workspaceId, effectKey, now],
    );
    if (claimed !== undefined) return undefined;
    const effect = await this.#em.findOne(Effect, { effectKey });
    return { answered: effect?.reply };
  }

  /** Keeps the answer to a claimed act. */
  async answer(effectKey: string, reply: unknown): Promise<void> {
    await this.#em.nativeUpdate(Effect, { effectKey }, { reply });
  }

  /** Gives a claimed act back: it had no effect, and may be tried again. */
  async release(effectKey: string): Promise<void> {
    await this.#em.nativeDelete(Effect, { effectKey });
  }

  /** Forgets acts older than `before`, and says how many. */
  async forget(before: Date): Promise<number> {
    return this.#em.nativeDelete(Effect, { createdAt: { $lt: before } });
  }
}
