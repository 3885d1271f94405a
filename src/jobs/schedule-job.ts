import { schedule } from 'node-cron';
import { asBackground } from '../limits/background-slots.ts';
import type { Log } from '../ports.ts';
import type { Metrics } from '../telemetry/metrics.ts';
import { inSpan } from '../telemetry/span.ts';

/** A job that runs at set times, and not again while it still runs. */
interface ScheduledJob {
  readonly name: string;
  /** When it runs, in UTC, as a cron expression. */
  readonly times: string;
  readonly log: Log;
  readonly metrics?: Metrics | undefined;
  /** Checks what is due, so that one run makes up for all that were missed. */
  run(): Promise<void>;
}

/** How often the clock is checked, and by how much it may be off before it counts as changed. */
const CHECK_MS = 5_000;
const TOLERANCE_MS = 10_000;

/**
 * Starts a job. Returns a function that stops it. node-cron waits for the next time by the clock it started with, so it would sleep for days
 * after the clock was set back, and count every missed run after it was set forward. When the clock is changed, the job is scheduled anew
 * and runs once.
 */
export function scheduleJob(job: ScheduledJob): () => Promise<void> {
  const { name, times, log } = job;
  let running: Promise<void> | undefined;
  const runOnce = async (): Promise<void> => {
    running ??= runObserved(job).finally(() => {
      running = undefined;
    });
    await running;
  };
  const begin = () => {
    const task = schedule(times, runOnce, { timezone: 'UTC', name, suppressMissedWarning: true });
    // The process was too busy at its time.
    task.on('execution:missed', () => void runOnce());
    return task;
  };
  let task = begin();
  const stopWatching = watchClock((seconds) => {
    log.warn('The clock was changed; what was missed is made up for.', { name, seconds });
    void task.destroy();
    task = begin();
    void runOnce();
  });
  return async () => {
    stopWatching();
    await task.destroy();
    await running;
  };
}

/** Runs a job in a span of its own, and measures it. Never rejects. */
async function runObserved({ name, log, metrics, run }: ScheduledJob): Promise<void> {
  const began = performance.now();
  let outcome: 'ended' | 'failed' = 'ended';
  try {
    await inSpan('job', { job: name }, () => asBackground(name, run));
  } catch (error) {
    outcome = 'failed';
    log.error('A scheduled job failed.', { name, error });
  }
  metrics?.observeJob(name, outcome, { ms: performance.now() - began, now: new Date() });
}

/** Reports by how many seconds the clock was changed, compared with one that only goes forward. Returns a function that stops it. */
function watchClock(onChange: (seconds: number) => void): () => void {
  const offset = () => Date.now() - performance.now();
  let before = offset();
  const timer = setInterval(() => {
    const changedMs = offset() - before;
    before += changedMs;
    if (Math.abs(changedMs) > TOLERANCE_MS) onChange(Math.round(changedMs / 1000));
  }, CHECK_MS);
  timer.unref();
  return () => clearInterval(timer);
}
