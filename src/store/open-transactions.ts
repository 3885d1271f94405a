import type { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, IsolationLevel, type MikroORM } from '@mikro-orm/sql';
import { giveWay } from '../limits/background-slots.ts';
import { WITHOUT_LIMITS } from './orm.ts';
import type { DatabaseScope } from './repository.ts';
import { Transaction } from './transaction.ts';

interface TransactionOptions {
  readonly isolationLevel?: IsolationLevel;
  readonly variables?: Readonly<Record<string, string>>;
}

/** The transactions of a database, each begun with its walls: the role, the workspace and the filter. None may be inside another one. */
export class Transactions {
  readonly #orm: MikroORM;
  readonly #role: string | undefined;
  /** The transaction that the running code is inside of. */
  readonly #inside: AsyncLocalStorage<Transaction>;
  readonly #onLarge: () => Promise<unknown>;
  #isClosed = false;

  /** `role`: whom the row-level security binds. `onLarge`: called after a transaction that changed many rows. */
  constructor(
    orm: MikroORM,
    {
      role,
      inside,
      onLarge,
    }: {
      readonly role: string | undefined;
      readonly inside: AsyncLocalStorage<Transaction>;
      readonly onLarge: () => Promise<unknown>;
    },
  ) {
    this.#orm = orm;
    this.#role = role;
    this.#inside = inside;
    this.#onLarge = onLarge;
  }

  /** Refuses everything from now on: the ORM would open the database again, and its folder may be used by another process by then. */
  close(): void {
    this.#isClosed = true;
  }

  /** An entity manager outside any transaction; must not be used inside one, because with one connection it would deadlock. */
  outside(): DatabaseScope {
    if (this.#inside.getStore()) throw new Error('Inside a transaction, read the directory through the transaction.');
    this.#refuseIfClosed();
    return { em: this.#orm.em.fork() };
  }

  /** Starts work that outlives the current transaction and has transactions of its own. It must not be awaited inside one. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    return this.#inside.exit(work);
  }

  /** Runs work on the rows of one workspace. */
  inWorkspace<T>(
    workspaceId: string,
    work: (em: EntityManager, transaction: Transaction) => Promise<T>,
    how: { readonly isolationLevel?: IsolationLevel } = {},
  ): Promise<T> {
    // The role is a variable too, so that both walls are put up with one statement.
    const variables = this.sessionOf(workspaceId);
    return this.begin({ ...how, variables }, (em, transaction) => {
      em.setFilterParams('workspace', { workspaceId });
      if (how.isolationLevel === undefined) transaction.narrowedBy(variables);
      return work(em, transaction);
    });
  }

  /** Returns the session variables that narrow a transaction to a workspace, under the role if there is one. */
  sessionOf(workspaceId: string): Readonly<Record<string, string>> {
    return { 'app.workspace': workspaceId, ...this.#asRole() };
  }

  /** Runs work on what the role may read of all workspaces. */
  acrossWorkspaces<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.begin({ variables: this.#asRole() }, work);
  }

  /** Runs work that reads every workspace as of one moment, while others write; nothing can be changed in it. */
  snapshot<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    const { em } = this.outside();
    const how = { isolationLevel: IsolationLevel.REPEATABLE_READ, readOnly: true };
    return this.#inside.run(new Transaction(), () =>
      em.transactional(async (inner) => {
        await inner.execute(WITHOUT_LIMITS);
        await inner.execute(`set local time zone 'UTC'`);
        return work(inner);
      }, how),
    );
  }

  /** Begins a transaction with session variables alone; the work puts up the walls. */
  async begin<T>(
    { variables, ...how }: TransactionOptions,
    work: (em: EntityManager, transaction: Transaction) => Promise<T>,
  ): Promise<T> {
    if (this.#inside.getStore()) throw new Error("Transactions can't be nested.");
    this.#refuseIfClosed();
    // Before it has a connection, because answers would wait for that of the embedded database.
    await giveWay();
    const em = this.#orm.em.fork(variables === undefined ? {} : { session: { variables } });
    const transaction = new Transaction(em);
    const result = await this.#inside.run(transaction, async () => {
      await em.begin(how);
      try {
        const done = await work(em, transaction);
        await em.commit();
        return done;
      } catch (error) {
        // A failed rollback must not hide why; the driver closes its connection, and the server rolls back.
        if (em.isInTransaction()) await em.rollback().catch(() => undefined);
        throw error;
      }
    });
    // The work is committed, whatever becomes of the statistics.
    if (transaction.isLarge) await this.#onLarge().catch(() => undefined);
    return result;
  }

  #asRole(): { readonly role?: string } {
    return this.#role ? { role: this.#role } : {};
  }

  #refuseIfClosed(): void {
    if (this.#isClosed) throw new Error('The database is closed.');
  }
}
