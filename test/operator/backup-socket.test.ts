import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { backupOfRunning, serveBackups } from '../../src/operator/backup-socket.ts';
import { openBackup } from '../../src/operator/read-backup.ts';
import { checkRestored, restoreBackup } from '../../src/operator/restore-backup.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, silent, talk } from '../support/conversation.ts';

const root = join(import.meta.dirname, '../..');
const catalogue = loadCatalogue();
const PASSPHRASE = 'a passphrase of the operator';
const clock = { now: () => new Date('2026-11-23T12:00:00Z') };
let folder: string;
let store: Store;
let stop: () => Promise<void>;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'recert-socket-'));
  store = await Store.open({ kind: 'folder', path: join(folder, 'data') });
  stop = await serveBackups(join(folder, 'data'), {
    ...{ store, catalogue, clock, version: '0.1.0', fileStore: undefined, log: silent },
  });
});
afterAll(async () => {
  await stop();
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

it('is made by the running recert under write load, by one command, and restores whole', {
  timeout: 240_000,
}, async () => {
  const ana = talk({ store });
  await addCertification(ana, 'cissp');
  await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: 'Before the backup' });
  const path = join(folder, 'backup.zip');
  const writing = { isOn: true, count: 0 };
  const writer = (async () => {
    while (writing.isOn) {
      writing.count += 1;
      await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: `Meanwhile ${writing.count}` });
    }
  })();

  const env = {
    PATH: process.env.PATH ?? '',
    RECERT_DATA_DIR: join(folder, 'data'),
    RECERT_BACKUP_PASSPHRASE: PASSPHRASE,
  };
  const child = spawn(process.execPath, ['src/cli.ts', 'backup', '--out', path], { cwd: root, env });
  const [printed, problems] = await Promise.all([text(child.stdout), text(child.stderr)]);
  writing.isOn = false;
  await writer;

  expect(problems).toBe('');
  expect(printed).toMatch(/^Backup written to .*: 1 workspaces, \d+ rows\./u);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const unfinished = () => readdirSync(join(folder, 'data')).filter((name) => name.startsWith('backup-'));
  await expect.poll(unfinished, { timeout: 30_000 }).toEqual([]);
  const database = { kind: 'folder', path: join(folder, 'restored') } as const;
  const file = await openBackup(path);
  await restoreBackup(database, file, { passphrase: PASSPHRASE, onWait: () => undefined });
  file.close();
  const restored = await Store.open(database);
  const { isWhole } = await checkRestored(restored, file.manifest, { catalogue, fileStore: undefined });
  const titles = await restored.snapshot(async (em) => {
    await em.execute(`select set_config('app.workspace', ?, true)`, [file.manifest.workspaces[0]?.workspaceId]);
    return em.execute<{ title: string }[]>('select title from activity');
  });
  await restored.close();

  expect(isWhole).toBe(true);
  expect(titles.map(({ title }) => title)).toContain('Before the backup');
});

it('is not asked of a process that has ended, and replaces no file', async () => {
  const left = join(folder, 'left-over');
  const other = await Store.open({ kind: 'folder', path: left });
  const stopOther = await serveBackups(left, {
    ...{ store: other, catalogue, clock, version: '0.1.0', fileStore: undefined, log: silent },
  });
  await stopOther();
  await other.close();
  const taken = join(folder, 'taken.zip.unfinished');
  writeFileSync(taken, 'another backup');

  expect(existsSync(join(left, 'backup.sock'))).toBe(false);
  expect(await backupOfRunning(left, join(folder, 'none.zip'), undefined)).toBeUndefined();
  await expect(backupOfRunning(join(folder, 'data'), join(folder, 'taken.zip'), undefined)).rejects.toThrow('EEXIST');
});
