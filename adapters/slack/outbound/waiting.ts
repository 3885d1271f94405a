/** How long Slack is kept waiting, in milliseconds; it gives up after three seconds. */
export interface Waits {
  /** Before a command is acknowledged without its answer. */
  readonly answer: number;
  /** Before a sent form is answered with "one moment". */
  readonly submission: number;
  /** Before a view is changed again that Slack is just drawing. */
  readonly settle: number;
  /** Before a request is answered empty, because nothing else did. */
  readonly request: number;
}

export const WAITS: Waits = { answer: 400, submission: 2400, settle: 300, request: 2900 };

/** What the work came to, or nothing when it takes longer; it goes on all the same. */
export async function settledWithin<T>(work: Promise<T>, ms: number): Promise<{ readonly value: T } | undefined> {
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  const timer = setTimeout(() => resolve(undefined), ms);
  try {
    return await Promise.race([work.then((value) => ({ value })), late]);
  } finally {
    clearTimeout(timer);
  }
}
