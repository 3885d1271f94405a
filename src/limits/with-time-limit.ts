const TIMED_OUT = Symbol('timed out');

/**
 * Returns the result of `work`, or of `onTimeout` once `ms` have passed. The work itself is not stopped; its result after the timeout is
 * ignored.
 */
export async function withTimeLimit<T, Late>(
  work: Promise<T>,
  ms: number,
  onTimeout: () => Late | Promise<Late>,
): Promise<T | Late> {
  const { promise: timeout, resolve } = Promise.withResolvers<typeof TIMED_OUT>();
  const timer = setTimeout(resolve, ms, TIMED_OUT);
  try {
    const first = await Promise.race([work, timeout]);
    return first === TIMED_OUT ? await onTimeout() : first;
  } finally {
    clearTimeout(timer);
  }
}
