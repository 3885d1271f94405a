import { describe, expect, it, vi } from 'vitest';
import { Readiness } from '../src/readiness.ts';

const START = '2026-11-30T08:00:00.000Z';
let now = new Date(START);
const clock = { now: () => now };
const later = (minutes: number) => {
  now = new Date(Date.parse(START) + minutes * 60_000);
};

describe('readiness', () => {
  it('names each part that does not work, and since when', async () => {
    later(0);
    const readiness = new Readiness(clock, async () => undefined, ['slack', 'teams']);
    later(1);
    readiness.report('slack', { kind: 'connected' });
    readiness.report('teams', { kind: 'disconnected', problem: 'Entra answered with status 503.' });

    expect(await readiness.check()).toEqual({
      isReady: false,
      parts: {
        database: { ready: true },
        slack: { ready: true },
        teams: { ready: false, since: START, problem: 'Entra answered with status 503.' },
      },
    });
  });

  it('counts the time of a database from its first failure', async () => {
    let isUp = false;
    const readiness = new Readiness(clock, async () => (isUp ? undefined : Promise.reject(new Error('down'))), []);
    later(0);
    await readiness.check();
    later(5);

    expect((await readiness.check()).parts).toEqual({
      database: { ready: false, since: START, problem: 'The database is not responding.' },
    });
    isUp = true;
    expect(await readiness.check()).toEqual({ isReady: true, parts: { database: { ready: true } } });
  });

  it('waits two seconds for the database', async () => {
    vi.useFakeTimers();
    const readiness = new Readiness(clock, () => new Promise(() => undefined), []);

    const checked = readiness.check();
    await vi.advanceTimersByTimeAsync(2000);
    vi.useRealTimers();

    expect((await checked).isReady).toBe(false);
  });

  it('says which reports are new', () => {
    const readiness = new Readiness(clock, async () => undefined, ['slack']);
    const problem = "Slack can't be reached.";

    expect(readiness.report('slack', { kind: 'disconnected', problem })).toBe(true);
    expect(readiness.report('slack', { kind: 'disconnected', problem })).toBe(false);
    expect(readiness.report('slack', { kind: 'disconnected', problem: 'Another.' })).toBe(true);
    expect(readiness.report('slack', { kind: 'connected' })).toBe(true);
    expect(readiness.report('slack', { kind: 'connected' })).toBe(false);
  });
});
