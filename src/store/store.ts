import { AsyncLocalStorage } from 'node:async_hooks';
import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { TENANT_TABLES } from '../../migrations/index.ts';
import { Activities } from './activities.ts';
import { Attestations } from './attestations.ts';
import { lockData } from './data-lock.ts';
import { Directory } from './directory.ts';
import { Doubles } from './doubles.ts';
import { Drafts } from './drafts.ts';
import { Effects } from './effects.ts';
import { Workspace } from './entities.ts';
import { Holdings } from './holdings.ts';
import { type Database, migrate, openOrm, roleFor } from './orm.ts';
import { OutgoingFiles } from './outgoing-files.ts';
import { OwnRules } from './own-rules.ts';
import { People } from './people.ts';
import { Proofs } from './proofs.ts';
import { Records } from './records.ts';

/** The data of one workspace inside one transaction. */
export interface WorkspaceData {
  readonly workspace: Workspace;
  readonly people: People;
  readonly holdings: Holdings;
  readonly activities: Activities;
  readonly proofs: Proofs;
  readonly attestations: Attestations;
  readonly doubles: Doubles;
  readonly drafts: Drafts;
  readonly rules: OwnRules;
  readonly records: Records;
  readonly files: OutgoingFiles;
  readonly effects: Effects;
  readonly directory: Directory;
}

/** Everything that is kept. Tenant data is reached through `inWorkspace` only. */
export class Store {
  readonly #orm: MikroORM;
  readonly #role: string | undefined;
  readonly #release: () => void;
  readonly #inside = new AsyncLocalStorage<true>();

  private constructor(orm: MikroORM, role: string | undefined, release: () => void) {
    this.#orm = orm;
    this.#role = role;
    this.#release = release;
  }

  /** Opens the database and brings its tables up to date. Throws `DataInUse` when another process holds the folder. */
  static async open(database: Database): Promise<Store> {
    const release = database.kind === 'folder' ? lockData(database.path) : () => {};
    try {
      const orm = await openOrm(database);
      await migrate(orm, database);
      return new Store(orm, await roleFor(orm.em.fork()), release);
    } catch (cause) {
      release();
      throw cause;
    }
  }

  /** The ORM behind the store, for tests that remove one of the walls. */
  get orm(): MikroORM {
    return this.#orm;
  }

  async close(): Promise<void> {
    await this.#orm.close();
    this.#release();
  }

  /** Throws unless the database answers. */
  async ping(): Promise<void> {
    await this.#orm.em.fork().execute('select 1');
  }

  /** Which workspace and person an identity is, read outside of any workspace. */
  get directory(): Directory {
    return new Directory(this.#orm.em.fork());
  }

  /** Deletes everything a workspace has, and the way to it. */
  async purge(installation: { platform: string; tenant: string; workspaceId: string }): Promise<void> {
    const { workspaceId } = installation;
    await this.#transaction(workspaceId, async (em) => {
      for (const table of [...TENANT_TABLES].reverse()) {
        await em.execute(`delete from ${table} where workspace_id = ?`, [workspaceId]);
      }
      await new Directory(em).forget(installation);
    });
  }

  /**
   * Runs work on one workspace's data in one transaction: all of it is kept or none. Inside, only the data handed in may be
   * used; the embedded database has one connection, and a second transaction would wait for ever.
   */
  async inWorkspace<T>(workspaceId: string, work: (data: WorkspaceData) => Promise<T>): Promise<T> {
    return this.#transaction(workspaceId, async (em) => {
      const proofs = new Proofs(em, workspaceId);
      return work({
        workspace: await workspaceOf(workspaceId, em),
        people: new People(em, workspaceId),
        holdings: new Holdings(em, workspaceId),
        activities: new Activities(em, workspaceId, proofs),
        proofs,
        attestations: new Attestations(em, workspaceId),
        doubles: new Doubles(em, workspaceId),
        drafts: new Drafts(em, workspaceId),
        rules: new OwnRules(em, workspaceId),
        records: new Records(em, workspaceId),
        files: new OutgoingFiles(em, workspaceId),
        effects: new Effects(em, workspaceId),
        directory: new Directory(em),
      });
    });
  }

  async #transaction<T>(workspaceId: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
    if (this.#inside.getStore()) throw new Error('A transaction was begun inside another one.');
    const session = { variables: { 'app.workspace': workspaceId }, ...(this.#role ? { role: this.#role } : {}) };
    const em = this.#orm.em.fork({ session });
    em.setFilterParams('workspace', { workspaceId });
    return this.#inside.run(true, () => em.transactional(work));
  }
}

/** The settings of a workspace; the usual ones on first contact. */
async function workspaceOf(workspaceId: string, em: EntityManager): Promise<Workspace> {
  const known = await em.findOne(Workspace, {});
  if (known !== null) return known;
  await em.execute('insert into workspace (workspace_id) values (?) on conflict do nothing', [workspaceId]);
  return em.findOneOrFail(Workspace, {});
}
