import { afterEach, describe, expect, it } from 'vitest';
import { AUDIT_TABLES, TENANT_TABLES } from '../../migrations/index.ts';
import { migrate, openOrm } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { fakePostgres } from '../support/fake-postgres.ts';

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

it.each([
  ['schema=certs', ['set local search_path = "certs", pg_temp']],
  ['schema=public', []],
])(
  '%s: each statement finds the tables there, in a transaction and outside, also through a pooler',
  async (query, expected) => {
    const server = await fakePostgres(() => 'done');
    opened.push(server.close);
    const orm = await openOrm({ kind: 'server', url: `${server.url}?${query}` });
    opened.push(() => orm.close());

    await orm.em.fork().transactional((em) => em.execute('select in a transaction'));
    await orm.em.fork().execute('select alone');

    const { statements, startup } = server.seen;
    const settings = statements.flatMap((sql) => sql.split('; ')).filter((sql) => sql.includes('search_path'));
    expect(settings).toEqual([...expected, ...expected]);
    expect(startup.some((parameters) => JSON.stringify(parameters).includes('search_path'))).toBe(false);
  },
);

const url = process.env.DATABASE_URL ?? '';
const address = (schema: string) => {
  const changed = new URL(url);
  changed.searchParams.set('schema', schema);
  return { kind: 'server', url: changed.href } as const;
};

describe.runIf(url !== '')('a schema of its own (needs `DATABASE_URL`)', () => {
  it('is used for every table, and the log is written there', async () => {
    const admin = await openOrm({ kind: 'server', url });
    opened.push(() => admin.close());
    const run = (sql: string) => admin.em.fork().execute<{ name: string }[]>(sql);
    await run('drop schema if exists recert_own cascade');
    await run('create schema recert_own');
    opened.push(() => run('drop schema recert_own cascade'));

    const store = await Store.open(address('recert_own'));
    opened.push(() => store.close());
    const now = new Date('2026-11-30T09:00:00Z');
    const workspaceId = await store.directory.workspaceOf('slack', 'T0OWN', now);
    await store.inWorkspace(workspaceId, async ({ audit, teams }) => {
      audit.actAs('recert', now);
      await teams.add('Security', now);
    });
    const written = await store.inWorkspace(workspaceId, async ({ teams }) => teams.all());

    const tables = await run("select tablename as name from pg_tables where schemaname = 'recert_own'");
    expect(tables.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['mikro_orm_migrations', ...TENANT_TABLES, ...AUDIT_TABLES]),
    );
    expect(written.map(({ name }) => name)).toEqual(['Security']);
  });

  it('is refused with what to do if it does not exist', async () => {
    const orm = await openOrm(address('recert_mistyped'));
    opened.push(() => orm.close());

    await expect(migrate(orm, address('recert_mistyped'))).rejects.toThrow(
      /The schema “recert_mistyped” doesn't exist in .* create schema if not exists recert_mistyped authorization/u,
    );
  });
});
