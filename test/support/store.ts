import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, inject } from 'vitest';
import type { Database } from '../../src/store/orm.ts';
import { Store, type WorkspaceData } from '../../src/store/store.ts';

/** A migrated, empty database in memory; the server of `DATABASE_URL` when there is one. */
export function testDatabase(): Database {
  const url = process.env.DATABASE_URL;
  if (url !== undefined && url !== '') return { kind: 'server', url };
  return { kind: 'memory', dump: new Blob([readFileSync(inject('template'))]) };
}

/** A store for the tests of a file. */
export function openStore(): { readonly store: Store } {
  const opened: { store?: Store } = {};
  beforeAll(async () => {
    opened.store = await Store.open(testDatabase());
  });
  afterAll(async () => {
    await opened.store?.close();
  });
  return {
    get store() {
      if (opened.store === undefined) throw new Error('The store is opened before the first test.');
      return opened.store;
    },
  };
}

/** Changes a workspace's data as recert’s operator. */
export function asOperator<T>(
  store: Store,
  workspaceId: string,
  work: (data: WorkspaceData) => Promise<T>,
): Promise<T> {
  return store.inWorkspace(workspaceId, (data) => {
    data.audit.actAs('operator', new Date());
    return work(data);
  });
}
