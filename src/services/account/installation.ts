import type { RecordedInstallation } from '../../chat/core-interface.ts';
import type { Identity } from '../../chat/identity.ts';
import type { BotPlacement } from '../../chat/place.ts';
import { isZone } from '../../domain/calendar.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Store } from '../../store/store.ts';
import { firstAdminCard } from '../../views/account/first-admin-card.ts';
import { ensureFirstAdmin } from '../identify-person.ts';
import { wordsForPerson } from '../words-for-person.ts';

interface InstallationDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
}

/** Records a place where recert was added, which also undoes an uninstall. The person who adds it becomes admin if there is none yet. */
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

/** Records that a person installed recert in their tenant, and returns its workspace. Without an admin, they become the first one and are told what to do first. */
export async function recordInstallation(
  { by, profile, direct }: RecordedInstallation,
  { store, clock }: InstallationDeps,
): Promise<string> {
  const now = clock.now();
  const workspaceId = await store.directory.workspaceOf(by.platform, by.tenant, now);
  await store.inWorkspace(workspaceId, async (data) => {
    if (await data.people.hasAdmin()) return;
    const { name = '', zone, locale = null } = profile ?? {};
    const details = { name, zone: zone !== undefined && isZone(zone) ? zone : null, locale, role: 'member' } as const;
    const person = (await data.people.findByIdentity(by)) ?? (await data.people.join(by, details, now));
    await data.people.saveAddress(by, direct.address);
    const { personId } = await ensureFirstAdmin(person, data, now);
    const card = firstAdminCard(await wordsForPerson(personId, data));
    await data.outbox.plan({ key: `first admin ${personId}`, purpose: 'answer', place: direct, card, personId }, now);
    await data.schedule.scheduleNoLaterThan(workspaceId, now);
  });
  return workspaceId;
}

/** Removes a place and the address of its person. A tenant without any place left counts as uninstalled. */
export async function removePlacement(
  { platform, tenant, place }: BotPlacement,
  person: Identity | undefined,
  deps: InstallationDeps,
): Promise<void> {
  const { store } = deps;
  const workspaceId = await store.directory.knownWorkspace(platform, tenant);
  if (workspaceId === undefined) return;
  if (person !== undefined) await store.inWorkspace(workspaceId, ({ people }) => people.forgetAddress(person));
  const placesLeft = await store.directory.removePlace(platform, tenant, place);
  if (placesLeft === 0) await markUninstalled(platform, tenant, deps);
}

/** Records that a tenant uninstalled recert. */
export async function markUninstalled(
  platform: string,
  tenant: string,
  { store, clock, log }: InstallationDeps,
): Promise<void> {
  await store.directory.uninstall(platform, tenant, clock.now());
  log.info('A tenant uninstalled recert; its data is deleted in 30 days.', { platform, tenant });
}
