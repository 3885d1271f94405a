import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockData } from '../../src/store/data-lock.ts';

const cli = join(import.meta.dirname, '..', '..', 'src', 'cli.ts');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-cli-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Answer {
  readonly code: number | null;
  readonly out: string;
  readonly note: string;
}

const recert = (...args: string[]) => recertWith({}, ...args);

function recertWith(more: Readonly<Record<string, string>>, ...args: string[]): Promise<Answer> {
  const { PATH = '', TZ = 'UTC' } = process.env;
  const env = { PATH, TZ, RECERT_DATA_DIR: join(folder, 'data'), ...more };
  const child = spawn(process.execPath, [cli, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stated = { out: '', note: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    stated.out += chunk;
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stated.note += chunk;
  });
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, ...stated })));
}

describe('the command line', () => {
  it('says that a file came, and writes it where it is told to', async () => {
    const file = join(folder, 'records.csv');

    const untold = await recert('say', '--as', 'ana', 'export');
    const notified = await recert('say', '--as', 'ana', 'export', '--out', file);
    const refused = await recert('say', '--as', 'ana', 'export', '--out', join(folder, 'no', 'such', 'place'));

    expect(untold).toMatchObject({ code: 0, note: expect.stringContaining('Add --out FILE to write it') });
    expect(notified).toMatchObject({ code: 0, note: `Written: ${file}\n` });
    expect(readFileSync(file, 'utf8')).toMatch(/^\ufeffID,Title,Provider,/);
    expect(refused).toMatchObject({ code: 1, note: expect.stringContaining("couldn't be written") });
  }, 120_000);

  it('says that there is no file to attach, before anything is done', async () => {
    const missing = await recert('say', '--as', 'ana', 'log 2h', '--attach', join(folder, 'gone.pdf'));

    expect(missing).toMatchObject({ code: 2, note: expect.stringContaining("--attach: there's no file") });
  }, 120_000);

  it.each([
    ['evaluate', 'gone.json'],
    ['rules', 'import', 'gone.json', '--as', 'hugo'],
    ['catalogue', 'diff', 'gone.json', 'gone.json'],
    ['import', 'gone.json', '--as', 'ana'],
  ])('says that there is no file to read, before anything is done: %s', async (...line) => {
    expect(await recert(...line)).toEqual({
      code: 2,
      out: '',
      note: "There's no file at 'gone.json'.\nSee: npm run recert -- help\n",
    });
  });

  it.each([
    [['say', '--as', 'ana', 'pace'], { DATABASE_URL: 'postgres://nobody:hunter2@127.0.0.1:1/recert' }, 1],
    [['say', '--as', 'nobody at all', 'pace'], {}, 2],
    [['say', '--as', 'ana', 'risk in no such team'], {}, 1],
    [['role', 'ana', 'boss'], {}, 2],
    [['nonsense'], {}, 2],
    [['help'], {}, 0],
  ])(
    'answers %j in words, without a stack or a secret',
    async (line, more, code) => {
      const answer = await recertWith(more, ...line);

      expect(answer.code).toBe(code);
      expect(answer.note + answer.out).not.toMatch(/^\s+at |"frames"|node:internal|hunter2/mu);
      expect((answer.note + answer.out).trim()).not.toBe('');
    },
    60_000,
  );

  it('refuses a folder that another process uses, and one that can’t be created, in words', async () => {
    const lock = await lockData(join(folder, 'in-use'));

    const inUse = await recertWith({ RECERT_DATA_DIR: join(folder, 'in-use') }, 'audit', 'head');
    const belowFile = await recertWith({ RECERT_DATA_DIR: join(cli, 'data') }, 'audit', 'head');
    await lock.release();

    const words = new RegExp(`^Process ${process.pid} on .* is using the data in .*/in-use. Stop it, .*\\n$`);
    expect(inUse).toEqual({ code: 1, out: '', note: expect.stringMatching(words) });
    expect(belowFile).toMatchObject({ code: 1, note: expect.stringMatching(/^recert can't use the folder .*\n$/) });
  }, 60_000);

  it('protects the last admin, and says so', async () => {
    expect(await recert('role', 'hugo', 'member')).toMatchObject({
      code: 2,
      note: expect.stringContaining('is the only admin. Make another member an admin first.'),
    });
  }, 60_000);

  it('walks the log, and says where it ends and what is wrong', async () => {
    const head = await recert('audit', 'head');
    const whole = await recert('audit', 'verify', '--head', head.out.trim());
    const other = await recert('audit', 'verify', '--head', `1:${'0'.repeat(64)}`);
    const unread = await recert('audit', 'verify', '--head', '1');

    expect(head).toMatchObject({ code: 0, out: expect.stringMatching(/^\d+:[0-9a-f]{64}\n$/) });
    expect(whole).toMatchObject({ code: 0, out: expect.stringContaining(`entries intact. Head ${head.out.trim()}`) });
    expect(other).toMatchObject({
      code: 1,
      out: "The log is broken. Entry 1: it doesn't match the head given with --head.\n",
    });
    expect(unread).toMatchObject({ code: 2, note: expect.stringContaining("--head '1' isn't valid") });
  }, 120_000);

  it('writes what each platform has to be told, and says what is missing', async () => {
    const slack = await recert('manifest', 'slack', '--url', 'https://bot.example');
    const teams = await recert('manifest', 'nowhere');

    expect(JSON.parse(slack.out)).toMatchObject({ display_information: { name: 'recert' } });
    expect(teams).toMatchObject({ code: 2, note: expect.stringContaining("isn't a command") });
    expect(existsSync(join(folder, 'no'))).toBe(false);
  }, 120_000);
});
