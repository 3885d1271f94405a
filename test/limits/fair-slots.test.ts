import { describe, expect, it } from 'vitest';
import { FairSlots, NoSlot } from '../../src/limits/fair-slots.ts';

/** Asks for slots in this order while one slot is taken; returns the order in which they are given. */
async function orderOf(owners: readonly string[], slots: FairSlots): Promise<readonly string[]> {
  const order: string[] = [];
  const first = await slots.acquire('first');
  const all = owners.map(async (owner) => {
    const release = await slots.acquire(owner);
    order.push(owner);
    await Promise.resolve();
    release();
  });
  first();
  await Promise.all(all);
  return order;
}

describe('slots', () => {
  it('go to owners in turn, however many of one wait', async () => {
    const order = await orderOf(['a', 'a', 'a', 'a', 'b', 'c', 'b'], new FairSlots({ maxRunning: 1 }));

    expect(order).toEqual(['a', 'b', 'c', 'a', 'b', 'a', 'a']);
  });

  it('go to the owner that has the fewest', async () => {
    const slots = new FairSlots({ maxRunning: 3 });
    const taken = [await slots.acquire('busy'), await slots.acquire('busy'), await slots.acquire('other')];
    const given: string[] = [];
    const waiting = ['busy', 'new'].map((owner) => slots.acquire(owner).then(() => given.push(owner)));

    taken[2]?.();
    await waiting[1];
    expect(given).toEqual(['new']);
    taken[0]?.();
    await waiting[0];

    expect(given).toEqual(['new', 'busy']);
  });

  it('leave some for others when one owner has its most', async () => {
    const slots = new FairSlots({ maxRunning: 2, maxRunningOfOwner: 1 });
    const first = await slots.acquire('a');
    let isSecond = false;
    const second = slots.acquire('a').then((release) => {
      isSecond = true;
      return release;
    });
    const other = await slots.acquire('b');

    expect(isSecond).toBe(false);
    other();
    await Promise.resolve();
    expect(isSecond).toBe(false);
    first();
    (await second)();
    expect(slots.figures).toEqual({ running: 0, waiting: 0 });
  });

  it('are refused past what may wait, in all and of one owner, and after the longest wait', async () => {
    const slots = new FairSlots({ maxRunning: 1, maxWaiting: 2, maxWaitingOfOwner: 1 });
    const release = await slots.acquire('a');
    const waiting = slots.acquire('a');

    await expect(slots.acquire('a')).rejects.toMatchObject({ reason: 'owner-full' });
    await expect(slots.acquire('b', 1)).rejects.toMatchObject({ reason: 'too-late' });
    const other = slots.acquire('b');
    await expect(slots.acquire('c')).rejects.toThrow(NoSlot);
    await expect(slots.acquire('c')).rejects.toMatchObject({ reason: 'full' });
    expect([slots.countOf('a'), slots.countOf('b'), slots.countOf('c')]).toEqual([2, 1, 0]);
    release();
    (await waiting)();
    (await other)();

    expect(slots.figures).toEqual({ running: 0, waiting: 0 });
  });

  it('are given back once, also if that is said twice', async () => {
    const slots = new FairSlots({ maxRunning: 2 });
    const release = await slots.acquire('a');
    await slots.acquire('b');
    release();
    release();

    expect(slots.figures.running).toBe(1);
  });
});
