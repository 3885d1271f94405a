import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectionAttempts } from '../../src/chat/connection-attempts.ts';
import { PlatformRefusal } from '../../src/chat/platform-status.ts';

let outcomes: (Error | 'connected')[];
let reported: string[];
let tries: number;

beforeEach(() => {
  vi.useFakeTimers();
  reported = [];
  tries = 0;
});
afterEach(() => {
  vi.useRealTimers();
});

function attempts() {
  return connectionAttempts({
    connect: async () => {
      tries += 1;
      const outcome = outcomes.shift() ?? new Error('down');
      if (outcome !== 'connected') throw outcome;
    },
    problemOf: (error) => (error instanceof Error ? error.message : ''),
    report: (status) => void reported.push(status.kind === 'connected' ? 'connected' : status.problem),
  });
}

describe('the attempts to connect', () => {
  it('follow a failure with pauses that grow to a minute, until one succeeds', async () => {
    outcomes = [];
    await attempts().start();
    const at: number[] = [];
    for (let second = 1; second <= 200; second += 1) {
      const before = tries;
      await vi.advanceTimersByTimeAsync(1000);
      if (tries > before) at.push(second);
    }
    outcomes = ['connected'];
    await vi.advanceTimersByTimeAsync(60_000);
    const settled = tries;
    await vi.advanceTimersByTimeAsync(600_000);

    expect(at).toEqual([1, 3, 7, 15, 31, 63, 123, 183]);
    expect(reported.at(-1)).toBe('connected');
    expect(tries).toBe(settled);
  });

  it('end with a refusal at the start', async () => {
    outcomes = [new PlatformRefusal('Set another token.')];

    await expect(attempts().start()).rejects.toThrow('Set another token.');
    await vi.advanceTimersByTimeAsync(600_000);

    expect(tries).toBe(1);
  });

  it('go on after a refusal that came later', async () => {
    outcomes = [new Error('down'), new PlatformRefusal('Set another token.'), 'connected'];

    await attempts().start();
    await vi.advanceTimersByTimeAsync(10_000);

    expect(reported).toEqual(['down', 'Set another token.', 'connected']);
  });

  it('begin again once when the connection is lost, and end when stopped', async () => {
    outcomes = ['connected', 'connected'];
    const all = attempts();

    await all.start();
    all.resume();
    all.resume();
    await vi.advanceTimersByTimeAsync(1000);
    const again = tries;
    all.resume();
    all.stop();
    all.resume();
    await vi.advanceTimersByTimeAsync(600_000);

    expect([again, tries]).toEqual([2, 2]);
  });
});
