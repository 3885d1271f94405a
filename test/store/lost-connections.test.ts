import type { EntityManager, MikroORM } from '@mikro-orm/sql';
import { afterEach, describe, expect, it } from 'vitest';
import { asBackground } from '../../src/limits/background-slots.ts';
import { backgroundConnections, openOrm } from '../../src/store/orm.ts';
import { type FakeAnswer, fakePostgres } from '../support/fake-postgres.ts';

/** As many connections as the pool has. */
const SLOTS = 10;

const opened: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0).reverse()) await close();
});

/** The database over a server that answers each statement as the test says. */
async function connect(answerTo: (sql: string) => FakeAnswer) {
  const server = await fakePostgres((sql) => (sql === 'select 1' ? 'done' : answerTo(sql)));
  opened.push(server.close);
  const orm = await openOrm({ kind: 'server', url: server.url });
  return { server, orm };
}

function transaction(orm: MikroORM, work: (em: EntityManager) => Promise<unknown>): Promise<unknown> {
  return orm.em.fork({ session: { variables: { 'app.workspace': 'w' } } }).transactional(work);
}

/** Runs one transaction in each slot at the same time, which works only if none is lost. */
async function fillSlots(orm: MikroORM): Promise<number> {
  let isHere = 0;
  const all = Promise.withResolvers<void>();
  const work = async () => {
    isHere += 1;
    if (isHere === SLOTS) all.resolve();
    await all.promise;
  };
  await Promise.all(Array.from({ length: SLOTS }, () => transaction(orm, work)));
  return isHere;
}

async function closeWithin(orm: MikroORM, ms: number): Promise<boolean> {
  const began = performance.now();
  await orm.close();
  return performance.now() - began < ms;
}

describe('after ten failures every place of the pool is there', () => {
  const failing = { isOn: true };
  const only = (answer: FakeAnswer, part: string) => (sql: string) =>
    failing.isOn && sql.toLowerCase().includes(part) ? answer : 'done';

  it.each<[string, (sql: string) => FakeAnswer]>([
    ['the server goes away in a transaction', only('cut', 'work of the test')],
    [
      'the server goes away at the rollback',
      (sql) => (sql === 'rollback' && failing.isOn ? 'cut' : only('error', 'work of')(sql)),
    ],
    [
      'the rollback is refused',
      (sql) => (sql === 'rollback' && failing.isOn ? 'error' : only('error', 'work of')(sql)),
    ],
    ['the server goes away at the beginning', only('cut', 'begin')],
    ['the beginning is refused', only('error', 'begin')],
    ['the server goes away before the workspace is set', only('cut', 'set_config')],
    ['the server goes away at the commit', only('cut', 'commit')],
  ])('%s', async (_what, answerTo) => {
    failing.isOn = true;
    const { orm } = await connect(answerTo);

    for (let time = 0; time < SLOTS; time += 1)
      await expect(transaction(orm, (em) => em.execute('select work of the test'))).rejects.toThrow();
    failing.isOn = false;

    expect(await fillSlots(orm)).toBe(SLOTS);
    expect(await closeWithin(orm, 1000)).toBe(true);
  });
});

it('does not use a connection again whose rollback was refused', async () => {
  const { orm, server } = await connect((sql) => (/^rollback|work of/u.test(sql) ? 'error' : 'done'));
  await expect(transaction(orm, (em) => em.execute('work of the test'))).rejects.toThrow('refused by the test');
  await transaction(orm, (em) => em.execute('select 2'));

  expect(server.seen.startup).toHaveLength(2);
  await orm.close();
});

it('closes within a second while the server says nothing', async () => {
  const { orm } = await connect((sql) => (sql.includes('work of') ? 'silence' : 'done'));
  const waiting = transaction(orm, (em) => em.execute('work of the test'));
  const failed = expect(waiting).rejects.toThrow();
  await transaction(orm, (em) => em.execute('select 2'));

  expect(await closeWithin(orm, 1000)).toBe(true);
  await failed;
});

it('gives background work its share of the connections, and answers the others', async () => {
  const { orm } = await connect(() => 'done');
  const end = Promise.withResolvers<void>();
  let running = 0;
  const jobs = Array.from({ length: SLOTS }, (_, index) =>
    asBackground(`workspace ${index}`, () =>
      transaction(orm, async () => {
        running += 1;
        await end.promise;
      }),
    ),
  );
  const answers = await Promise.all(
    Array.from({ length: SLOTS }, () => transaction(orm, (em) => em.execute('select 2'))),
  );

  expect(answers).toHaveLength(SLOTS);
  expect(running).toBe(backgroundConnections(SLOTS));
  end.resolve();
  await Promise.all(jobs);
  expect(running).toBe(SLOTS);
  expect(await fillSlots(orm)).toBe(SLOTS);
});

it('leaves one connection of background work to other workspaces', async () => {
  const { orm } = await connect(() => 'done');
  const end = Promise.withResolvers<void>();
  const own = Array.from({ length: SLOTS }, () =>
    asBackground('one', () => transaction(orm, async () => void (await end.promise))),
  );

  await asBackground('other', () => transaction(orm, (em) => em.execute('select 2')));
  end.resolve();

  await expect(Promise.all(own)).resolves.toHaveLength(SLOTS);
});
