import type { EntityManager } from '@mikro-orm/sql';
import { AuditEntry } from '../../src/store/audit-entities.ts';
import { entryHash, GENESIS } from '../../src/store/audit-hash.ts';

/** Numbers that are the same each time for the same seed. */
export function randomOf(seed: number): { below(count: number): number; pick<T>(list: readonly T[]): T } {
  let state = seed >>> 0;
  // Mulberry32: small, and good enough that no column is passed over.
  const below = (count: number) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
  return {
    below,
    pick: (list) => {
      if (list.length === 0) throw new Impossible('There is nothing to pick from.');
      return list[below(list.length)] as (typeof list)[number];
    },
  };
}
export type Random = ReturnType<typeof randomOf>;

/** This tampering changes nothing, or the database itself refuses it: another one is tried. */
export class Impossible extends Error {}

type Row = Record<string, unknown> & { readonly ctid: string };

/** What the log watches over: every column of these tables, but the workspace's id, and of a person the role alone. */
const TAMPERED_TABLES = [
  'activity',
  'allocation',
  'allocation_part',
  'opening_balance',
  'proof',
  'proof_file',
  'confirmed_distinct',
  'holding',
  'cycle',
  'person',
  'custom_rule',
  'audit_entry',
  'audit_content',
  'audit_head',
] as const;

/** Does one random thing to the tables behind the log, as somebody can who owns the database. Returns what it did, in words. */
export async function tamper(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  await em.execute(`set local session_replication_role = 'replica'`);
  switch (random.below(9)) {
    case 0:
      return cutTail(em, workspaceId, random);
    case 1:
      return rewriteEntry(em, workspaceId, random);
    case 2:
    case 3:
      return deleteRow(em, workspaceId, random);
    case 4:
      return swapValues(em, workspaceId, random);
    case 5:
      return replaceFile(em, workspaceId, random);
    default:
      return changeValue(
        em,
        { ...random.pick(await columnsOf(em, random.pick(TAMPERED_TABLES))), workspaceId },
        random,
      );
  }
}

async function rowsOf(em: EntityManager, workspaceId: string, table: string): Promise<readonly Row[]> {
  const attached =
    table === 'proof_file' ? ' and exists (select 1 from proof where proof.file_id = proof_file.file_id)' : '';
  return em.execute<Row[]>(`select ctid::text, * from ${table} where workspace_id = ?${attached}`, [workspaceId]);
}

/** A column that the log watches over. */
export interface WatchedColumn {
  readonly table: string;
  readonly name: string;
  readonly type: string;
}

/** All columns that the log watches over. */
export async function watchedColumns(em: EntityManager): Promise<readonly WatchedColumn[]> {
  const columns: WatchedColumn[] = [];
  for (const table of TAMPERED_TABLES) columns.push(...(await columnsOf(em, table)));
  return columns;
}

async function columnsOf(em: EntityManager, table: string): Promise<readonly WatchedColumn[]> {
  if (table === 'person') return [{ table, name: 'role', type: 'text' }];
  const columns = await em.execute<Omit<WatchedColumn, 'table'>[]>(
    `select column_name as name, data_type as type from information_schema.columns
      where table_schema = 'public' and table_name = ? and column_name <> 'workspace_id' order by column_name`,
    [table],
  );
  return columns.map((column) => ({ ...column, table }));
}

/** Changes one value of a column. Returns what it did, in words. */
export async function changeValue(
  em: EntityManager,
  { table, name, type, workspaceId }: WatchedColumn & { readonly workspaceId: string },
  random: Random,
): Promise<string> {
  await em.execute(`set local session_replication_role = 'replica'`);
  const row = random.pick(await rowsOf(em, workspaceId, table));
  await em.execute(`update ${table} set ${name} = ${changed(name, type, random)} where ctid = ?::tid`, [row.ctid]);
  return differs(em, { table, name, row }, workspaceId);
}

