import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';

const writer = join(import.meta.dirname, '..', 'support', 'writer.ts');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'recert-kill-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that logs credits without end, and prints the title of each one that was acknowledged. */
function startWriter(): { child: ChildProcess; acknowledged: string[]; reached(count: number): Promise<void> } {
  const child = spawn(process.execPath, [writer, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const acknowledged: string[] = [];
  const waiting: { count: number; resolve: () => void }[] = [];
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
    acknowledged.push(line);
    for (const one of waiting) if (acknowledged.length >= one.count) one.resolve();
  });
  const reached = (count: number) => new Promise<void>((resolve) => void waiting.push({ count, resolve }));
  return { child, acknowledged, reached };
}

const gone = (child: ChildProcess) => new Promise((resolve) => child.once('close', resolve));

describe('kill -9', () => {
  it('loses no acknowledged record and leaves no half one, three times in a row', async () => {
    const acknowledged: string[] = [];
    for (let round = 1; round <= 3; round += 1) {
      const { child, acknowledged: titles, reached } = startWriter();
      await reached(10 + round * 7);
      child.kill('SIGKILL');
      await gone(child);
      acknowledged.push(...titles);
    }

    const store = await Store.open({ kind: 'folder', path: folder });
    const workspaceId = await store.directory.workspaceOf('playground', 'kill', new Date());
    const { kept, claims } = await store.inWorkspace(workspaceId, async (data) => {
      const holdings = await data.holdings.all();
      const entries = await data.activities.entriesOf(holdings.map(({ holding }) => holding.holdingId));
      const claims = [...entries.values()].flat();
      const [person] = await data.people.all();
      const records = await Promise.all(claims.map(({ id }) => data.activities.get(person?.personId ?? '', id)));
      return { kept: records.map((record) => record?.title), claims };
    });
    await store.close();

    expect(acknowledged.length).toBeGreaterThan(60);
    expect(acknowledged.filter((title) => !kept.includes(title))).toEqual([]);
    expect(claims.every((claim) => claim.parts.length === 1)).toBe(true);
  }, 120_000);
});

describe('the lock on the embedded data', () => {
  it('refuses a second opener in words, and is given back on closing', async () => {
    const first = await Store.open({ kind: 'folder', path: folder });

    await expect(Store.open({ kind: 'folder', path: folder })).rejects.toThrow(/is using the data in .* Stop it first/);
    await first.close();

    const second = await Store.open({ kind: 'folder', path: folder });
    await second.close();
  }, 60_000);

  it.each([
    ['its process is gone', JSON.stringify({ pid: 2 ** 22 + 1, started: '1' })],
    ['its number is now another process', JSON.stringify({ pid: process.pid, started: '1' })],
    ['its writer died before it wrote', ''],
  ])(
    'is taken over when %s',
    async (_why, content) => {
      writeFileSync(join(folder, 'lock'), content);

      const store = await Store.open({ kind: 'folder', path: folder });

      await expect(store.ping()).resolves.toBeUndefined();
      await store.close();
    },
    60_000,
  );
});
