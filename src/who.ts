import type { Identity } from './chat/interaction.ts';
import type { Clock } from './ports.ts';
import type { Person } from './store/entities.ts';
import type { Store, WorkspaceData } from './store/store.ts';

interface Parts {
  readonly store: Store;
  readonly clock: Clock;
}

/** The data of the workspace an identity is in, or is linked into, and its person where it has one. Adds nobody. */
export async function asIdentity<T>(
  from: Identity,
  { store, clock }: Parts,
  work: (data: WorkspaceData, person: Person | null) => Promise<T>,
): Promise<T> {
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, clock.now()));
  return store.inWorkspace(workspaceId, async (data) =>
    work(data, (link && (await data.people.get(link.personId))) ?? (await data.people.withIdentity(from))),
  );
}
