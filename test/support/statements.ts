import { vi } from 'vitest';
import type { Store } from '../../src/store/store.ts';

/** Returns the statements that a store sends while work runs, `begin` and `commit` included. */
export async function statementsOf(store: Store, work: () => Promise<unknown>): Promise<readonly string[]> {
  const sent = vi.spyOn(store.orm.config.getLogger(), 'logQuery');
  try {
    await work();
    return sent.mock.calls.map(([{ query = '' }]) => query);
  } finally {
    sent.mockRestore();
  }
}
