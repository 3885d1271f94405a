import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { migrations } from '../../migrations/index.ts';
import { databaseFolder } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';

/** How many processes are killed while they migrate; `npm run test:migration-kills` kills fifty. */
const KILLS = Number(process.env.RECERT_MIGRATION_KILLS ?? 1);
const script = join(import.meta.dirname, '../support/open-store-process.ts');

function openIn(path: string): ChildProcess {
  return spawn(process.execPath, [script, JSON.stringify({ kind: 'folder', path })], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

describe('kill -9 during the migrations', () => {
  it(`${KILLS} times, at any point: the next process finishes them, once`, { timeout: KILLS * 120_000 }, async () => {
    const ended = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const path = mkdtempSync(join(tmpdir(), 'recert-migration-'));
      const child = openIn(path);
      const closed = once(child, 'close');
      while (!existsSync(databaseFolder({ path })) && child.exitCode === null) await pause(5);
      await pause(20 + ((kill * 137) % 3000));
      child.kill('SIGKILL');
      await closed;

      const store = await Store.open({ kind: 'folder', path });
      const run = await store.orm.em
        .fork()
        .execute<{ name: string }[]>('select name from mikro_orm_migrations order by id');
      await store.close();
      rmSync(path, { recursive: true });
      ended.push(run.map(({ name }) => name));
    }

    expect(ended).toEqual(Array.from({ length: KILLS }, () => migrations.map(({ name }) => name)));
  });
});
