import { randomUUID } from 'node:crypto';
import { UNDO_WINDOW_MS } from '../domain/act.ts';
import type { Role } from '../domain/roles.ts';
import type { Act, ChangedTable, JsonRow, RowChange } from './act-entities.ts';
import { isId } from './ids.ts';
import { asMilliseconds } from './instant-column.ts';
import { WorkspaceRepository } from './repository.ts';

/** An act that begins. */
interface BegunAct {
  readonly personId: string;
  readonly command: string;
  readonly role: Role;
  readonly at: Date;
  /** The id of an act that is done in several transactions. */
  readonly actId?: string;
}

const COLUMNS = `act_id as "actId", command, role, ${asMilliseconds('at')} as "atMilliseconds",
  ${asMilliseconds('undone_at')} as "undoneMilliseconds"`;

const OLD_ACTS = 'delete from act where workspace_id = ? and at < ? returning act_id';
const CHANGES_OF_OLD = 'delete from act_change where workspace_id = ? and act_id in (select act_id from old)';

interface ActRow extends Pick<Act, 'actId' | 'command' | 'role'> {
  readonly atMilliseconds: number;
  readonly undoneMilliseconds: number | null;
}

/** What people did in the last minutes, and the rows that it changed. */
export class Acts extends WorkspaceRepository {
  #current: Required<BegunAct> | undefined;

  /** Returns the id of an act that begins when the key of its interaction is claimed. */
  prepare(act: BegunAct): string {
    const { actId = randomUUID() } = act;
    this.#current = { ...act, actId };
    return actId;
  }

  /** Notes the changes of this transaction from now on as one act. */
  async begin(act: BegunAct): Promise<void> {
    await this.em.execute(`select set_config('app.act', ?, true)`, [this.prepare(act)]);
  }

  /** The id of the act that is running. Throws if none is. */
  get currentId(): string {
    if (this.#current === undefined) throw new Error('No act is running.');
    return this.#current.actId;
  }

  /** Ends the act, and saves the answer to the key of its interaction. Without changes nothing is noted. Returns `false` if no act is running. */
  async end({ key, reply }: { readonly key?: string; readonly reply?: unknown } = {}): Promise<boolean> {
    const act = this.#current;
    if (act === undefined) return false;
    this.#current = undefined;
    const { actId, personId, command, role, at } = act;
    await this.em.execute(
      `with old as (${OLD_ACTS}), forgotten as (${CHANGES_OF_OLD}), noted as (
         insert into act (workspace_id, act_id, person_id, command, role, at) select ?, ?, ?, ?, ?, ?
          where exists (select 1 from act_change where workspace_id = ? and act_id = ?)), answered as (
         update idempotency_key set reply = ? where workspace_id = ? and key = ?)
       select set_config('app.act', '', true)`,
      [
        ...[this.workspaceId, new Date(at.getTime() - UNDO_WINDOW_MS), this.workspaceId],
        ...[this.workspaceId, actId, personId, command, role, at, this.workspaceId, actId],
        ...[reply === undefined ? null : JSON.stringify(reply), this.workspaceId, key ?? null],
      ],
    );
    return true;
  }

  /** Ends this transaction's part of an act; a later one notes the act. */
  async interrupt(): Promise<void> {
    this.#current = undefined;
    await this.em.execute(`select set_config('app.act', '', true)`);
  }

  /** Ends the act without noting it, and returns its changes. */
  async drop(): Promise<readonly RowChange[]> {
    const act = this.#current;
    if (act === undefined) return [];
    this.#current = undefined;
    const [dropped] = await this.em.execute<{ changes: readonly RowChange[] }[]>(
      `with dropped as (delete from act_change where workspace_id = ? and act_id = ? returning *)
       select set_config('app.act', '', true), (select coalesce(json_agg(json_build_object(
         'table', table_name, 'before', before, 'after', after) order by change_order), '[]') from dropped) as changes`,
      [this.workspaceId, act.actId],
    );
    return dropped?.changes ?? [];
  }

  /** Notes an act that can't be undone. */
  async noteFinal({ personId, command, role, at }: BegunAct): Promise<void> {
    await this.em.execute(
      'insert into act (workspace_id, act_id, person_id, command, role, at) values (?, ?, ?, ?, ?, ?)',
      [this.workspaceId, randomUUID(), personId, command, role, at],
    );
  }

  /** The acts of a person after an instant that were not undone, the last one first. */
  async latest(personId: string, after: Date): Promise<readonly Act[]> {
    return this.#find('person_id = ? and at > ? and undone_at is null order by act_order desc limit 20', [
      personId,
      after,
    ]);
  }

  /** An act of a person. */
  async get(personId: string, actId: string): Promise<Act | undefined> {
    if (!isId(actId)) return undefined;
    const [act] = await this.#find('person_id = ? and act_id = ?', [personId, actId]);
    return act;
  }

  /** The act with which a person logged a record. */
  async thatLogged(personId: string, activityId: string): Promise<Act | undefined> {
    const [act] = await this.#find(
      `person_id = ? and exists (select 1 from act_change change where change.workspace_id = act.workspace_id
         and change.act_id = act.act_id and table_name = 'activity' and before is null and after ->> 'activity_id' = ?)`,
      [personId, activityId],
    );
    return act;
  }

  async #find(where: string, values: readonly unknown[]): Promise<readonly Act[]> {
    const rows = await this.em.execute<ActRow[]>(`select ${COLUMNS} from act where workspace_id = ? and ${where}`, [
      this.workspaceId,
      ...values,
    ]);
    return rows.map(({ atMilliseconds, undoneMilliseconds, ...row }) => ({
      ...row,
      at: new Date(atMilliseconds),
      undoneAt: undoneMilliseconds === null ? null : new Date(undoneMilliseconds),
    }));
  }

  /** The changes of an act, in order. */
  async changesOf(actId: string): Promise<readonly RowChange[]> {
    return this.em.execute<{ table: ChangedTable; before: JsonRow | null; after: JsonRow | null }[]>(
      `select table_name as "table", before, after from act_change
        where workspace_id = ? and act_id = ? order by change_order`,
      [this.workspaceId, actId],
    );
  }

  /** Marks an act as undone; returns `false` if it already was. */
  async markUndone(actId: string, at: Date): Promise<boolean> {
    const marked = await this.em.execute<unknown[]>(
      'update act set undone_at = ? where workspace_id = ? and act_id = ? and undone_at is null returning 1',
      [at, this.workspaceId, actId],
    );
    return marked.length > 0;
  }

  /** Forgets the acts that can no longer be undone, with their changes. */
  async #forgetBefore(before: Date): Promise<void> {
    await this.em.execute(`with old as (${OLD_ACTS}) ${CHANGES_OF_OLD}`, [this.workspaceId, before, this.workspaceId]);
  }

  /** Forgets the acts before an instant and returns their number. */
  async forget(before: Date): Promise<number> {
    const [row] = await this.em.execute<{ count: string }[]>(
      'select count(*) as count from act where workspace_id = ? and at < ?',
      [this.workspaceId, before],
    );
    await this.#forgetBefore(before);
    return Number(row?.count ?? 0);
  }
}
