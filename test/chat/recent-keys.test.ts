import { beforeEach, describe, expect, it } from 'vitest';
import { Recent } from '../../src/chat/recent-keys.ts';

let now: number;
const clock = { now: () => new Date(now) };
beforeEach(() => {
  now = 1000;
});

describe('recent values', () => {
  it.each([
    [0, 'a'],
    [99, 'a'],
    [100, undefined],
  ])('%i ms later: %s', (later, expected) => {
    const recent = new Recent<string>(clock, 100, 5);
    recent.set('key', 'a');
    now += later;

    expect(recent.get('key')).toBe(expected);
  });

  it('are dropped by age first: the oldest beyond the limit', () => {
    const recent = new Recent<number>(clock, 100, 2);
    for (const key of ['one', 'two', 'three']) recent.set(key, 1);

    expect([recent.get('one'), recent.get('two'), recent.get('three')]).toEqual([undefined, 1, 1]);
    expect(recent.size).toBe(2);
  });

  it('count as new when they are set again', () => {
    const recent = new Recent<number>(clock, 100, 2);
    recent.set('one', 1);
    recent.set('two', 2);
    recent.set('one', 3);
    recent.set('three', 4);

    expect([recent.get('one'), recent.get('two')]).toEqual([3, undefined]);
  });

  it('free the memory of everything that is too old when one is set', () => {
    const recent = new Recent<number>(clock, 100, 50);
    recent.set('one', 1);
    recent.set('two', 2);
    now += 100;
    recent.set('three', 3);

    expect(recent.size).toBe(1);
  });
});

describe('once', () => {
  it('runs the work of equal keys once', async () => {
    const recent = new Recent<Promise<number>>(clock, 100, 5);
    let runs = 0;
    const work = async () => {
      runs += 1;
      return runs;
    };

    expect(await Promise.all([recent.once('key', work), recent.once('key', work)])).toEqual([1, 1]);
    expect(await recent.once('other', work)).toBe(2);
  });

  it('runs it again after a failure', async () => {
    const recent = new Recent<Promise<number>>(clock, 100, 5);
    await expect(recent.once('key', () => Promise.reject(new Error('busy')))).rejects.toThrow('busy');

    expect(await recent.once('key', async () => 7)).toBe(7);
  });
});
