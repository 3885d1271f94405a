import { describe, expect, it } from 'vitest';
import { RefusedRequests } from '../../src/network/refused-requests.ts';

const LIMITS = { burst: 3, perSecond: 0.5, maxCallers: 100 };

function counting() {
  let now = 0;
  const refused = new RefusedRequests({ now: () => new Date(now) }, LIMITS);
  const pass = (seconds: number) => {
    now += seconds * 1000;
  };
  return { refused, pass };
}

describe('refused requests', () => {
  it('turn their caller away once there are too many, and say for how long', () => {
    const { refused, pass } = counting();

    expect(refused.secondsToWait('a')).toBe(0);
    expect([1, 2, 3].map(() => refused.count('a'))).toEqual([false, false, true]);
    expect(refused.secondsToWait('a')).toBe(2);
    expect(refused.secondsToWait('b')).toBe(0);
    pass(1);
    expect(refused.secondsToWait('a')).toBe(1);
    pass(1);
    expect(refused.secondsToWait('a')).toBe(0);
    expect(refused.count('a')).toBe(true);
    pass(3600);
    expect([1, 2, 3].map(() => refused.count('a'))).toEqual([false, false, true]);
  });

  it('remember the latest callers only', () => {
    const { refused } = counting();
    for (let attempt = 0; attempt < 3; attempt += 1) refused.count('first');
    for (let caller = 0; caller < 1000; caller += 1) refused.count(String(caller));

    expect(refused.size).toBe(100);
    expect(refused.secondsToWait('first')).toBe(0);
  });
});
