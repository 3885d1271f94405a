import { randomUUID } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/sql';
import { TENANT_TABLES } from '../../migrations/index.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { seedSample } from '../../src/sample/seed.ts';
import { SAMPLE, SAMPLE_PEOPLE } from '../../src/sample/team.ts';
import { sha256Of } from '../../src/store/evidence/proofs.ts';
import type { Store } from '../../src/store/store.ts';
import { WorkspaceCopier } from '../scale/copy-workspace.ts';
import { removeTenant } from '../support/tenant.ts';

/** Columns with words that people read, in which the mark of a workspace is planted. */
const MARKED: readonly (readonly [table: string, column: string])[] = [
  ['person', 'name'],
  ['team', 'name'],
  ['activity', 'title'],
  ['activity', 'provider'],
  ['proof', 'note'],
  ['proof_file', 'name'],
  ['source', 'name'],
  ['opportunity', 'title'],
];

/** The ids of a workspace by their table. */
export type IdsByTable = ReadonlyMap<string, readonly string[]>;

/** Fills workspaces of Slack with the sample team, each with a mark in all that people read. The people have the same user ids in all of them. */
export async function plantSample(
  store: Store,
  workspaces: readonly { readonly workspaceId: string; readonly tenant: string; readonly mark: string }[],
  now: Date,
): Promise<void> {
  await removeTenant(store, SAMPLE, now);
  await seedSample(store, loadCatalogue(), now);
  const template = await store.directory.workspaceOf(SAMPLE.platform, SAMPLE.tenant, now);
  await plantProofs(store, template, now);
  await store.orm.em.fork().transactional(async (em) => {
    const copier = await WorkspaceCopier.of(em, template, TENANT_TABLES);
    for (const { workspaceId, tenant, mark } of workspaces) {
      await copier.copy(em, { workspaceId, tenant, part: 0 });
      await em.execute(
        `update identity set platform = 'slack', platform_user = 'U' || upper(platform_user) where workspace_id = ? and platform = ?`,
        [workspaceId, SAMPLE.platform],
      );
      for (const [table, column] of MARKED)
        await em.execute(`update ${table} set ${column} = left(${column}, 60) || ? where workspace_id = ?`, [
          ` ${mark}`,
          workspaceId,
        ]);
    }
  });
}

/** The Slack user ids of the sample people, the admin first. */
export const PLANTED_USERS: readonly string[] = SAMPLE_PEOPLE.toSorted(
  (one, other) => Number(other.role === 'admin') - Number(one.role === 'admin'),
).map(({ user }) => `U${user.toUpperCase()}`);

async function plantProofs(store: Store, workspaceId: string, now: Date): Promise<void> {
  await store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('operator', now);
    const about = { form: 'certificate', shows: [], link: '', note: 'Proof' } as const;
    for (const { personId } of await data.people.all()) {
      const record = await data.activities.latest(personId, 'kept');
      if (record === null) continue;
      const bytes = new TextEncoder().encode(`Certificate of ${personId}`);
      const fileId = await data.proofs.addFile(
        {
          ...{ fileId: randomUUID(), personId, name: 'proof.txt', type: 'text/plain', size: bytes.length },
          ...{ sha256: sha256Of(bytes), bytes },
        },
        now,
      );
      await data.proofs.add(record.activityId, { ...about, fileIds: [fileId] }, now);
    }
  });
}

/** Reads every id of a workspace, by table and column. */
export function idsOf(store: Store, workspaceId: string): Promise<IdsByTable> {
  return inWorkspace(store, workspaceId, async (em) => {
    const ids = new Map<string, string[]>();
    for (const { table, column } of await uuidColumns(em)) {
      const rows = await em.execute<{ id: string }[]>(
        `select distinct ${column}::text as id from ${table} where workspace_id = ? and ${column} is not null order by 1`,
        [workspaceId],
      );
      ids.set(
        `${table}.${column}`,
        rows.map(({ id }) => id),
      );
    }
    return ids;
  });
}

interface UuidColumn {
  readonly table: string;
  readonly column: string;
}

async function uuidColumns(em: EntityManager): Promise<readonly UuidColumn[]> {
  const columns = await em.execute<UuidColumn[]>(
    `select table_name as table, column_name as column from information_schema.columns
      where table_schema = current_schema() and data_type = 'uuid' and column_name <> 'workspace_id' order by 1, 2`,
  );
  return columns.filter(({ table }) => TENANT_TABLES.includes(table));
}

/** Returns a hash of all rows of a workspace for each table that has some. */
export function rowsOf(store: Store, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  return inWorkspace(store, workspaceId, async (em) => {
    const rows = new Map<string, string>();
    for (const table of TENANT_TABLES) {
      const [row] = await em.execute<{ hash: string | null }[]>(
        `select md5(string_agg(one::text, '|' order by one::text)) as hash from ${table} one where workspace_id = ?`,
        [workspaceId],
      );
      if (row?.hash) rows.set(table, row.hash);
    }
    return rows;
  });
}

/** Row-level security binds the owner of the tables too. */
function inWorkspace<T>(store: Store, workspaceId: string, work: (em: EntityManager) => Promise<T>): Promise<T> {
  return store.orm.em.fork().transactional(async (em) => {
    await em.execute(`select set_config('app.workspace', ?, true)`, [workspaceId]);
    return work(em);
  });
}
