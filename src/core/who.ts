import type { Identity, Interaction } from '../chat/interaction.ts';
import { isZone } from '../domain/calendar.ts';
import type { Clock } from '../ports.ts';
import type { Person } from '../store/entities.ts';
import type { Store, WorkspaceData } from '../store/store.ts';

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

/** The person an interaction is from, as the platform knows them now; added on first contact. */
export async function personOf(interaction: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await profiledPerson(interaction, data, now);
  if (interaction.direct !== undefined) await data.people.reachedAt(interaction.from, interaction.direct.address);
  return person;
}

async function profiledPerson({ from, profile }: Interaction, data: WorkspaceData, now: Date): Promise<Person> {
  const person = await data.people.withIdentity(from);
  const zone = profile && isZone(profile.zone) ? profile.zone : (person?.zone ?? null);
  const details = {
    name: profile?.name ?? person?.name ?? '',
    zone,
    locale: profile?.locale ?? person?.locale ?? null,
  };
  if (person === null) return data.people.join(from, details, 'member', now);
  const isCurrent = person.name === details.name && person.zone === details.zone && person.locale === details.locale;
  if (isCurrent) return person;
  await data.people.update(person.personId, details);
  return { ...person, ...details };
}
