import { randomUUID } from 'node:crypto';
import type { Store, WorkspaceData } from '../../src/store/store.ts';

/** Works in a new workspace of its own with one member, in UTC. */
export async function emptyWorkspace<T>(
  store: Store,
  now: Date,
  work: (data: WorkspaceData, personId: string) => Promise<T>,
): Promise<T> {
  const tenant = `T${randomUUID()}`;
  const workspaceId = await store.directory.workspaceOf('playground', tenant, now);
  return store.inWorkspace(workspaceId, async (data) => {
    data.audit.actAs('operator', now);
    const identity = { platform: 'playground', tenant, user: 'ana' };
    const { personId } = await data.people.join(
      identity,
      { name: 'Ana', zone: 'UTC', locale: 'en-GB', role: 'member' },
      now,
    );
    return work(data, personId);
  });
}
