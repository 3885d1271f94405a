import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type AbstractSqlDriver,
  type Configuration,
  type Dictionary,
  PgliteConnection,
  PgliteDriver,
} from '@mikro-orm/pglite';
import { type StatementTimer, timed } from './statement-timer.ts';

type Dialect = ReturnType<PgliteConnection['createKyselyDialect']>;
type Driver = ReturnType<Dialect['createDriver']>;

class EmbeddedDriver extends PgliteDriver {
  protected override readonly connection = new EmbeddedConnection(this.config);
}

/**
 * The driver of the embedded database. It gives the event loop a turn before each transaction, because calls resolve in microtasks: while
 * calls are queued, no timer would fire and no request would be read.
 */
export const embeddedDriver: new (config: Configuration) => AbstractSqlDriver = EmbeddedDriver;

class EmbeddedConnection extends PgliteConnection {
  override createKyselyDialect({ check, onStatementEnd, ...overrides }: Dictionary): Dialect {
    const dialect = super.createKyselyDialect(overrides);
    const createDriver = dialect.createDriver.bind(dialect);
    const hooks: DriverHooks = {
      check: () => void (check instanceof Function && check()),
      onEnd: onStatementEnd instanceof Function ? (sql, ms) => void onStatementEnd(sql, ms) : undefined,
    };
    return Object.assign(dialect, {
      createDriver: () =>
        check instanceof Function ? withHooks(withTurns(createDriver()), hooks) : withTurns(createDriver()),
    });
  }
}

/**
 * The turn is taken while the lock of the only connection is held; before it, all callers would take theirs at once and then queue. After
 * the end a call is refused, because the library would wait for a transaction that never begins.
 */
function withTurns(driver: Driver): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  const destroy = driver.destroy.bind(driver);
  let isClosed = false;
  return Object.assign(driver, {
    acquireConnection: async (...args: Parameters<Driver['acquireConnection']>) => {
      await nextTurn();
      if (isClosed) throw new Error('The database is closed.');
      return acquire(...args);
    },
    destroy: async (...args: Parameters<Driver['destroy']>) => {
      isClosed = true;
      return destroy(...args);
    },
  });
}

interface DriverHooks {
  /** Runs before each statement and each commit. */
  readonly check: () => void;
  readonly onEnd: StatementTimer | undefined;
}

/** Runs the hooks with each statement. Acquiring must not throw: the only connection would never be free again. */
function withHooks(driver: Driver, { check, onEnd }: DriverHooks): Driver {
  const acquire = driver.acquireConnection.bind(driver);
  const commit = driver.commitTransaction.bind(driver);
  const checked = new WeakSet<object>();
  return Object.assign(driver, {
    acquireConnection: async (...args: Parameters<Driver['acquireConnection']>) => {
      const connection = await acquire(...args);
      if (checked.has(connection)) return connection;
      checked.add(connection);
      const execute = connection.executeQuery.bind(connection);
      return Object.assign(connection, {
        executeQuery: async <R>(...query: Parameters<typeof execute<R>>) => {
          check();
          return timed(query[0].sql, () => execute<R>(...query), onEnd);
        },
      });
    },
    commitTransaction: async (...args: Parameters<Driver['commitTransaction']>) => {
      check();
      return commit(...args);
    },
  });
}
