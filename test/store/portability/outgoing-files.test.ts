import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { PendingFiles } from '../../../src/store/portability/outgoing-files.ts';
import { NOW, openWorkspace } from '../workspace.ts';

const world = openWorkspace();
const DAY_MS = 86_400_000;
const content = { command: 'export', name: 'records.csv', type: 'text/csv' };
let ana = '';
let fileId = '';

beforeEach(async () => {
  ana = await world.join('ana');
  fileId = await files((stored) => stored.add({ ...content, personId: ana, bytes: Buffer.from('1;2') }, NOW));
});

function files<T>(work: (stored: PendingFiles) => Promise<T>): Promise<T> {
  return world.inWorkspace((data) => work(data.files));
}

function later(ms: number): Date {
  return new Date(NOW.getTime() + ms);
}

describe('a file that waits', () => {
  it('is there for its person, for seven days', async () => {
    const found = await files(async (stored) => ({
      own: await stored.get(ana, fileId, later(7 * DAY_MS - 1)),
      late: await stored.get(ana, fileId, later(7 * DAY_MS)),
      foreign: await stored.get(randomUUID(), fileId, NOW),
    }));

    expect(found).toMatchObject({ own: { ...content, personId: ana, fileId }, late: undefined, foreign: undefined });
    expect(Buffer.from(found.own?.bytes ?? []).toString()).toBe('1;2');
  });

  it.each([
    [0, 'busy'],
    [120_000, 'busy'],
    [120_001, 'file'],
  ])('is handed out again after %i ms: %s', async (ms, expected) => {
    expect(await files((stored) => stored.claim(ana, fileId, NOW))).toMatchObject({ fileId });
    const again = await files((stored) => stored.claim(ana, fileId, later(ms)));

    expect(again === 'busy' ? again : 'file').toBe(expected);
  });

  it('is free when it was given back, and gone when it was deleted', async () => {
    await files((stored) => stored.claim(ana, fileId, NOW));
    await files((stored) => stored.release(ana, fileId));
    expect(await files((stored) => stored.claim(ana, fileId, NOW))).toMatchObject({ fileId });
    await files((stored) => stored.delete(randomUUID(), fileId));
    expect(await files((stored) => stored.claim(ana, fileId, NOW))).toBe('busy');
    await files((stored) => stored.delete(ana, fileId));
    expect(await files((stored) => stored.claim(ana, fileId, NOW))).toBeUndefined();
  });

  it('is forgotten when its time is over', async () => {
    expect(await files((stored) => stored.forget(later(7 * DAY_MS)))).toBe(0);
    expect(await files((stored) => stored.forget(later(7 * DAY_MS + 1)))).toBe(1);
  });
});

describe('a link to a file', () => {
  it('is good for a day, with its secret alone', async () => {
    const secret = await files((stored) => stored.openLink(fileId, NOW));
    const find = (typed: string, at: Date, id = fileId) => files((stored) => stored.findByLink(id, typed, at));

    expect(secret).toMatch(/^[\w-]{43}$/u);
    expect(await find(secret, later(DAY_MS - 1))).toMatchObject({ fileId });
    expect(await find(secret, later(DAY_MS))).toBeUndefined();
    expect(await find(`${secret}x`, NOW)).toBeUndefined();
    expect(await find(secret, NOW, randomUUID())).toBeUndefined();
  });

  it('is void when another is opened', async () => {
    const first = await files((stored) => stored.openLink(fileId, NOW));
    const second = await files((stored) => stored.openLink(fileId, NOW));

    expect(await files((stored) => stored.findByLink(fileId, first, NOW))).toBeUndefined();
    expect(await files((stored) => stored.findByLink(fileId, second, NOW))).toMatchObject({ fileId });
  });

  it('ends with its file, whose time can be set to that of the link', async () => {
    await files((stored) => stored.keepForLink(fileId, NOW));

    expect(await files((stored) => stored.get(ana, fileId, later(DAY_MS - 1)))).toMatchObject({ fileId });
    expect(await files((stored) => stored.get(ana, fileId, later(DAY_MS)))).toBeUndefined();
  });
});
