import type { Identity } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import { isZone } from '../domain/calendar.ts';
import type { Clock } from '../ports.ts';
import type { Person } from '../store/entities.ts';
import type { Preferences } from '../store/notifications/preferences.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import { withPreferences } from './person-preferences.ts';

/** The settings of a workspace until an admin is known. */
const DEFAULT_ZONE = 'UTC';
const DEFAULT_LOCALE = 'en-GB';

interface IdentifyPersonDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** Runs work in the workspace an identity belongs or is linked to, with its person, if known. Doesn't add a person. */
export async function runAsIdentity<T>(
  from: Identity,
  { store, clock }: IdentifyPersonDeps,
  work: (data: WorkspaceData, person: Person | null) => Promise<T>,
): Promise<T> {
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, clock.now()));
  return store.inWorkspace(workspaceId, async (data) => {
    const linked = link && (await data.people.get(link.personId));
    const person = linked ?? (await data.people.findByIdentity(from));
    return work(data, person && withPreferences(person, await data.preferences.of(person.personId)));
  });
}

/** Returns the person of an interaction with their current platform profile; adds them on first contact. */
export async function identifyPerson(interaction: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await updatePerson(interaction, data, now);
  const { from, direct, profile } = interaction;
  if (direct !== undefined) await data.people.saveAddress(from, direct.address);
  if (profile?.handle !== undefined) await data.people.saveHandle(from, profile.handle);
  return person;
}

/** Returns the preferences of a person who writes. An account that was reported as gone is back, unless an admin marked them as having left. */
export async function preferencesOfSender(
  from: Identity,
  personId: string,
  { people, preferences }: WorkspaceData,
): Promise<Preferences> {
  const stored = await preferences.of(personId);
  if (stored.leftBy !== 'platform') return stored;
  await people.markPresent(from);
  const back = { leftOn: null, leftBy: null };
  await preferences.save(personId, back);
  return { ...stored, ...back };
}

async function updatePerson({ from, profile }: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const found = await data.people.findByIdentity(from);
  const isPlatformAdmin = profile?.isAdmin === true;
  const person = found && isPlatformAdmin ? await ensureFirstAdmin(found, data, now) : found;
  const zone = profile?.zone !== undefined && isZone(profile.zone) ? profile.zone : (person?.zone ?? null);
  const details = {
    name: profile?.name ?? person?.name ?? '',
    zone,
    locale: profile?.locale ?? person?.locale ?? null,
  };
  if (person === null) {
    const added = await data.people.join(from, { ...details, role: 'member' }, now);
    return isPlatformAdmin ? ensureFirstAdmin(added, data, now) : added;
  }
  const isCurrent = person.name === details.name && person.zone === details.zone && person.locale === details.locale;
  if (isCurrent) return person;
  await data.people.update(person.personId, details);
  return { ...person, ...details };
}

/** Gives a workspace whose settings were never changed the time zone and the language of its first admin. */
async function learnSettings({ zone, locale }: Person, { workspace, settings }: WorkspaceData): Promise<void> {
  const isUnchanged = workspace.zone === DEFAULT_ZONE && workspace.locale === DEFAULT_LOCALE;
  if (isUnchanged) await settings.save({ zone: zone ?? DEFAULT_ZONE, locale: locale ?? DEFAULT_LOCALE });
}

/** Makes a person admin if the workspace has none yet; later admins are appointed by an admin. */
export async function ensureFirstAdmin(person: Person, data: WorkspaceData, now: Date): Promise<Person> {
  if (person.role === 'admin' || (await data.people.hasAdmin())) return person;
  data.audit.actAs('recert', now);
  await data.people.setRole(person.personId, 'admin');
  await learnSettings(person, data);
  return { ...person, role: 'admin' };
}
