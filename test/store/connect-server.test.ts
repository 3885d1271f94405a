import type { EntityManager } from '@mikro-orm/sql';
import { afterEach, describe, expect, it } from 'vitest';
import { checkServer, DatabaseUnusable } from '../../src/store/connect-server.ts';
import { type Database, openOrm } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { fakePostgres } from '../support/fake-postgres.ts';
import { testDatabase } from '../support/store.ts';
import { newTenant } from '../support/tenant.ts';

const url = 'postgresql://recert:hunter2@db.example.org/recrt';

const answering = (execute: () => Promise<unknown>) => ({ execute }) as unknown as EntityManager;
const failing = (error: { readonly code?: string; readonly message?: string }) =>
  answering(() => Promise.reject(Object.assign(new Error(error.message ?? 'x'), error)));

describe('a server that cannot be used is named, with what to do', () => {
  it.each`
    error                                                                      | message
    ${{ code: '3D000' }}                                                       | ${"The database “recrt” doesn't exist on db.example.org, port 5432. Create it, or correct the name in DATABASE_URL."}
    ${{ code: '28P01', message: 'password authentication failed' }}            | ${'refuses the login “recert”'}
    ${{ code: '53300' }}                                                       | ${'lower RECERT_DATABASE_CONNECTIONS'}
    ${{ code: 'ENOTFOUND' }}                                                   | ${"can't be found"}
    ${{ code: 'ECONNREFUSED' }}                                                | ${"doesn't listen on db.example.org, port 5432"}
    ${{ code: 'ERR_TLS_CERT_ALTNAME_INVALID' }}                                | ${'is for another host'}
    ${{ message: 'Connection terminated due to connection timeout' }}          | ${"doesn't answer in time"}
    ${{ message: 'The server does not support SSL connections' }}              | ${"doesn't encrypt connections"}
    ${{ message: 'self-signed certificate in certificate chain' }}             | ${'Add sslrootcert'}
    ${{ message: 'unable to verify the first certificate; if the root CA …' }} | ${'Add sslrootcert'}
    ${{ message: 'Connection terminated unexpectedly' }}                       | ${'closes the connection before it answers'}
  `('$error', async ({ error, message }) => {
    const checked = checkServer(failing(error), url);

    await expect(checked).rejects.toThrow(DatabaseUnusable);
    await expect(checked).rejects.toThrow(message);
    await expect(checked).rejects.not.toThrow(/hunter2/u);
  });

  it('passes on an error it does not know', async () => {
    await expect(checkServer(failing({ code: '42P01', message: 'other' }), url)).rejects.not.toThrow(DatabaseUnusable);
  });

  it.runIf(process.env.DATABASE_URL)('refuses a name that was mistyped, and creates no database', async () => {
    const mistyped = (process.env.DATABASE_URL ?? '').replace(/\/[^/?]+(?=$|\?)/u, '/recert_mistyped');

    for (const _time of [1, 2])
      await expect(Store.open({ kind: 'server', url: mistyped })).rejects.toThrow("“recert_mistyped” doesn't exist");
  });

  it('refuses a database that does not store UTF-8', async () => {
    const latin = answering(async () => [{ encoding: 'LATIN1' }]);

    await expect(checkServer(latin, url)).rejects.toThrow('stores texts as LATIN1');
    await expect(
      checkServer(
        answering(async () => [{ encoding: 'UTF8' }]),
        url,
      ),
    ).resolves.toBeUndefined();
  });
});

describe('limits', () => {
  const opened: (() => Promise<unknown>)[] = [];
  afterEach(async () => {
    for (const close of opened.splice(0).reverse()) await close();
  });

  it('are set with each query and in each transaction, not when the connection starts, which a pooler refuses', async () => {
    const server = await fakePostgres(() => 'done');
    opened.push(server.close);
    const database = { kind: 'server', url: `${server.url}?application_name=bot`, limits: { queryMs: 1500 } } as const;
    const orm = await openOrm(database);
    opened.push(() => orm.close());

    await orm.em.fork().execute('select 1');
    await orm.em.fork().transactional((em) => em.execute('select 2'));

    const limits = 'set local statement_timeout = 1500; set local datestyle = iso';
    expect(server.seen.statements).toEqual([
      `${limits}; select 1`,
      `begin; ${limits}; set local idle_in_transaction_session_timeout = 60000`,
      'select 2',
      'commit',
    ]);
    expect(server.seen.startup).toMatchObject([{ user: 'u', database: 'db', application_name: 'bot' }]);
    expect(Object.keys(server.seen.startup[0] ?? {})).not.toContain('statement_timeout');
  });

  it.runIf(process.env.DATABASE_URL)('hold in each transaction of a workspace', async () => {
    const store = await Store.open({ ...testDatabase(), limits: { queryMs: 1500 } } as Database);
    opened.push(() => store.close());
    const workspaceId = await store.directory.workspaceOf('slack', newTenant(), new Date());

    const shown = await store.inWorkspace(workspaceId, (data) =>
      (data.people as unknown as { em: EntityManager }).em.execute(
        `select current_setting('statement_timeout') as limit`,
      ),
    );

    expect(shown).toEqual([{ limit: '1500ms' }]);
  });

  it('allow as many connections as they say', async () => {
    const server = await fakePostgres(() => 'done');
    opened.push(server.close);
    const orm = await openOrm({ kind: 'server', url: server.url, limits: { connections: 3 } });
    opened.push(() => orm.close());

    await Promise.all(Array.from({ length: 12 }, () => orm.em.fork().execute('select 1')));

    expect(server.seen.startup).toHaveLength(3);
  });
});
