import type { EntityManager } from '@mikro-orm/sql';
import { Care } from './team-entities.ts';

/** How a holding is looked after. */
export type Caring = Omit<Care, 'workspaceId' | 'holdingId'>;

const USUAL: Caring = { snoozedUntil: null, letsLapse: false, rules: '', figures: '', step: 0, stepOn: null };

/** How the holdings of one workspace are looked after. */
export class Cares {
  readonly #em: EntityManager;
  readonly #workspaceId: string;

  constructor(em: EntityManager, workspaceId: string) {
    this.#em = em;
    this.#workspaceId = workspaceId;
  }

  /** By holding; the usual where nothing is known. */
  async of(holdingIds: readonly string[]): Promise<(holdingId: string) => Caring> {
    const found = await this.#em.find(Care, { holdingId: { $in: [...holdingIds] } }, { disableIdentityMap: true });
    const byId = new Map(found.map((one) => [one.holdingId, one]));
    return (holdingId) => byId.get(holdingId) ?? USUAL;
  }

  /** Keeps something of how a holding is looked after, and leaves the rest as it is. */
  async save(holdingId: string, caring: Partial<Caring>): Promise<void> {
    const before = (await this.of([holdingId]))(holdingId);
    await this.#em.upsert(Care, { ...before, ...caring, workspaceId: this.#workspaceId, holdingId });
  }
}
