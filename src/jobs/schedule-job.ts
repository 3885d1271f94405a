import { schedule } from 'node-cron';

/** A job that runs at set times, and not again while it still runs. */
interface ScheduledJob {
  readonly name: string;
  /** When it runs, in UTC, as a cron expression. */
  readonly times: string;
  run(): Promise<void>;
}

/** Starts a job. Returns a function that stops it. */
export function scheduleJob({ name, times, run }: ScheduledJob): () => Promise<void> {
  const task = schedule(times, () => run(), { timezone: 'UTC', name, noOverlap: true });
  return async () => {
    await task.destroy();
  };
}
