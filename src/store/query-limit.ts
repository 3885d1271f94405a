import type { EntityManager } from '@mikro-orm/sql';

const EXTEND = `select set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`;

/** How long a query of one transaction may take: as long as a person waits for an answer, or a minute once it is extended. */
export class QueryLimit {
  readonly #em: EntityManager;
  #isExtended = false;

  constructor({ em }: { readonly em: EntityManager }) {
    this.#em = em;
  }

  /** Whether the transaction may take longer than a person waits for an answer. */
  get isExtended(): boolean {
    return this.#isExtended;
  }

  /** Lets the queries that follow take a minute each, for work in the background or on many people. */
  async extend(): Promise<void> {
    if (this.#isExtended) return;
    this.#isExtended = true;
    await this.#em.execute(EXTEND);
  }
}
