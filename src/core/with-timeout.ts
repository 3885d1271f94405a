import { withTimeLimit } from '../limits/with-time-limit.ts';

/** Something took longer than anybody waits. */
export class TimedOut extends Error {
  override name = 'TooSlow';
}

/** What the work comes to; throws `TimedOut` when the time is over first. The work goes on all the same. */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  return withTimeLimit(work, ms, () => {
    throw new TimedOut(`No answer after ${ms} ms.`);
  });
}
