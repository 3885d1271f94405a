import {
  type AbstractSqlDriver,
  type Configuration,
  type Dictionary,
  PostgreSqlConnection,
  PostgreSqlDriver,
} from '@mikro-orm/postgresql';
import { backgroundOwner, giveWay } from '../limits/background-slots.ts';
import { FairSlots } from '../limits/fair-slots.ts';
import { withTimeLimit } from '../limits/with-time-limit.ts';
import type { PoolFigures } from '../telemetry/operating-figures.ts';
import { type StatementTimer, timed } from './statement-timer.ts';
import { leavesState } from './transaction.ts';

type Dialect = ReturnType<PostgreSqlConnection['createKyselyDialect']>;
type Driver = ReturnType<Dialect['createDriver']>;
type Connection = Awaited<ReturnType<Driver['acquireConnection']>>;
type Query = Parameters<Connection['executeQuery']>[0];
type Pool = Awaited<ReturnType<PostgreSqlConnection['getNativeClient']>>;
type Client = Awaited<ReturnType<Pool['connect']>>;

type QueryResult = Awaited<ReturnType<Pool['query']>>;

/** How long closing waits for the queries that still run. */
const CLOSE_MS = 500;
/** How long a transaction may do nothing; planning a digest of hundreds of people takes many seconds. */
const IDLE_MS = 60_000;

/** How many connections there are, how many of them do nothing, and how much work waits for one. */
export type ConnectionPool = Pick<Pool, 'totalCount' | 'idleCount' | 'waitingCount'>;

