/** Runs work in a transaction that is rolled back, and returns its result. */
export async function rolledBack<Data, T>(
  work: (data: Data) => Promise<T>,
  run: (inside: (data: Data) => Promise<never>) => Promise<never>,
): Promise<T> {
  const rollback = new Error('A dry run is rolled back.');
  const results: T[] = [];
  try {
    await run(async (data) => {
      results.push(await work(data));
      throw rollback;
    });
  } catch (error) {
    if (error !== rollback) throw error;
  }
  const [result] = results;
  if (result === undefined) throw new Error('A dry run gave no result.');
  return result;
}
