import { setImmediate as turn } from 'node:timers/promises';
import type { EntityManager } from '@mikro-orm/sql';
import type { Transaction } from './transaction.ts';

const EXTEND = `select set_config('statement_timeout', '60s', true), set_config('idle_in_transaction_session_timeout', '60s', true)`;

type Pausable = Pick<Transaction, 'canPause' | 'pause' | 'completeSoFar'>;

/** Waits until work on many people may begin; resolves to a function that says that it has ended. */
type BeginLong = () => Promise<() => void>;

/**
 * How long a query of one transaction may take: as long as a person waits for an answer, or a minute once it is extended. Where pauses are allowed,
 * the transaction ends between two queries and another begins, so that its connection is free meanwhile.
 */
export class QueryLimit {
  readonly #em: EntityManager;
  readonly #transaction: Pausable | undefined;
  #isExtended = false;
  #beginLong: BeginLong | undefined;
  #end: (() => void) | undefined;

  constructor({ em }: { readonly em: EntityManager }, transaction?: Pausable) {
    this.#em = em;
    this.#transaction = transaction;
  }

  /** Whether the transaction may take longer than a person waits for an answer. */
  get isExtended(): boolean {
    return this.#isExtended;
  }

  /** Allows pauses, for a request that only reads from now on. Work on many people begins when `beginLong` lets it. */
  allowPauses(beginLong: BeginLong): void {
    this.#transaction?.completeSoFar();
    this.#beginLong = beginLong;
  }

  /** Lets the queries that follow take a minute each, for work in the background or on many people. */
  async extend(): Promise<void> {
    if (this.#isExtended) return;
    this.#isExtended = true;
    const begin = this.#beginLong;
    // What holds a connection or a lock must not wait for work that needs them.
    if (begin === undefined || this.#transaction?.canPause !== true) await this.#em.execute(EXTEND);
    else
      await this.#pauseFor(async () => {
        this.#end = await begin();
      });
  }

  /** Lets other work have its turn, and the connection where pauses are allowed and nothing has been written. */
  async pause(): Promise<void> {
    if (this.#beginLong === undefined || this.#transaction?.canPause !== true) await turn();
    else await this.#pauseFor(() => turn());
  }

  /** Says that the work has ended. */
  end(): void {
    this.#end?.();
  }

  async #pauseFor(meanwhile: () => Promise<void>): Promise<void> {
    await this.#transaction?.pause(meanwhile);
    if (this.#isExtended) await this.#em.execute(EXTEND);
  }
}
