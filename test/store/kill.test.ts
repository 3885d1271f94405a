import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readAnchor, verifyLog } from '../../src/operator/audit.ts';
import type { Database } from '../../src/store/orm.ts';
import { Store } from '../../src/store/store.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { hasNamespaces, IN_NAMESPACE } from '../support/lock-starter.ts';
import { newTenant } from '../support/tenant.ts';
import { randomOf } from './tampering.ts';

/** Two hundred of them take many minutes: `npm run test:kills`, once without and once with `DATABASE_URL`. */
const KILLS = Number(process.env.RECERT_KILLS ?? 2);

const living = join(import.meta.dirname, '..', 'support', 'record-steps-process.ts');
let folder: string;

beforeAll(async () => {
  folder = await migratedDataFolder('recert-kill-');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process that lives the life of records; `heads` is where the log ended after each thing that it acknowledged. */
function startLiving(database: Database, tenant: string, prefix: readonly string[] = []) {
  const [command = '', ...args] = [...prefix, process.execPath, living, JSON.stringify(database), tenant];
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', prefix.length === 0 ? 'inherit' : 'pipe'] });
  const heads: string[] = [];
  const alive = Promise.withResolvers<void>();
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    heads.push(line);
    if (heads.length > 1) alive.resolve();
  });
  return { child, heads, alive: alive.promise };
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve));
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('kill -9', () => {
  it(`${KILLS} times, at any point of the life of records: what was acknowledged is there, nothing is half done, the log is whole`, async () => {
    const url = process.env.DATABASE_URL ?? '';
    const database: Database = url === '' ? { kind: 'folder', path: folder } : { kind: 'server', url };
    const tenant = newTenant();
    const heads: string[] = [];
    const broken: string[] = [];
    for (let round = 1; round <= KILLS; round += 1) {
      const { child, heads: acknowledged, alive } = startLiving(database, tenant);
      await alive;
      await pause(randomOf(round).below(1500));
      child.kill('SIGKILL');
      await gone(child);
      heads.push(...acknowledged);

      const store = await Store.open(database);
      const workspaceId = await store.directory.workspaceOf('slack', tenant, new Date());
      // The log holds a hash of every change, and is held against the tables: its acknowledged heads say what must be there.
      const verdict = await store.readLog(workspaceId, (log) => verifyLog(log, heads.map(readAnchor)));
      await store.close();
      if (verdict.kind === 'broken') broken.push(`kill ${round}, entry ${verdict.at}: ${verdict.why}`);
    }

    expect(broken).toEqual([]);
    expect(heads.length).toBeGreaterThan(KILLS);
  }, 3_600_000);
});

describe.runIf(hasNamespaces)('two containers on one folder (needs `unshare`)', () => {
  it('lose nothing: the second is refused in words, and all that the first acknowledged is there', async () => {
    const path = await migratedDataFolder('recert-containers-');
    const database: Database = { kind: 'folder', path };
    const tenant = newTenant();
    const first = startLiving(database, tenant, IN_NAMESPACE);
    await first.alive;

    const second = startLiving(database, tenant, IN_NAMESPACE);
    const [words, code] = await Promise.all([text(second.child.stderr as Readable), gone(second.child)]);
    first.child.kill('SIGKILL');
    await gone(first.child);

    expect(code).toBe(1);
    expect(words).toMatch(/DataInUse: Process 1 on .* is using the data in/);
    expect(second.heads).toEqual([]);
    const store = await Store.open(database);
    const workspaceId = await store.directory.workspaceOf('slack', tenant, new Date());
    const verdict = await store.readLog(workspaceId, (log) => verifyLog(log, first.heads.map(readAnchor)));
    await store.close();
    rmSync(path, { recursive: true });
    expect(verdict.kind).toBe('whole');
    expect(first.heads.length).toBeGreaterThan(1);
  }, 120_000);
});
