const TIMED_OUT = Symbol('timed out');

/**
 * Returns what `work` resolves to, or what `onTimeout` returns or throws once `ms` have passed. The work itself is not stopped, and
 * whatever becomes of it after that, `onTimeout` has the last word.
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
