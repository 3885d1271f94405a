/** Called with a statement and the milliseconds it took, whether it succeeded or not. */
export type StatementTimer = (sql: string, ms: number) => void;

/** Runs a statement and reports its time, if anyone wants to know it. */
export async function timed<T>(sql: string, run: () => Promise<T>, onEnd: StatementTimer | undefined): Promise<T> {
  if (onEnd === undefined) return run();
  const began = performance.now();
  try {
    return await run();
  } finally {
    onEnd(sql, performance.now() - began);
  }
}
