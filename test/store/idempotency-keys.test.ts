import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { IdempotencyKeys } from '../../src/store/idempotency-keys.ts';
import { asOperator, openStore } from '../support/store.ts';

const world = openStore();
const now = new Date('2026-11-23T12:00:00Z');
let workspaceId = '';

beforeEach(() => {
  workspaceId = randomUUID();
});

function keys<T>(work: (stored: IdempotencyKeys) => Promise<T>): Promise<T> {
  return asOperator(world.store, workspaceId, ({ idempotencyKeys }) => work(idempotencyKeys));
}

describe('an act with a key', () => {
  it('is claimed once, and its answer is given again', async () => {
    const first = await keys(async (stored) => {
      const claimed = await stored.claim('a', now);
      await stored.answer('a', { kind: 'card' });
      return claimed;
    });

    expect(first).toBeUndefined();
    expect(await keys((stored) => stored.claim('a', now))).toEqual({ answered: { kind: 'card' } });
    expect(await keys((stored) => stored.claim('b', now))).toBeUndefined();
  });

  it('has no answer when none was saved', async () => {
    await keys((stored) => stored.claim('a', now));

    expect(await keys((stored) => stored.claim('a', now))).toEqual({ answered: null });
  });

  it('may be tried again when it was given back, or when its transaction failed', async () => {
    await keys(async (stored) => {
      await stored.claim('a', now);
      await stored.release('a');
    });
    const failed = keys(async (stored) => {
      await stored.claim('b', now);
      throw new Error('It failed.');
    });

    await expect(failed).rejects.toThrow('It failed.');
    expect(await keys((stored) => stored.claim('a', now))).toBeUndefined();
    expect(await keys((stored) => stored.claim('b', now))).toBeUndefined();
  });

  it('is forgotten after some time', async () => {
    await keys((stored) => stored.claim('a', now));

    expect(await keys((stored) => stored.forget(now))).toBe(0);
    expect(await keys((stored) => stored.forget(new Date(now.getTime() + 1)))).toBe(1);
    expect(await keys((stored) => stored.claim('a', now))).toBeUndefined();
  });

  it('has nothing to do with the same key of another workspace', async () => {
    await keys((stored) => stored.claim('a', now));
    workspaceId = randomUUID();

    expect(await keys((stored) => stored.claim('a', now))).toBeUndefined();
  });
});
