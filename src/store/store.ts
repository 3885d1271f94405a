import { AsyncLocalStorage } from 'node:async_hooks';
import { type EntityManager, IsolationLevel, type MikroORM } from '@mikro-orm/sql';
import type { OperatingFigures, PoolFigures } from '../telemetry/operating-figures.ts';
import { BotInstallations } from './account/bot-installations.ts';
import { Directory } from './account/directory.ts';
import { type InstalledWorkspace, purgeWorkspace } from './account/purge-workspace.ts';
import type { TokenCipher } from './account/token-cipher.ts';
import { analyzeGrownTables } from './analyze-tables.ts';
import { roleFor } from './app-role.ts';
import { AuditReading } from './audit-reading.ts';
import type { ClaimOptions } from './claim-folder.ts';
import { closeOrm } from './close-orm.ts';
import { type DataLock, lockData } from './data-lock.ts';
import { rolledBack } from './dry-run.ts';
import { WorkspaceSchedule } from './notifications/workspace-schedule.ts';
import { Transactions } from './open-transactions.ts';
import { PublicFeeds } from './opportunities/public-feeds.ts';
import { type Database, migrate, openOrm } from './orm.ts';
import { readOperatingFigures } from './read-figures.ts';
import { SigningKeys } from './reports/signing-keys.ts';
import { RestoreMark } from './restore-mark.ts';
import { type ConnectionPool, poolFigures } from './server-driver.ts';
import { showStaged } from './staged-rows.ts';
import type { StatementTimer } from './statement-timer.ts';
import type { PlatformUser } from './teams/people.ts';
import { openSenderContext, type SenderContext } from './teams/sender-context.ts';
import { readSenderRevision, type SenderRevision } from './teams/sender-revision.ts';
import { loadWorkspace } from './teams/settings.ts';
import type { Transaction } from './transaction.ts';
import { repositoriesOf, type WorkspaceData } from './workspace-data.ts';

export type { WorkspaceData } from './workspace-data.ts';

/** What to call when opening takes long, when a folder that was opened has been lost to another process, and with the time of each statement. */
export interface StoreEvents extends Pick<ClaimOptions, 'onWait' | 'onLost'> {
  readonly onStatementEnd?: StatementTimer;
}

interface OpenedDatabase {
  readonly role: string | undefined;
  readonly lock: DataLock | undefined;
  /** The transaction that the running code is inside of. */
  readonly inside: AsyncLocalStorage<Transaction>;
  /** The connections to a server. */
  readonly pool: ConnectionPool | undefined;
}

/** The database. Workspace data is available through `inWorkspace` only. */
export class Store {
  readonly #orm: MikroORM;
  readonly #role: string | undefined;
  readonly #lock: DataLock | undefined;
  readonly #transactions: Transactions;
  readonly #pool: ConnectionPool | undefined;

  private constructor(orm: MikroORM, open: OpenedDatabase) {
    this.#orm = orm;
    this.#role = open.role;
    this.#lock = open.lock;
    this.#pool = open.pool;
    const { role, inside } = open;
    this.#transactions = new Transactions(orm, { role, inside, onLarge: () => this.refreshStatistics() });
  }

  /** Opens the database and migrates it. Throws `DataInUse` if another process uses the folder, or `DataFolderUnusable`. */
  static async open(database: Database, events: StoreEvents = {}): Promise<Store> {
    const lock = database.kind === 'folder' ? await lockData(database.path, events) : undefined;
    const inside = new AsyncLocalStorage<Transaction>();
    let orm: MikroORM | undefined;
    let pool: ConnectionPool | undefined;
    const { onStatementEnd } = events;
    try {
      if (database.kind === 'folder') new RestoreMark(database.path).refuse();
      orm = await openOrm(database, {
        check: () => lock?.check(),
        onStatement: (sql, values) => inside.getStore()?.note(sql, values),
        onPool: (created) => {
          pool = created;
        },
        ...(onStatementEnd === undefined ? {} : { onStatementEnd }),
      });
      await migrate(orm, database, events.onWait);
      const store = new Store(orm, { role: await roleFor(orm.em.fork()), lock, inside, pool });
      // A server that refuses has its own statistics soon.
      await store.refreshStatistics().catch((error) => (database.kind === 'server' ? [] : Promise.reject(error)));
      return store;
    } catch (cause) {
      await closeOrm(orm, lock);
      throw cause;
    }
  }

  /** The ORM behind the store, for tests that remove one of the walls. */
  get orm(): MikroORM {
    return this.#orm;
  }

  /** Whether no other process can use the database meanwhile. */
  get isExclusive(): boolean {
    return this.#lock !== undefined;
  }

