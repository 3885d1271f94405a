import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClaimTiming, claimFolder } from '../../src/store/claim-folder.ts';
import { lockData } from '../../src/store/data-lock.ts';
import { Heartbeat } from '../../src/store/heartbeat.ts';
import type { HeartbeatTask } from '../../src/store/heartbeat-worker.ts';
import { DataLockLost } from '../../src/store/lock-errors.ts';
import { holderText, readHolderText } from '../../src/store/lock-holder.ts';
import { Store } from '../../src/store/store.ts';
import { migratedDataFolder } from '../support/data-folder.ts';
import { GONE, IMPATIENT, PATIENT, REMAINS } from '../support/lock-remains.ts';
import { startLockStarter } from '../support/lock-starter.ts';

/** How many machines claim a folder at once. */
const MACHINES = 25;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Without its file, the lock of the kernel says nothing, as between two machines. */
const breakKernelLock = () => rmSync(join(folder, 'process.lock'));

describe('where the lock of the kernel does not reach', () => {
  it('refuses a start as soon as the heartbeat of the holder is seen', async () => {
    const holder = await lockData(folder, { timing: IMPATIENT });
    breakKernelLock();

    await expect(lockData(folder, { timing: PATIENT })).rejects.toThrow('is using the data in');
    holder.check();
    await holder.release();
  });

  it('stops a holder that was paused for so long that another process has the folder', async () => {
    const holder = await startLockStarter();
    await holder.lock(folder, { timing: IMPATIENT });
    holder.signal('SIGSTOP');
    breakKernelLock();

    const lock = await lockData(folder, { timing: IMPATIENT });
    const lost = holder.next();
    holder.signal('SIGCONT');

    expect(await lost).toEqual({
      kind: 'lost',
      message: expect.stringMatching(`^Process ${process.pid} on .* has taken the data in .* recert stops`),
    });
    lock.check();
    await lock.release();
    await holder.kill();
  });

  it.each(REMAINS.filter(([what]) => what !== 'of a process that was killed'))(
    'lets one of 25 machines use a folder %s',
    async (what, write) => {
      await write(folder);
      const timing = what === 'that is new' ? PATIENT : IMPATIENT;
      const claims = Array.from({ length: MACHINES }, (_, index) =>
        claimFolder({ folder, scope: `kernel ${index}` }, { timing }),
      );

      const outcomes = await Promise.allSettled(claims);

      const claimed = outcomes.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
      const refused = outcomes.flatMap((one) => (one.status === 'rejected' ? [one.reason.name] : []));
      expect(claimed).toHaveLength(1);
      expect(refused).toEqual(Array.from({ length: MACHINES - 1 }, () => 'DataInUse'));
      claimed[0]?.check();
      await claimed[0]?.release();
    },
    60_000,
  );

  it('refuses the first of two that replace the file of a dead process', async () => {
    const file = join(folder, 'process.json');
    writeFileSync(file, '');
    const second = new Heartbeat(file, { ...GONE, id: 'second' });
    const first = claimFolder({ folder, scope: 'first' }, { timing: { ...IMPATIENT, confirmMs: 2000 } });
    const refused = expect(first).rejects.toThrow('Process 1 on gone');
    await vi.waitFor(() => expect(readHolderText(file)).toContain('first'), { timeout: 60_000, interval: 5 });

    second.replace();

    await refused;
    expect(second.isCurrent()).toBe(true);
    await second.stop();
  }, 60_000);

  it('lets the first of two have a folder without a file', async () => {
    const file = join(folder, 'process.json');
    const [first, second] = ['first', 'second'].map((id) => new Heartbeat(file, { ...GONE, id }));

    expect([first?.place(), second?.place()]).toEqual(['placed', 'exists']);

    expect(readHolderText(file)).toContain('first');
    await Promise.all([first?.stop(), second?.stop()]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that it waits, and stops waiting when the other process releases the folder', async () => {
    writeFileSync(join(folder, 'process.json'), holderText(GONE, 7));
    const sentences: string[] = [];

    const lock = await lockData(folder, {
      timing: { ...IMPATIENT, watchMs: 600_000, confirmMs: 600_000 },
      onWait: (sentence) => {
        sentences.push(sentence);
        rmSync(join(folder, 'process.json'));
      },
    });

    lock.check();
    await lock.release();
    expect(sentences).toEqual([
      `Process 1 on gone (since 1 Jan 2026, 00:00 UTC) didn't release the data in ${folder}. Waiting up to 1200 seconds to see whether it still runs ...`,
    ]);
  });
});

describe('a holder', () => {
  it('stops when its file was deleted', async () => {
    const { promise: lost, resolve: onLost } = Promise.withResolvers<DataLockLost>();
    const lock = await lockData(folder, { timing: IMPATIENT, onLost });

    rmSync(join(folder, 'process.json'));

    expect((await lost).message).toContain(`The file process.json in ${folder} was deleted`);
    expect(() => lock.check()).toThrow(DataLockLost);
    await lock.release();
  });

  it('stops when its heartbeat could not be written for long', async () => {
    const file = join(folder, 'process.json');
    const worker = new Worker(new URL('../../src/store/heartbeat-worker.ts', import.meta.url), {
      workerData: { ...IMPATIENT, handle: 2 ** 20, limitMs: 50, file, holder: GONE } satisfies HeartbeatTask &
        ClaimTiming,
    });

    const [end] = await once(worker, 'message');
    await worker.terminate();

    expect(end).toEqual({ kind: 'failing', reason: 'EBADF' });
  });

  it('writes nothing more to the database once the folder is lost', async () => {
    const path = await migratedDataFolder('recert-lost-');
    const lost: string[] = [];
    const store = await Store.open({ kind: 'folder', path }, { onLost: ({ name }) => lost.push(name) });
    const found = () => store.directory.workspaces();
    expect(await found()).toEqual([]);

    rmSync(join(path, 'process.json'));

    await expect(store.directory.workspaceOf('slack', 'T1', new Date())).rejects.toThrow('recert stops');
    await expect(found()).rejects.toThrow('recert stops');
    await expect(store.close()).rejects.toThrow(DataLockLost);
    expect(lost).toEqual(['DataLockLost']);
    const next = await Store.open({ kind: 'folder', path });
    expect(await next.directory.workspaces()).toEqual([]);
    await next.close();
    rmSync(path, { recursive: true });
  }, 60_000);
});
