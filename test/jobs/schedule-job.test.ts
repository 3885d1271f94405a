import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { scheduleJob } from '../../src/jobs/schedule-job.ts';

const NOON = new Date('2026-11-30T12:00:00Z');
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
let runs: number;
let lines: string[];
let stop: () => Promise<void>;

beforeEach(() => {
  vi.useFakeTimers({ now: NOON });
  [runs, lines] = [0, []];
  const log = { debug: () => {}, info: () => {}, warn: (line: string) => void lines.push(line), error: () => {} };
  const run = async () => {
    runs += 1;
  };
  stop = scheduleJob({ name: 'test', times: '* * * * *', log, run });
});
afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

async function runsWithin(minutes: number): Promise<number> {
  const before = runs;
  await vi.advanceTimersByTimeAsync(minutes * MINUTE_MS);
  return runs - before;
}

it('runs at its times', async () => {
  expect(await runsWithin(3)).toBe(3);
});

it.each([
  ['ten minutes back', -10 * MINUTE_MS],
  ['two days back', -2 * DAY_MS],
  ['four months forward', 120 * DAY_MS],
])('goes on when the clock is set %s, makes up for it once, and says so in one line', async (_how, ms) => {
  await runsWithin(1);
  vi.setSystemTime(Date.now() + ms);

  // Once at once, and then at its times.
  expect(await runsWithin(3)).toBe(4);
  expect(lines).toEqual(['The clock was changed; what was missed is made up for.']);
});

it('does not run again while it still runs', async () => {
  await stop();
  const { promise, resolve } = Promise.withResolvers<void>();
  let begun = 0;
  const log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
  stop = scheduleJob({
    ...{ name: 'slow', times: '* * * * *', log },
    run: () => {
      begun += 1;
      return promise;
    },
  });

  await vi.advanceTimersByTimeAsync(3 * MINUTE_MS);
  expect(begun).toBe(1);
  resolve();
  await vi.advanceTimersByTimeAsync(MINUTE_MS);
  expect(begun).toBe(2);
});
