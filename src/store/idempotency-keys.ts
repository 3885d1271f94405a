import { IdempotencyKey } from './entities.ts';
import { WorkspaceRepository } from './repository.ts';

/** Which acts have had their effect, and what was answered. */
export class IdempotencyKeys extends WorkspaceRepository {
  /**
   * Claims an act for this transaction, and begins to note its changes under `actId`, if there is one. The same act in another transaction waits
   * for this one to end. Returns the answer given before when the act has had its effect already.
   */
  async claim(key: string, now: Date, actId = ''): Promise<{ readonly answered: unknown } | undefined> {
    const [claimed] = await this.em.execute<unknown[]>(
      `with claimed as (insert into idempotency_key (workspace_id, key, created_at) values (?, ?, ?)
         on conflict do nothing returning key)
       select set_config('app.act', ?, true) from claimed`,
      [this.workspaceId, key, now, actId],
    );
    if (claimed !== undefined) return undefined;
    const effect = await this.em.findOne(IdempotencyKey, { key });
    return { answered: effect?.reply };
  }

  /** Saves the answer to a claimed request. */
  async answer(key: string, reply: unknown): Promise<void> {
    await this.em.nativeUpdate(IdempotencyKey, { key }, { reply });
  }

  /** Gives a claimed act back: it had no effect, and may be tried again. */
  async release(key: string): Promise<void> {
    await this.em.nativeDelete(IdempotencyKey, { key });
  }

  /** Deletes keys older than `before` and returns their number. */
  async forget(before: Date): Promise<number> {
    return this.em.nativeDelete(IdempotencyKey, { createdAt: { $lt: before } });
  }
}
