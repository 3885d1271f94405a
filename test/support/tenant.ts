import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/store/store.ts';

/** A tenant nobody has used yet: every test has a workspace of its own. */
export function newTenant(): string {
  return `T${randomUUID()}`;
}

/** A tenant that is always the same, empty as at the start: on a server that is kept, an earlier run has been in it. */
export async function emptyTenant(
  store: Store,
  { platform, tenant }: { readonly platform: string; readonly tenant: string },
  now: Date,
): Promise<string> {
  await removeTenant(store, { platform, tenant }, now);
  return store.directory.workspaceOf(platform, tenant, now);
}

/** Makes a tenant one that recert was never in. */
export async function removeTenant(
  store: Store,
  { platform, tenant }: { readonly platform: string; readonly tenant: string },
  now: Date,
): Promise<void> {
  const workspaceId = await store.directory.workspaceOf(platform, tenant, now);
  await store.purge({ platform, tenant, workspaceId });
}
