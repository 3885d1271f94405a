import type { ChangedTable, JsonRow, RowChange } from './act-entities.ts';
import { ROW_KEYS } from './act-entities.ts';
import { canonical } from './audit-hash.ts';
import { WorkspaceRepository } from './repository.ts';

/** Columns that jobs and platforms keep up to date beside people's acts. */
const MAINTAINED: Partial<Readonly<Record<ChangedTable, readonly string[]>>> = {
  person: ['name', 'zone', 'locale'],
  reminder_state: ['rules', 'figures', 'step', 'step_on'],
  team: ['followed_at', 'last_error', 'digest_since'],
};

/** Changes of one table in a row that are of the same kind. */
interface Run {
  readonly table: ChangedTable;
  readonly changes: readonly RowChange[];
}

/** Puts rows back to what they were before an act. */
export class RowRestorer extends WorkspaceRepository {
  /** Moves the activities that changes added to the trash. Returns `false` if one was changed since. */
  async trashAdded(changes: readonly RowChange[], now: Date): Promise<boolean> {
    const rows = [...addedActivities(changes).values()];
    if (rows.length === 0) return true;
    if (!(await this.#areUnchanged('activity', rows, []))) return false;
    await this.em.execute(
      `update activity set deleted_at = ? from jsonb_populate_recordset(null::activity, ?) k where ${match('activity')}`,
      [now, JSON.stringify(rows)],
    );
    return true;
  }

  /**
   * Takes changes back, the last one first, but for activities that they added, which are moved to the trash instead. Returns `false` if a row was
   * changed since; the transaction must then be given up.
   */
  async restore(changes: readonly RowChange[]): Promise<boolean> {
    const added = addedActivities(changes);
    const isOfAdded = (row: JsonRow | null) => added.has(String(row?.activity_id));
    const others = changes.filter(({ before, after }) => !isOfAdded(after) && !isOfAdded(before));
    for (const { table, changes: some } of runsOf(inReverse(others))) {
      const [first] = some;
      const isDone =
        first?.before === null
          ? await this.#deleteRows(table, some)
          : first?.after === null
            ? await this.#insertRows(table, some)
            : await this.#updateRows(table, some);
      if (!isDone) return false;
    }
    return true;
  }

  async #deleteRows(table: ChangedTable, changes: readonly RowChange[]): Promise<boolean> {
    const rows = changes.flatMap(({ after }) => (after === null ? [] : [after]));
    if (!(await this.#areUnchanged(table, rows, MAINTAINED[table] ?? []))) return false;
    await this.em.execute(
      `delete from ${table} using jsonb_populate_recordset(null::${table}, ?) k where ${match(table)}`,
      [JSON.stringify(rows)],
    );
    return true;
  }

  async #insertRows(table: ChangedTable, changes: readonly RowChange[]): Promise<boolean> {
    const rows = changes.flatMap(({ before }) => (before === null ? [] : [before]));
    const added = await this.em.execute<unknown[]>(
      `insert into ${table} overriding system value select * from jsonb_populate_recordset(null::${table}, ?)
       on conflict do nothing returning 1`,
      [JSON.stringify(rows)],
    );
    return added.length === rows.length;
  }

  /** Puts the changed columns back. Those that someone else changed since stay as they are. */
  async #updateRows(table: ChangedTable, changes: readonly RowChange[]): Promise<boolean> {
    for (const { before, after } of changes) {
      const columns = changedColumns(table, before ?? {}, after ?? {});
      if (columns.length === 0) continue;
      const others = Object.keys(after ?? {}).filter((column) => !columns.includes(column));
      if (!(await this.#areUnchanged(table, [after ?? {}], others))) return false;
      const set = columns.map((column) => `${column} = k.${column}`).join(', ');
      await this.em.execute(
        `update ${table} set ${set} from jsonb_populate_record(null::${table}, ?) k where ${match(table)}`,
        [JSON.stringify(before)],
      );
    }
    return true;
  }

  /** Whether rows are still as an act left them, apart from some columns. */
  async #areUnchanged(table: ChangedTable, rows: readonly JsonRow[], ignored: readonly string[]): Promise<boolean> {
    const found = await this.em.execute<{ row: JsonRow }[]>(
      `select to_jsonb(${table}) as row from ${table}, jsonb_populate_recordset(null::${table}, ?) k
        where ${match(table)} for update of ${table}`,
      [JSON.stringify(rows)],
    );
    const now = new Map(found.map(({ row }) => [keyOf(table, row), compared(row, ignored)]));
    return rows.every((row) => now.get(keyOf(table, row)) === compared(row, ignored));
  }
}

/** The activities that an act added, as it left them. */
function addedActivities(changes: readonly RowChange[]): ReadonlyMap<string, JsonRow> {
  const added = new Map<string, JsonRow>();
  for (const { table, before, after } of changes) {
    const id = String((after ?? before)?.activity_id);
    if (table !== 'activity' || (before !== null && !added.has(id))) continue;
    if (after === null) added.delete(id);
    else added.set(id, after);
  }
  return added;
}

/** The last change first. Rows that were deleted one after the other come back before the rows that refer to them. */
function inReverse(changes: readonly RowChange[]): readonly RowChange[] {
  const tables = Object.keys(ROW_KEYS);
  const blocks: RowChange[][] = [];
  for (const change of changes.toReversed()) {
    const isDeletion = change.after === null;
    const last = blocks.at(-1);
    if (isDeletion && last?.[0]?.after === null) last.push(change);
    else blocks.push([change]);
  }
  return blocks.flatMap((block) => block.sort((a, b) => tables.indexOf(a.table) - tables.indexOf(b.table)));
}

function runsOf(changes: readonly RowChange[]): readonly Run[] {
  const runs: { table: ChangedTable; kind: string; changes: RowChange[] }[] = [];
  for (const change of changes) {
    const { table, before, after } = change;
    const kind = `${before === null} ${after === null}`;
    const last = runs.at(-1);
    if (last?.table === table && last.kind === kind) last.changes.push(change);
    else runs.push({ table, kind, changes: [change] });
  }
  return runs;
}

function changedColumns(table: ChangedTable, before: JsonRow, after: JsonRow): readonly string[] {
  const maintained = MAINTAINED[table] ?? [];
  return Object.keys(after).filter(
    (column) => !maintained.includes(column) && canonical(before[column]) !== canonical(after[column]),
  );
}

function match(table: ChangedTable): string {
  return ['workspace_id', ...ROW_KEYS[table]].map((column) => `${table}.${column} = k.${column}`).join(' and ');
}

function keyOf(table: ChangedTable, row: JsonRow): string {
  return JSON.stringify(ROW_KEYS[table].map((column) => row[column]));
}

function compared(row: JsonRow, ignored: readonly string[]): string {
  return canonical(Object.fromEntries(Object.entries(row).filter(([column]) => !ignored.includes(column))));
}
