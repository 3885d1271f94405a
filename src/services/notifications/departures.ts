import type { ChatAdapter } from '../../chat/chat-adapter.ts';
import type { Identity } from '../../chat/identity.ts';
import { dayIn } from '../../domain/calendar.ts';
import type { Clock } from '../../ports.ts';
import type { Person } from '../../store/entities.ts';
import type { Store, WorkspaceData } from '../../store/store.ts';
import { departedCard } from '../../views/teams/people-card.ts';
import { findAdapter } from '../find-adapter.ts';
import { notifyAdmins } from './notify-admins.ts';

/** The number of accounts read after one comparison with a group. */
const MAX_QUERIES = 50;

interface DepartureDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/**
 * Notes that the platform reports a person's account as gone, and marks the person as having left if it was their last one. The admins are told
 * once; the person isn't. Returns the workspace if a person was marked.
 */
export async function recordDeparture(from: Identity, { store, clock }: DepartureDeps): Promise<string | undefined> {
  const now = clock.now();
  const workspaceId = await store.directory.knownWorkspace(from.platform, from.tenant);
  if (workspaceId === undefined) return undefined;
  return store.inWorkspace(workspaceId, async (data) => {
    const person = await data.people.findByIdentity(from);
    if (person === null) return undefined;
    await data.people.markGone(from, now);
    const { personId } = person;
    if (await data.people.hasAccount(personId)) return undefined;
    // An identity of another workspace that is linked to the person.
    if (await data.directory.isLinked({ workspaceId, personId })) return undefined;
    if ((await data.preferences.of(personId)).leftOn) return undefined;
    await markAsLeft(person, { data, now });
    return workspaceId;
  });
}

async function markAsLeft(
  { personId, name, role, zone }: Person,
  { data, now }: { readonly data: WorkspaceData; readonly now: Date },
): Promise<void> {
  const leftOn = dayIn(zone ?? data.workspace.zone, now);
  await data.preferences.save(personId, { leftOn, leftBy: 'platform' });
  await notifyAdmins(`left ${personId} ${leftOn}`, (words) => departedCard({ personId, name, role }, words), {
    data,
    now,
  });
  await data.schedule.scheduleNoLaterThan(data.workspace.workspaceId, now);
}

/**
 * Asks the platforms about people who dropped out of a group, and marks those whose account is gone as having left. Being taken out of a group
 * says nothing by itself. No transaction is open meanwhile.
 */
export async function recordGoneAccounts(
  workspaceId: string,
  personIds: readonly string[],
  deps: DepartureDeps & { readonly adapters?: readonly ChatAdapter[] | undefined },
): Promise<void> {
  const accounts = await deps.store.inWorkspace(workspaceId, ({ people }) => people.accountsOf(personIds));
  for (const { platform, tenant, user, address } of accounts.slice(0, MAX_QUERIES)) {
    const connected = findAdapter({ platform, tenant, address }, deps.adapters);
    if (connected === undefined) continue;
    const { adapter, place: where } = connected;
    const read = await adapter.readUser?.({ where, user, isPatient: true, isOwnChat: true });
    if (read?.kind === 'gone') await recordDeparture({ platform: where.platform, tenant, user }, deps);
  }
}

/** Notes that the platform reports a person's account as active. Whoever was marked as having left because it was gone is back. */
export async function recordReturn(from: Identity, { store }: DepartureDeps): Promise<void> {
  const workspaceId = await store.directory.knownWorkspace(from.platform, from.tenant);
  if (workspaceId === undefined) return;
  await store.inWorkspace(workspaceId, async ({ people, preferences }) => {
    const person = await people.findByIdentity(from);
    if (person === null || !(await people.markPresent(from))) return;
    if ((await preferences.of(person.personId)).leftBy === 'platform')
      await preferences.save(person.personId, { leftOn: null, leftBy: null });
  });
}
