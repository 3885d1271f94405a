import type { DatabaseScope } from './repository.ts';

/** Shows this transaction the records of imports that aren't published. */
export async function showStaged({ em }: DatabaseScope): Promise<void> {
  await em.execute(`select set_config('app.staged', 'shown', true)`);
}

/** Runs work that sees the records of imports that aren't published. */
export async function withStaged<T>(scope: DatabaseScope, work: () => Promise<T>): Promise<T> {
  await showStaged(scope);
  const result = await work();
  await scope.em.execute(`select set_config('app.staged', '', true)`);
  return result;
}
