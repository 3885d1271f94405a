import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { lockData } from '../../src/store/data-lock.ts';
import { IMPATIENT, killedIn, REMAINS } from '../support/lock-remains.ts';
import { hasNamespaces, IN_NAMESPACE, type LockStarter, startLockStarter } from '../support/lock-starter.ts';

/** How many processes start at once, and how often; `npm run test:locks` runs a hundred rounds. */
const STARTERS = 25;
const ROUNDS = Number(process.env.RECERT_LOCK_ROUNDS ?? 1);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-lock-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const started: LockStarter[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((starter) => starter.kill()));
});

async function start(prefix: readonly string[] = []): Promise<LockStarter> {
  const starter = await startLockStarter(prefix);
  started.push(starter);
  return starter;
}

describe('many starts at once', () => {
  let starters: readonly LockStarter[];
  beforeAll(async () => {
    starters = await Promise.all(Array.from({ length: STARTERS }, () => startLockStarter()));
  }, 60_000);
  afterAll(() => Promise.all(starters.map((starter) => starter.kill())));

  it.each(REMAINS)(
    'let exactly one of them use a folder %s, and refuse the others in words',
    async (_what, write) => {
      for (let round = 1; round <= ROUNDS; round += 1) {
        rmSync(folder, { recursive: true });
        mkdirSync(folder);
        await write(folder);

        const at = Date.now() + 100;
        const reports = await Promise.all(starters.map((one) => one.lock(folder, { at, timing: IMPATIENT })));
        await Promise.all(starters.map((one) => one.release()));

        expect(reports.filter(({ kind }) => kind === 'locked')).toHaveLength(1);
        const refused = reports.filter(({ kind }) => kind === 'refused');
        expect(refused.map(({ message }) => message)).toEqual(
          Array.from({ length: STARTERS - 1 }, () =>
            expect.stringContaining(`is using the data in ${folder}. Stop it`),
          ),
        );
      }
    },
    600_000,
  );
});

describe('one start', () => {
  it('is refused with the folder, the holder and what to do, and works at once after the release', async () => {
    const lock = await lockData(folder);

    await expect(lockData(folder)).rejects.toMatchObject({
      name: 'DataInUse',
      message: expect.stringMatching(
        `^Process ${process.pid} on ${hostname()} \\(since .* UTC\\) is using the data in ${folder}. Stop it, .* PostgreSQL`,
      ),
    });
    await lock.release();

    const next = await lockData(folder);
    await next.release();
    expect(readdirSync(folder)).toEqual(['process.lock']);
  });

  it('works within two seconds after a kill', async () => {
    await killedIn(folder);
    const began = performance.now();

    const lock = await lockData(folder);

    expect(performance.now() - began).toBeLessThan(2000);
    await lock.release();
  });

  it('is refused while the holder is paused', async () => {
    const holder = await start();
    await holder.lock(folder, { timing: IMPATIENT });
    holder.signal('SIGSTOP');

    await expect(lockData(folder, { timing: IMPATIENT })).rejects.toThrow('is using the data in');
  });

  it.runIf(process.platform === 'linux').each([
    ['can’t be created', '/proc/nowhere/data', "ENOENT: no such file or directory, mkdir '/proc/nowhere'"],
    ['can’t be written', '/proc', "/proc/process.lock can't be opened for writing"],
    ['is below a file', `${import.meta.filename}/data`, `${import.meta.filename} is not a folder`],
  ])('is refused in words, at once, if the folder %s', async (_what, path, reason) => {
    await expect(lockData(path)).rejects.toThrow(
      `recert can't use the folder ${path}: ${reason}. Set RECERT_DATA_DIR to a folder on a local disk`,
    );
  });
});

describe.runIf(hasNamespaces)('in two containers on one folder (needs `unshare`)', () => {
  it('the second is refused while the first lives, and works once it is killed', async () => {
    const [first, second] = await Promise.all([start(IN_NAMESPACE), start(IN_NAMESPACE)]);
    await first.lock(folder);

    const refused = await second.lock(folder);
    await first.kill();
    const locked = await second.lock(folder);

    expect(refused).toEqual({ kind: 'refused', message: expect.stringContaining('is using the data in') });
    expect(locked).toMatchObject({ kind: 'locked' });
  });
});
