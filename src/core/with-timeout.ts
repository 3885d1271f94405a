/** Something took longer than anybody waits. */
export class TimedOut extends Error {
  override name = 'TooSlow';
}

/** What the work comes to; throws `TimedOut` when the time is over first. The work goes on all the same. */
export async function withTimeout<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new TimedOut(`No answer after ${ms} ms.`)), ms);
  });
  work.catch(() => {}); // When the time is over, nobody else listens to what becomes of it.
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
