import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { writeBackup } from '../../src/operator/write-backup.ts';
import { RestoreUnfinished } from '../../src/store/restore-mark.ts';
import { Store } from '../../src/store/store.ts';
import { addCertification, logCredits, talk } from '../support/conversation.ts';
import { openStore } from '../support/store.ts';

const root = join(import.meta.dirname, '../..');
const world = openStore();

function restore(file: string, data: string) {
  const env = { PATH: process.env.PATH ?? '', RECERT_DATA_DIR: data };
  const child = spawn(process.execPath, ['src/cli.ts', 'restore', file, '--without-keys'], { cwd: root, env });
  const ended = Promise.all([text(child.stdout), text(child.stderr)]);
  return { child, ended };
}

it('a restore that was killed is refused at the next start, and can be made again', { timeout: 240_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'recert-restore-killed-'));
  const [file, data] = [join(folder, 'backup.zip'), join(folder, 'data')];
  const ana = talk({ store: world.store });
  await addCertification(ana, 'cissp');
  for (let count = 0; count < 5; count += 1)
    await logCredits(ana, '2026-11-20', { cissp: '1' }, { title: `Course ${count}` });
  const now = new Date('2026-11-23T12:00:00Z');
  const about = { now, version: '0.1.0', catalogue: loadCatalogue(), fileStore: undefined, passphrase: undefined };
  await writeBackup(world.store, file, about);

  const killed = restore(file, data);
  while (!existsSync(join(data, 'restore-unfinished')) && killed.child.exitCode === null) await pause(2);
  killed.child.kill('SIGKILL');
  await killed.ended;

  await expect(Store.open({ kind: 'folder', path: data })).rejects.toThrow(RestoreUnfinished);
  const again = restore(file, data);
  const [printed] = await again.ended;
  expect(printed).toMatch(/^Restored \d+ workspaces from 2026-11-23T12:00:00.000Z\./u);
  const restored = await Store.open({ kind: 'folder', path: data });
  await restored.close();
  rmSync(folder, { recursive: true, force: true });
});