/** Another value of a type, as SQL over the old one. */
function changed(name: string, type: string, random: Random): string {
  switch (type) {
    case 'uuid':
      return random.below(2) === 0 ? 'gen_random_uuid()' : `overlay(${name}::text placing '0' from 3)::uuid`;
    case 'date':
      return `coalesce(${name}, current_date) + ${random.pick([1, -1, 400, -400])}`;
    case 'timestamp with time zone':
      return `coalesce(${name}, now()) + interval '${1 + random.below(9)} milliseconds'`;
    case 'smallint':
    case 'integer':
    case 'bigint':
      return `coalesce(${name}, 0) + ${random.pick([1, -1, 100])}`;
    case 'boolean':
      return `not ${name}`;
    case 'bytea':
      return random.below(2) === 0
        ? `set_byte(${name}, ${random.below(40)}, (get_byte(${name}, 0) + 1) % 256)`
        : `substr(${name}, 1, ${1 + random.below(20)})`;
    case 'jsonb':
      return random.pick([
        `'[]'`,
        `jsonb_build_array(${name})`,
        `regexp_replace(${name}::text, '[0-9]', '7')::jsonb`,
        `replace(${name}::text, 'course', 'webinar')::jsonb`,
      ]);
    default:
      return random.pick([
        `${name} || ' '`,
        `${name} || 'x'`,
        `upper(${name})`,
        `''`,
        `reverse(${name})`,
        `translate(${name}, '0123456789abcdef', '123456789abcdef0')`,
        // Of a few words the database takes no others.
        `case ${name} when 'member' then 'admin' else 'member' end`,
      ]);
  }
}

async function differs(
  em: EntityManager,
  { table, name, row }: { table: string; name: string; row: Row },
  workspaceId: string,
): Promise<string> {
  const after = await rowsOf(em, workspaceId, table);
  const before = JSON.stringify(row[name]);
  const others = after.filter((one) => JSON.stringify({ ...one, ctid: 0 }) === JSON.stringify({ ...row, ctid: 0 }));
  if (others.length > 0) throw new Impossible('Nothing is changed.');
  return `${table}.${name} was ${before?.slice(0, 80)}`;
}

async function deleteRow(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  const table = random.pick(TAMPERED_TABLES);
  const row = random.pick(await rowsOf(em, workspaceId, table));
  await em.execute(`delete from ${table} where ctid = ?::tid`, [row.ctid]);
  return `a row of ${table} is gone`;
}

async function swapValues(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  const table = random.pick(TAMPERED_TABLES);
  const rows = await rowsOf(em, workspaceId, table);
  const [one, other] = [random.pick(rows), random.pick(rows)];
  const { name } = random.pick(await columnsOf(em, table));
  if (JSON.stringify(one[name]) === JSON.stringify(other[name])) throw new Impossible('They are the same.');
  await em.execute(
    `update ${table} set ${name} = (select other.${name} from ${table} other where other.ctid in (?::tid, ?::tid)
       and other.ctid <> ${table}.ctid) where ctid in (?::tid, ?::tid)`,
    [one.ctid, other.ctid, one.ctid, other.ctid],
  );
  return `${table}.${name} of two rows is swapped`;
}

/** A file is another, and its record says that it always was. */
async function replaceFile(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  const { ctid, file_id } = random.pick(await rowsOf(em, workspaceId, 'proof_file'));
  await em.execute('update proof_file set bytes = set_byte(bytes, 20, get_byte(bytes, 20) # 1) where ctid = ?::tid', [
    ctid,
  ]);
  await em.execute(
    `update proof_file set sha256 = encode(sha256(bytes), 'hex') where workspace_id = ? and file_id = ?`,
    [workspaceId, file_id],
  );
  return 'a file is replaced together with its hash';
}

/** The last entries go, and the head says that there never were more. */
async function cutTail(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  const entries = await em.find(AuditEntry, { workspaceId }, { orderBy: { seq: 'asc' } });
  const left = random.below(entries.length);
  const hash = entries[left - 1]?.hash ?? GENESIS;
  for (const table of ['audit_entry', 'audit_content'])
    await em.execute(`delete from ${table} where workspace_id = ? and seq > ?`, [workspaceId, left]);
  await em.execute('update audit_head set seq = ?, hash = ? where workspace_id = ?', [left, hash, workspaceId]);
  return `the log ends after ${left} of ${entries.length} entries`;
}

/** An entry says something else, and everything after it is hashed again, to the head. */
async function rewriteEntry(em: EntityManager, workspaceId: string, random: Random): Promise<string> {
  const entries = await em.find(AuditEntry, { workspaceId }, { orderBy: { seq: 'asc' } });
  const from = random.below(entries.length);
  let previous = entries[from - 1]?.hash ?? GENESIS;
  for (const [index, entry] of entries.slice(from).entries()) {
    const at = index === 0 ? new Date(entry.at.getTime() + 60_000) : entry.at;
    const hash = entryHash({ ...entry, at, previous });
    await em.execute('update audit_entry set at = ?, previous = ?, hash = ? where workspace_id = ? and seq = ?', [
      at,
      previous,
      hash,
      workspaceId,
      entry.seq,
    ]);
    previous = hash;
  }
  await em.execute('update audit_head set hash = ? where workspace_id = ?', [previous, workspaceId]);
  return `entry ${from + 1} is another, and all after it are hashed again`;
}
