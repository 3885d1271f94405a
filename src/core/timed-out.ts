import { withTimeLimit } from '../limits/with-time-limit.ts';

/** The work took longer than its time limit. */
export class TimedOut extends Error {
  override name = 'TimedOut';
}

/** Returns the result of the work. Throws `TimedOut` after `ms`; the work itself is not stopped. */
export function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  return withTimeLimit(work, ms, () => {
    throw new TimedOut(`No answer after ${ms} ms.`);
  });
}
