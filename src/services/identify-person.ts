import type { Identity } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import { isZone } from '../domain/calendar.ts';
import type { Clock } from '../ports.ts';
import type { Person } from '../store/entities.ts';
import type { Preferences } from '../store/notifications/preferences.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { SenderContext } from '../store/teams/sender-context.ts';
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
  return store.asSender(from, clock.now(), (data, { person, preferences }) =>
    work(data, person && withPreferences(person, preferences)),
  );
}

/** Returns the id of the workspace an identity belongs or is linked to. A tenant that isn't known gets one. */
export async function findSenderWorkspace(from: Identity, { store, clock }: IdentifyPersonDeps): Promise<string> {
  return store.asSender(from, clock.now(), async (_data, { workspaceId }) => workspaceId);
}

/** A sender in the transaction that answers them. */
export interface SenderScope {
  readonly data: WorkspaceData;
  readonly sender: SenderContext;
}

/** Returns the person of an interaction with their current platform profile and preferences; adds them on first contact. */
export async function identifyPerson(interaction: Interaction, scope: SenderScope, now: Date): Promise<Person> {
  const { person, isLinked } = scope.sender;
  const known = isLinked && person !== null ? person : await identifyMember(interaction, scope, now);
  return withPreferences(known, await preferencesOfSender(interaction.from, known.personId, scope));
}

async function identifyMember(interaction: Interaction, scope: SenderScope, now: Date): Promise<Person> {
  const { data, sender } = scope;
  const person = await updatePerson(interaction, scope, now);
  const { from, direct, profile } = interaction;
  const { address, handle } = sender.identity ?? {};
  if (direct !== undefined && direct.address !== address) await data.people.saveAddress(from, direct.address);
  if (profile?.handle !== undefined && profile.handle !== handle) await data.people.saveHandle(from, profile.handle);
  return person;
}

/** Returns the preferences of a person who writes. An account that was reported as gone is back, unless an admin marked them as having left. */
async function preferencesOfSender(
  from: Identity,
  personId: string,
  { data: { people, preferences }, sender }: SenderScope,
): Promise<Preferences> {
  const stored = sender.person === null ? await preferences.of(personId) : sender.preferences;
  if (stored.leftBy !== 'platform') return stored;
  await people.markPresent(from);
  const back = { leftOn: null, leftBy: null };
  await preferences.save(personId, back);
  return { ...stored, ...back };
}

async function updatePerson(
  { from, profile }: Interaction,
  { data, sender: { person: found } }: SenderScope,
  now: Date,
): Promise<Person> {
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
