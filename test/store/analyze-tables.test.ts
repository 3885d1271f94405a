import { expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { testDatabaseIn } from '../support/own-database.ts';
import { openStore } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const world = openStore();
const NOW = new Date('2026-11-23T12:00:00Z');
const details = { zone: null, locale: null, role: 'member' } as const;
const isEmbedded = process.env.DATABASE_URL === undefined;

/** Adds so many people with long names in one transaction. */
async function addPeople(store: Store, tenant: string, count: number): Promise<void> {
  const workspaceId = await store.directory.workspaceOf('slack', tenant, NOW);
  await store.inWorkspace(workspaceId, async ({ people }) => {
    for (let n = 0; n < count; n += 1)
      await people.join(
        { platform: 'slack', tenant, user: `U${n}` },
        { ...details, name: `Member ${n} ${'x'.repeat(1700)}` },
        NOW,
      );
  });
}

/** The rows that the planner expects in a table; -1 if it was never analysed. */
async function expectedRows(store: Store, table: string): Promise<number> {
  const [row] = await store.orm.em
    .fork()
    .execute<{ rows: number }[]>('select reltuples as rows from pg_class where oid = ?::regclass', [table]);
  return row?.rows ?? 0;
}

it('tables are analysed after a transaction that wrote much, and not again before they have grown', async () => {
  await addPeople(world.store, newTenant(), 3);
  const before = await expectedRows(world.store, 'person');
  await addPeople(world.store, newTenant(), 120);

  if (isEmbedded) expect(before).toBe(-1);
  expect(await expectedRows(world.store, 'person')).toBeGreaterThanOrEqual(120);
  expect(await world.store.refreshStatistics()).toEqual([]);
});

it.runIf(isEmbedded)('a table that has grown without statistics is analysed at the start', async () => {
  const { database, drop } = testDatabaseIn('recert-statistics-');
  const first = await Store.open(database);
  const fill = `insert into installation (platform, tenant, workspace_id)
    select 'slack', 'T' || n, gen_random_uuid() from generate_series(1, 1200) n`;
  await first.orm.em.fork().execute(fill);
  const before = await expectedRows(first, 'installation');
  await first.close();

  const second = await Store.open(database);
  const after = await expectedRows(second, 'installation');
  await second.close();
  drop();

  expect([before, after]).toEqual([-1, 1200]);
});
