import { expect, it } from 'vitest';
import { Store } from '../../src/store/store.ts';
import { testDatabase } from '../support/store.ts';

const database = testDatabase();

// A server answers over a socket, so each of its answers is a turn of the event loop anyway.
it.runIf(database.kind === 'memory')(
  'lets timers and requests in between the transactions that are queued',
  async () => {
    const store = await Store.open(database);
    const workspaceId = await store.directory.workspaceOf('slack', 'T1', new Date());
    const ended: string[] = [];
    await store.inWorkspace(workspaceId, async () => undefined);

    const queued = Array.from({ length: 50 }, (_unused, index) =>
      store.inWorkspace(workspaceId, async () => void ended.push(`transaction ${index}`)),
    );
    setImmediate(() => ended.push('immediate'));
    setTimeout(() => ended.push('timer'), 1);
    await Promise.all(queued);

    expect(ended.indexOf('immediate')).toBeGreaterThanOrEqual(0);
    expect(ended.indexOf('immediate')).toBeLessThan(5);
    expect(ended.indexOf('timer')).toBeGreaterThanOrEqual(0);
    expect(ended.filter((one) => one.startsWith('transaction')).at(-1)).toBe('transaction 49');
    await store.close();
  },
);

it.runIf(database.kind === 'memory')('refuses what comes after the end', async () => {
  const store = await Store.open(database);
  const workspaceId = await store.directory.workspaceOf('slack', 'T1', new Date());
  await store.close();

  await expect(store.inWorkspace(workspaceId, async () => undefined)).rejects.toThrow('The database is closed.');
  expect(() => store.directory).toThrow('The database is closed.');
});
