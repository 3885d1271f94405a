import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { MikroORM } from '@mikro-orm/sql';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { type Database, migrate, openOrm } from '../../src/store/orm.ts';

const url = process.env.DATABASE_URL ?? '';

/** Limits that a login may have, far below what the migration below takes. */
const SHORT = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout']
  .map((name) => `-c ${name}=200ms`)
  .join(' ');
const LONGER_THAN_LIMITS_MS = 600;

/** Runs a statement that can't be part of a transaction. */
async function runAlone(orm: MikroORM, sql: string): Promise<void> {
  const connection = orm.em.getConnection();
  if (!(connection instanceof PostgreSqlConnection)) throw new Error('This is no PostgreSQL server.');
  const pool = await connection.getNativeClient();
  await pool.query(sql);
}

describe.runIf(url !== '')('migrating on a server (needs `DATABASE_URL` and the right to create databases)', () => {
  let server: MikroORM;
  let name: string;
  const opened: MikroORM[] = [];

  beforeAll(async () => {
    server = await openOrm({ kind: 'server', url });
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    name = `recert_migrate_${randomUUID().replaceAll('-', '')}`;
    await runAlone(server, `create database ${name} encoding 'UTF8' template template0`);
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((orm) => orm.close()));
    await runAlone(server, `drop database ${name}`);
  });

  function newDatabase(options: Readonly<Record<string, string>>): Database {
    const address = new URL(url);
    address.pathname = `/${name}`;
    for (const [key, value] of Object.entries(options)) address.searchParams.set(key, value);
    return { kind: 'server', url: address.href.replaceAll('+', '%20') };
  }

  async function open(database: Database): Promise<MikroORM> {
    const orm = await openOrm(database);
    opened.push(orm);
    return orm;
  }

  it('takes as long as it must, whatever limits the login has, and two processes migrate once', async () => {
    const database = newDatabase({ options: SHORT });
    const [blocker, first, second] = await Promise.all([open(newDatabase({})), open(database), open(database)]);
    await blocker.migrator.up({ to: '2026-11-29-baseline' });
    const sentences: string[] = [];
    const isWaiting = Promise.withResolvers<void>();
    const onWait = (sentence: string) => {
      sentences.push(sentence);
      isWaiting.resolve();
    };
    const [isBlocked, unblock] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const blocking = blocker.em.fork().transactional(async (em) => {
      // Readers pass, but the first migration can't be recorded until this transaction ends.
      await em.execute('lock table mikro_orm_migrations in share mode');
      isBlocked.resolve();
      await unblock.promise;
    });
    await isBlocked.promise;

    const both = Promise.allSettled([first, second].map((orm) => migrate(orm, database, onWait)));
    await Promise.race([isWaiting.promise, both]);
    await wait(LONGER_THAN_LIMITS_MS);
    unblock.resolve();
    await blocking;

    expect(await both).toEqual([
      { status: 'fulfilled', value: undefined },
      { status: 'fulfilled', value: undefined },
    ]);
    expect(sentences).toEqual([
      'Another recert is migrating the tables of this database. Waiting until it is done ...',
    ]);
    const done = await blocker.em
      .fork()
      .execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
    expect(done.map((row) => row.name)).toEqual(migrations.map((one) => one.name));
  }, 120_000);

  it('of an empty database by three processes at once happens once', async () => {
    const processes = [1, 2, 3].map(() => startOpening(newDatabase({})));

    const outputs = await Promise.all(processes.map(({ stdout }) => text(stdout)));

    expect(outputs).toEqual(['begun\nmigrated\n', 'begun\nmigrated\n', 'begun\nmigrated\n']);
    expect(await migrationsDone(await open(newDatabase({})))).toEqual(migrations.map((one) => one.name));
  }, 240_000);

  it('leaves nothing when the process is killed, and the next one migrates', async () => {
    const killed = startOpening(newDatabase({}));
    const observer = await open(newDatabase({}));
    const isMigrating = async () => {
      const [row] = await observer.em.execute<{ count: string }[]>(
        `select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())`,
      );
      return Number(row?.count ?? 0) > 0;
    };
    while (!(await isMigrating()) && killed.exitCode === null) await wait(5);
    killed.kill('SIGKILL');
    await text(killed.stdout);
    // The server notices that the connection is gone at the next statement.
    while (await isMigrating()) await wait(20);
    const [tables] = await observer.em.execute<{ count: string }[]>(
      `select count(*) from pg_tables where schemaname = current_schema() and tablename <> 'mikro_orm_migrations'`,
    );

    expect(Number(tables?.count)).toBe(0);
    await migrate(observer, newDatabase({}));
    expect(await migrationsDone(observer)).toEqual(migrations.map((one) => one.name));
  }, 240_000);
});

function startOpening(database: Database) {
  const script = join(import.meta.dirname, '../support/open-store-process.ts');
  return spawn(process.execPath, [script, JSON.stringify(database)], { stdio: ['ignore', 'pipe', 'inherit'] });
}

async function migrationsDone(orm: MikroORM): Promise<readonly string[]> {
  const done = await orm.em.fork().execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
  return done.map(({ name }) => name);
}
