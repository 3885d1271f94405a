/** What the work came to, or `late` when it takes longer; it goes on all the same. */
export async function settledWithin<T, Late>(work: Promise<T>, ms: number, late: () => Late): Promise<T | Late> {
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  // When the time is over, nobody else listens to what becomes of it.
  work.catch(() => undefined);
  try {
    return await Promise.race([work, over.then(late)]);
  } finally {
    clearTimeout(timer);
  }
}
