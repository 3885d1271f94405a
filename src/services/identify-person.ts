import type { Identity, Interaction } from '../chat/interaction.ts';
import { isZone } from '../domain/calendar.ts';
import type { Clock } from '../ports.ts';
import type { Person } from '../store/entities.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { PersonDetails } from '../store/teams/people.ts';
import { withPreferences } from './person-preferences.ts';

interface IdentifyPersonDeps {
  readonly store: Store;
  readonly clock: Clock;
}

/** The data of the workspace an identity is in, or is linked into, and its person where it has one. Adds nobody. */
export async function runAsIdentity<T>(
  from: Identity,
  { store, clock }: IdentifyPersonDeps,
  work: (data: WorkspaceData, person: Person | null) => Promise<T>,
): Promise<T> {
  const link = await store.directory.linkOf(from);
  const workspaceId = link?.workspaceId ?? (await store.directory.workspaceOf(from.platform, from.tenant, clock.now()));
  return store.inWorkspace(workspaceId, async (data) =>
    work(
      data,
      await wished((link && (await data.people.get(link.personId))) ?? (await data.people.findByIdentity(from)), data),
    ),
  );
}

/** The person an interaction is from, as the platform knows them now; added on first contact. */
export async function identifyPerson(interaction: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await profiledPerson(interaction, data, now);
  if (interaction.direct !== undefined) await data.people.saveAddress(interaction.from, interaction.direct.address);
  return person;
}

async function profiledPerson({ from, profile }: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const met = await data.people.findByIdentity(from);
  const person = met && profile?.isAdmin === true ? await ensureFirstAdmin(met, data, now) : met;
  const zone = profile && isZone(profile.zone) ? profile.zone : (person?.zone ?? null);
  const details = {
    name: profile?.name ?? person?.name ?? '',
    zone,
    locale: profile?.locale ?? person?.locale ?? null,
  };
  if (person === null) return joined(from, details, profile?.isAdmin === true, data, now);
  const isCurrent = person.name === details.name && person.zone === details.zone && person.locale === details.locale;
  if (isCurrent) return person;
  await data.people.update(person.personId, details);
  return { ...person, ...details };
}

async function wished(person: Person | null, { preferences }: WorkspaceData): Promise<Person | null> {
  return person && withPreferences(person, await preferences.of(person.personId));
}

async function joined(from: Identity, details: PersonDetails, isAdmin: boolean, data: WorkspaceData, now: Date) {
  const person = await data.people.join(from, { ...details, role: 'member' }, now);
  return isAdmin ? ensureFirstAdmin(person, data, now) : person;
}

/** Whoever administers the platform is recert's first admin; where there is one, that one decides. */
export async function ensureFirstAdmin(person: Person, data: WorkspaceData, now: Date): Promise<Person> {
  if (person.role === 'admin' || (await data.people.hasAdmin())) return person;
  data.audit.actAs('recert', now);
  await data.people.setRole(person.personId, 'admin');
  return { ...person, role: 'admin' };
}