  async close(): Promise<void> {
    this.#transactions.close();
    await closeOrm(this.#orm, this.#lock);
  }

  /** The connections to a server; undefined for the embedded database. */
  get pool(): PoolFigures | undefined {
    return this.#pool && poolFigures(this.#pool);
  }

  /** What waits in all workspaces, as numbers. */
  async operatingFigures(now: Date): Promise<OperatingFigures> {
    return this.#transactions.acrossWorkspaces((em) => readOperatingFigures(em, now));
  }

  /** Throws unless the database answers. */
  async ping(): Promise<void> {
    await this.#transactions.outside().em.execute('select 1');
  }

  /**
   * Analyses the tables that have grown, and returns their names. The embedded database has no autovacuum, and that of a server comes a minute after a
   * large import.
   */
  async refreshStatistics(): Promise<readonly string[]> {
    return analyzeGrownTables(this.#transactions.outside().em);
  }

  /** When each workspace is processed next. */
  get schedule(): WorkspaceSchedule {
    return new WorkspaceSchedule(this.#transactions.outside());
  }

  /** Which workspace and person an identity is, read outside of any workspace. */
  get directory(): Directory {
    return new Directory(this.#transactions.outside());
  }

  /** The bots that tenants of a platform installed, with their tokens. */
  botInstallations(platform: string, cipher: TokenCipher): BotInstallations {
    return new BotInstallations(() => this.#transactions.outside().em, platform, cipher);
  }

  /** The last content of public feeds, for all workspaces. */
  get publicFeeds(): PublicFeeds {
    return new PublicFeeds(() => this.#transactions.outside().em);
  }

  /** The keys that reports are signed with. */
  get signingKeys(): SigningKeys {
    return new SigningKeys(this.#transactions.outside());
  }

  /** Deletes a workspace with all its data and installations. */
  async purge(installation: InstalledWorkspace): Promise<void> {
    await this.#transactions.inWorkspace(installation.workspaceId, (em) =>
      purgeWorkspace(em, installation, this.#role),
    );
  }

  /**
   * Runs work on one workspace's data in one transaction: all of it is kept or none. Inside, only the data handed in may be
   * used; the embedded database has one connection, and a second transaction would wait forever. `isPatient`: it runs in the background,
   * so a query may take longer than an answer may. `isDryRun`: whatever it writes is rolled back.
   */
  async inWorkspace<T>(
    workspaceId: string,
    work: (data: WorkspaceData) => Promise<T>,
    how: { readonly isPatient?: boolean; readonly isDryRun?: boolean } = {},
  ): Promise<T> {
    if (how.isDryRun) return rolledBack(work, (inside) => this.inWorkspace(workspaceId, inside));
    return this.#transactions.inWorkspace(workspaceId, async (em, transaction) => {
      const repositories = repositoriesOf(workspaceId, em, transaction);
      if (how.isPatient) await repositories.queryLimit.extend();
      const result = await work({ ...repositories, workspace: await loadWorkspace(workspaceId, em) });
      await repositories.audit.flush();
      return result;
    });
  }

  /** Runs work that reads every workspace as of one moment, while others write; nothing can be changed in it. */
  snapshot<T>(work: (em: EntityManager) => Promise<T>): Promise<T> {
    return this.#transactions.snapshot(work);
  }

  /**
   * Runs work on the data of the workspace that a sender belongs or is linked to, in one transaction, with what is stored of them. A tenant that
   * isn't known, or is back, gets its workspace first.
   */
  async asSender<T>(
    sender: PlatformUser,
    now: Date,
    work: (data: WorkspaceData, sender: SenderContext) => Promise<T>,
  ): Promise<T> {
    const known = await this.#openedBy(sender, work);
    if (known !== undefined) return known.result;
    await this.directory.workspaceOf(sender.platform, sender.tenant, now);
    const added = await this.#openedBy(sender, work);
    if (added === undefined) throw new Error('A workspace that was just added is missing.');
    return added.result;
  }

  /** The number of the last change in the workspace of a sender; undefined if the tenant isn't known or has uninstalled recert. Adds nothing. */
  async lastChangeFor(sender: PlatformUser): Promise<number | undefined> {
    const known = await this.#openedBy(sender, async ({ audit }) => Number((await audit.head())?.seq ?? 0));
    return known?.result;
  }

  /** Runs work as `asSender` does; returns undefined if the tenant isn't known or has uninstalled recert. Adds nothing. */
  asKnownSender<T>(
    sender: PlatformUser,
    work: (data: WorkspaceData, sender: SenderContext) => Promise<T>,
  ): Promise<{ readonly result: T } | undefined> {
    return this.#openedBy(sender, work);
  }

  /** Reads the revision of what a sender's standing is computed from, with one statement; undefined for a sender who isn't known. */
  revisionOf(sender: PlatformUser): Promise<SenderRevision | undefined> {
    return readSenderRevision(this.#transactions.outside().em, sender, this.#role);
  }

  #openedBy<T>(
    sender: PlatformUser,
    work: (data: WorkspaceData, sender: SenderContext) => Promise<T>,
  ): Promise<{ readonly result: T } | undefined> {
    return this.#transactions.begin({}, async (em, transaction) => {
      const context = await openSenderContext(em, sender, this.#role);
      if (context === undefined) return undefined;
      const { workspaceId, person, holdings, customRules } = context;
      transaction.narrowedBy(this.#transactions.sessionOf(workspaceId));
      const repositories = repositoriesOf(workspaceId, em, transaction);
      repositories.holdings.provide(person?.personId, holdings, transaction);
      repositories.customRules.provide(customRules, transaction);
      const workspace = context.workspace ?? (await loadWorkspace(workspaceId, em));
      const result = await work({ ...repositories, workspace }, context);
      await repositories.audit.flush();
      return { result };
    });
  }

  /** Starts work that outlives the current transaction and has transactions of its own. It must not be awaited inside one. */
  inBackground<T>(work: () => Promise<T>): Promise<T> {
    return this.#transactions.inBackground(work);
  }

  /** Reads a workspace's audit log in one consistent snapshot. */
  async readLog<T>(workspaceId: string, work: (log: AuditReading) => Promise<T>): Promise<T> {
    const atOneMoment = { isolationLevel: IsolationLevel.REPEATABLE_READ };
    return this.#transactions.inWorkspace(
      workspaceId,
      async (em) => {
        await em.execute('set local statement_timeout = 0');
        await showStaged({ em });
        return work(new AuditReading({ em, workspaceId }));
      },
      atOneMoment,
    );
  }
}
