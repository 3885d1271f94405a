import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import nock from 'nock';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/config.ts';
import type { FileStore } from '../../src/file-store/file-store.ts';
import {
  checkDisk,
  checkFileStore,
  checkFonts,
  checkProxy,
  judgeClock,
  judgeDatabase,
} from '../../src/operator/doctor-checks.ts';
import { doctorCommands } from '../../src/operator/doctor-command.ts';
import { checked, resultLines } from '../../src/operator/doctor-result.ts';
import { silent } from '../support/conversation.ts';

const SERVER = {
  kind: 'server',
  version: '15.18',
  encoding: 'UTF8',
  isEmpty: false,
  role: 'recert_app',
  unprotected: [],
  pending: [],
  unknown: undefined,
  clockAheadMs: 0,
} as const;

describe('the database, as the doctor judges it', () => {
  it.each([
    ['it is migrated', {}, 'ok', 'PostgreSQL 15.18, UTF8, under the role recert_app, migrated.'],
    ['it is empty', { isEmpty: true }, 'ok', 'the tables are made at the first start'],
    ['migrations are missing', { pending: ['a', 'b'] }, 'ok', '2 migrations run at the next start'],
    ['a newer version made it', { unknown: '2030-01-01-new' }, 'failed', '2030-01-01-new'],
    ['a table is not protected', { unprotected: ['activity'] }, 'failed', 'Row-level security is off for activity.'],
  ] as const)('when %s', (_, over, state, finding) => {
    const judged = judgeDatabase({ ...SERVER, ...over });

    expect(judged.state).toBe(state);
    expect(judged.finding).toContain(finding);
  });
});

describe('the clock, as the doctor judges it', () => {
  it.each([
    [0, 'ok', '0.0 s'],
    [-5_001, 'warning', '5.0 s ahead of'],
    [240_001, 'failed', '240.0 s behind'],
  ])('when the server is %i ms ahead', (clockAheadMs, state, finding) => {
    const judged = judgeClock({ ...SERVER, clockAheadMs });

    expect([judged.state, judged.finding.includes(finding)]).toEqual([state, true]);
  });

  it('is not judged without a server', () => {
    expect(judgeClock({ kind: 'folder' }).state).toBe('skipped');
  });
});

describe('what recert needs beside the database', () => {
  it('a folder that is a file is found, with what to do', async () => {
    const judged = await checkDisk(join(process.execPath, 'data'));

    expect(judged).toMatchObject({ state: 'failed', remedy: expect.stringContaining('RECERT_DATA_DIR') });
    expect((await checkDisk(tmpdir())).finding).toContain('GB are free');
  });

  it('a proxy that nobody listens at is found', async () => {
    // Where requests are recorded, every connection is opened.
    nock.restore();
    onTestFinished(() => nock.activate());
    const server = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const address = server.address();
    const url = new URL(`http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`);
    const proxy = { https: url, isDirect: () => false, guardsFeeds: false };

    const open = await checkProxy(proxy);
    await new Promise((resolve) => server.close(resolve));
    const closed = await checkProxy(proxy);

    expect([open.state, closed.state]).toEqual(['ok', 'failed']);
    expect(closed.finding).toContain('the connection was refused');
  });

  it('a file store that answers with other bytes is found, and nothing stays in a good one', async () => {
    const stored = new Map<string, Uint8Array>();
    const good: FileStore = {
      put: async (key, bytes) => void stored.set(key, bytes),
      get: async (key) => stored.get(key),
      delete: async (key) => void stored.delete(key),
      list: async function* () {},
    };

    expect((await checkFileStore(good)).state).toBe('ok');
    expect(stored.size).toBe(0);
    expect((await checkFileStore({ ...good, get: async () => new Uint8Array([1]) })).state).toBe('failed');
    expect((await checkFileStore(undefined)).state).toBe('ok');
  });

  it('there is a font for each script', async () => {
    expect((await checkFonts()).state).toBe('ok');
  });
});

describe('the answer of the doctor', () => {
  const [doctor] = doctorCommands;

  async function run(env: Readonly<Record<string, string>>, json: boolean) {
    const printed: string[] = [];
    const context = {
      clock: { now: () => new Date() },
      log: silent,
      version: '1.0.0',
      config: () => readConfig(env, []),
      get: () => undefined,
      print: (text: string) => void printed.push(text),
      note: () => undefined,
    };
    const succeeded = await doctor.run({ args: {}, options: { json }, workspace: undefined, context });
    return { succeeded, text: printed.join('\n') };
  }

  it('names every wrong setting and fails', async () => {
    const { succeeded, text } = await run({ PORT: 'x', LOG_LEVEL: 'loud' }, false);

    expect(succeeded).toBe(false);
    expect(text).toMatch(/^FAILED\s+settings\s+PORT 'x' isn't valid/u);
    expect(text).toContain('LOG_LEVEL');
  });

  it('is JSON for programs', async () => {
    const { succeeded, text } = await run({ PORT: 'x' }, true);

    expect(succeeded).toBe(false);
    expect(JSON.parse(text)).toMatchObject({ ok: false, checks: [{ name: 'settings', state: 'failed' }] });
  });

  it('has the error of a check that throws as its finding', async () => {
    const result = await checked('database', () => Promise.reject(new Error('PostgreSQL refuses the login “x”.')));

    expect(resultLines([result])).toBe('FAILED   database  PostgreSQL refuses the login “x”.');
  });
});