/** Returns what the connections of a pool do. */
export function poolFigures({ totalCount, idleCount, waitingCount }: ConnectionPool): PoolFigures {
  return { busy: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
}

class ServerDriver extends PostgreSqlDriver {
  protected override readonly connection = new ServerConnection(this.config);
}

/**
 * The driver of a PostgreSQL server. It gives back the connection of a transaction that could not be begun or rolled back, because the query
 * builder gives back only those that ended well, and each lost connection would take a place of the pool until recert is restarted.
 */
export const serverDriver: new (config: Configuration) => AbstractSqlDriver = ServerDriver;

class ServerConnection extends PostgreSqlConnection {
  override createKyselyDialect(options: Dictionary): Dialect {
    const { queryMs, schema, backgroundConnections, onStatementEnd, onPool, ...overrides } = options;
    const created: { pool?: Pool } = {};
    const onPoolCreated = (pool: Pool) => {
      created.pool = pool;
    };
    const dialect = super.createKyselyDialect({ ...overrides, onPoolCreated });
    const { pool } = created;
    if (pool === undefined) throw new Error('The ORM creates the pool together with the dialect.');
    if (onPool instanceof Function) onPool(pool);
    const createDriver = dialect.createDriver.bind(dialect);
    const onEnd: StatementTimer | undefined =
      onStatementEnd instanceof Function ? (sql, ms) => void onStatementEnd(sql, ms) : undefined;
    return Object.assign(dialect, {
      createDriver: () =>
        new PooledDriver(pool, createDriver(), {
          ...settingsOf(queryMs, schema),
          onEnd,
          background: backgroundSlots(Number(backgroundConnections)),
        }),
    });
  }
}

/** The statements sent along with each `begin` and with each query outside of a transaction; a pooler refuses or forgets settings of a connection. */
interface SessionSettings {
  readonly always: readonly string[];
  readonly inTransaction: readonly string[];
}

interface ConnectionSettings extends SessionSettings {
  readonly onEnd: StatementTimer | undefined;
  /** The connections that background work may use, shared fairly by workspace. */
  readonly background: FairSlots;
}

/** One workspace leaves a connection to the background work of others. */
function backgroundSlots(maxRunning: number): FairSlots {
  return new FairSlots({ maxRunning, maxRunningOfOwner: Math.max(1, maxRunning - 1) });
}

function settingsOf(queryMs: unknown, schema: unknown): SessionSettings {
  const searchPath = typeof schema === 'string' ? [`set local search_path = "${schema}", pg_temp`] : [];
  return {
    always: [`set local statement_timeout = ${Number(queryMs)}`, 'set local datestyle = iso', ...searchPath],
    inTransaction: [`set local idle_in_transaction_session_timeout = ${IDLE_MS}`],
  };
}

/** Hands out connections of a pool; transactions are begun and ended as the query builder's own driver does. */
class PooledDriver implements Driver {
  readonly #pool: Pool;
  readonly #transactions: Driver;
  readonly #settings: ConnectionSettings;
  readonly #open = new Set<PooledConnection>();

  constructor(pool: Pool, transactions: Driver, settings: ConnectionSettings) {
    this.#pool = pool;
    this.#transactions = transactions;
    this.#settings = settings;
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<PooledConnection> {
    const owner = backgroundOwner();
    const release = owner === undefined ? undefined : await this.#settings.background.acquire(owner);
    try {
      const connection = new PooledConnection(await this.#pool.connect(), { ...this.#settings, onRelease: release });
      this.#open.add(connection);
      return connection;
    } catch (error) {
      release?.();
      throw error;
    }
  }

  async beginTransaction(connection: PooledConnection, settings: Parameters<Driver['beginTransaction']>[1]) {
    try {
      await this.#transactions.beginTransaction(connection, settings);
      connection.isInTransaction = true;
    } catch (error) {
      // Nobody releases the connection of a transaction that was not begun.
      connection.fail();
      await this.releaseConnection(connection);
      throw error;
    }
  }

  async commitTransaction(connection: PooledConnection): Promise<void> {
    await this.#transactions.commitTransaction(connection);
  }

  /** Never throws: where the command fails, the connection is closed when it is released, and the server rolls back. */
  async rollbackTransaction(connection: PooledConnection): Promise<void> {
    await this.#transactions.rollbackTransaction(connection).catch(() => connection.fail());
  }

  savepoint: NonNullable<Driver['savepoint']> = async (...args) => this.#transactions.savepoint?.(...args);

  rollbackToSavepoint: NonNullable<Driver['rollbackToSavepoint']> = async (...args) =>
    this.#transactions.rollbackToSavepoint?.(...args);

  releaseSavepoint: NonNullable<Driver['releaseSavepoint']> = async (...args) =>
    this.#transactions.releaseSavepoint?.(...args);

  async releaseConnection(connection: PooledConnection): Promise<void> {
    if (this.#open.delete(connection)) connection.release();
  }

  /** Closes the pool; after a moment also the connections whose queries still run. */
  async destroy(): Promise<void> {
    await withTimeLimit(this.#pool.end(), CLOSE_MS, () => {
      for (const connection of this.#open) {
        connection.fail();
        void this.releaseConnection(connection);
      }
    });
  }
}

/** Called when a connection of background work is given back. */
type UsedConnectionSettings = ConnectionSettings & { readonly onRelease: (() => void) | undefined };

/** A connection taken from the pool. */
class PooledConnection implements Connection {
  isInTransaction = false;
  readonly #client: Client;
  readonly #settings: UsedConnectionSettings;
  #hasFailed = false;
  /** The transaction has changed or locked something. */
  #hasState = false;

  constructor(client: Client, settings: UsedConnectionSettings) {
    this.#client = client;
    this.#settings = settings;
  }

  async executeQuery<R>({ sql, parameters }: Query) {
    // Answers may wait for what was locked.
    if (!this.#hasState) await giveWay();
    this.#hasState = this.isInTransaction && (this.#hasState || leavesState(sql));
    const run = (): Promise<QueryResult> =>
      parameters.length === 0 && !this.isInTransaction
        ? this.#queryAlone(sql)
        : this.#client.query(sql, [...parameters]);
    const { command, rowCount, rows } = await timed(sql, run, this.#settings.onEnd);
    const changes = ['INSERT', 'UPDATE', 'DELETE', 'MERGE'].includes(command);
    return { rows: (rows ?? []) as R[], ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
  }

  /** The settings are sent along: after `begin`, or before a query that the server runs with them as one transaction. */
  async #queryAlone(sql: string): Promise<QueryResult> {
    const { always, inTransaction } = this.#settings;
    const isBegin = /^(?:begin|start transaction)\b/u.test(sql);
    const statements = isBegin ? [sql, ...always, ...inTransaction] : [...always, sql];
    const results: unknown = await this.#client.query(statements.join('; '));
    return [results].flat().at(-1) as QueryResult;
  }

  // biome-ignore lint/correctness/useYield: nothing is streamed, but the interface has it.
  async *streamQuery(): AsyncIterableIterator<never> {
    throw new Error('Streaming is not supported.');
  }

  /** The state of the connection is unknown, so it may not be used again. */
  fail(): void {
    this.#hasFailed = true;
  }

  /** Gives the connection back to the pool, which closes one that has failed. */
  release(): void {
    this.#client.release(this.#hasFailed);
    this.#settings.onRelease?.();
  }
}
