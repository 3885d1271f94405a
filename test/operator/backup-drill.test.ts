import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PostgreSqlConnection } from '@mikro-orm/postgresql';
import type { MikroORM } from '@mikro-orm/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { openBackup } from '../../src/operator/read-backup.ts';
import { checkRestored, restoreBackup } from '../../src/operator/restore-backup.ts';
import { writeBackup } from '../../src/operator/write-backup.ts';
import { type Database, openOrm } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, type Talk, talk, textOf } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

/** A hundred take many minutes: `npm run test:backups`, once without and once with `DATABASE_URL`, whose login may create databases. */
const BACKUPS = Number(process.env.RECERT_BACKUPS ?? 1);
const WRITERS = ['ana', 'bo', 'cid', 'dora'];
const url = process.env.DATABASE_URL ?? '';
const catalogue = loadCatalogue();
const world = openStore();
let folder: string;
let server: MikroORM | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recert-drill-'));
  if (url !== '') server = await openOrm({ kind: 'server', url });
});
afterAll(async () => {
  await server?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Runs a statement that can't be part of a transaction. */
async function runAlone(sql: string): Promise<void> {
  const connection = server?.em.getConnection();
  if (!(connection instanceof PostgreSqlConnection)) throw new Error('This is no PostgreSQL server.');
  await (await connection.getNativeClient()).query(sql);
}

/** An empty database of the same kind. */
async function emptyDatabase(): Promise<{ readonly database: Database; drop(): Promise<void> }> {
  if (url === '') {
    const path = mkdtempSync(join(folder, 'data-'));
    return { database: { kind: 'folder', path }, drop: async () => rmSync(path, { recursive: true }) };
  }
  const name = `recert_drill_${randomUUID().replaceAll('-', '')}`;
  await runAlone(`create database ${name} encoding 'UTF8' template template0`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return { database: { kind: 'server', url: address.href }, drop: () => runAlone(`drop database ${name}`) };
}

/** People who log without a pause; `acknowledged` are the titles of which recert said that they are saved. */
function startWriting(people: readonly Talk[]) {
  const acknowledged: string[] = [];
  const writing = { isOn: true };
  const done = Promise.allSettled(
    people.map(async (person) => {
      while (writing.isOn) {
        const title = `drill ${randomUUID()}`;
        const reply = await logCredits(person, '2026-11-20', { cissp: '1' }, { title });
        if (reply.kind !== 'card') throw new Error(`Not saved: ${textOf(reply)}`);
        acknowledged.push(title);
      }
    }),
  );
  return {
    acknowledged,
    stop: async () => {
      writing.isOn = false;
      const failed = (await done).find((one) => one.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}

describe('the drill of backups', () => {
  it(
    `${BACKUPS} times under write load: what was acknowledged before is there, the log is whole, the figures are the same`,
    async () => {
      const ana = talk({ store: world.store });
      const people = WRITERS.map((user) => talk({ ...ana.options, user }));
      for (const person of people) await addCertification(person, 'cissp');
      const writers = startWriting(people);
      const found: { lost: number; isWhole: boolean; tables: boolean }[] = [];
      try {
        for (let round = 1; round <= BACKUPS; round += 1) {
          await expect.poll(() => writers.acknowledged.length, { timeout: 60_000 }).toBeGreaterThan(round * 3);
          const path = join(folder, `${round}.zip`);
          const before = [...writers.acknowledged];
          const about = { now: new Date('2026-11-23T12:00:00Z'), version: '0.1.0', catalogue, fileStore: undefined };
          const manifest = await writeBackup(world.store, path, { ...about, passphrase: undefined });

          const { database, drop } = await emptyDatabase();
          const file = await openBackup(path);
          await restoreBackup(database, file, { passphrase: undefined, onWait: () => undefined });
          file.close();
          const restored = await Store.open(database);
          const { isWhole } = await checkRestored(restored, manifest, { catalogue, fileStore: undefined });
          const titles = await restored.snapshot((em) =>
            titlesIn(
              em,
              manifest.workspaces.map((one) => one.workspaceId),
            ),
          );
          await restored.close();
          await drop();
          const lost = before.filter((title) => !titles.has(title)).length;
          found.push({ lost, isWhole, tables: manifest.tables.length > 30 });
        }
      } finally {
        await writers.stop();
      }

      expect(found.filter(({ lost, isWhole, tables }) => lost > 0 || !isWhole || !tables)).toEqual([]);
      expect(found).toHaveLength(BACKUPS);
    },
    3_600_000 * 3,
  );
});

async function titlesIn(
  em: Parameters<Parameters<Store['snapshot']>[0]>[0],
  workspaces: readonly string[],
): Promise<ReadonlySet<string>> {
  const titles = new Set<string>();
  for (const workspaceId of workspaces) {
    await em.execute(`select set_config('app.workspace', ?, true)`, [workspaceId]);
    const rows = await em.execute<{ title: string }[]>('select title from activity');
    for (const { title } of rows) titles.add(title);
  }
  return titles;
}
