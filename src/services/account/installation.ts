import type { BotPlacement, Identity } from '../../chat/interaction.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { ensureFirstAdmin } from '../identify-person.ts';

interface InstallationDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Notes a place recert is in; a tenant that had taken it away has it again. Who adds it to a team is the first admin. */
export async function registerPlacement(
  { platform, tenant, place, by }: BotPlacement,
  { store, clock }: InstallationDeps,
): Promise<void> {
  const now = clock.now();
  const workspaceId = await store.directory.workspaceOf(platform, tenant, now);
  await store.directory.addPlace(platform, tenant, place);
  if (by === undefined) return;
  await store.inWorkspace(workspaceId, async (data) => {
    const { identity, name } = by;
    const person =
      (await data.people.findByIdentity(identity)) ??
      (await data.people.join(identity, { name, zone: null, locale: null, role: 'member' }, now));
    await ensureFirstAdmin(person, data, now);
  });
}

/** Forgets a place, and where its person could be told something. A tenant without any place left has taken recert away. */
export async function removePlacement(
  { platform, tenant, place }: BotPlacement,
  person: Identity | undefined,
  parts: InstallationDeps,
): Promise<void> {
  const { store } = parts;
  const workspaceId = await store.directory.knownWorkspace(platform, tenant);
  if (workspaceId === undefined) return;
  if (person !== undefined) await store.inWorkspace(workspaceId, ({ people }) => people.forgetAddress(person));
  const left = await store.directory.removePlace(platform, tenant, place);
  if (left === 0) await markUninstalled(platform, tenant, parts);
}

/** Notes that a tenant took recert away altogether. */
export async function markUninstalled(
  platform: string,
  tenant: string,
  { store, clock, log }: InstallationDeps,
): Promise<void> {
  await store.directory.uninstall(platform, tenant, clock.now());
  log.info('A tenant uninstalled recert; its data is deleted in 30 days.', { platform, tenant });
}
