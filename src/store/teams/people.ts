import { randomUUID } from 'node:crypto';
import type { Role } from '../../domain/roles.ts';
import type { StoredPlace } from '../account/directory-entities.ts';
import { erasePerson } from '../account/erasure.ts';
import { AuditedRepository } from '../audited-repository.ts';
import { Person, PlatformIdentity } from '../entities.ts';
import { readRows } from '../read-rows.ts';
import { TeamMember } from './team-entities.ts';

/** A user on a platform, as authenticated by the platform. */
export interface PlatformUser {
  readonly platform: string;
  readonly tenant: string;
  readonly user: string;
}

/** The details of a person that a platform provides. */
export interface PersonDetails {
  readonly name: string;
  readonly zone: string | null;
  readonly locale: string | null;
}

/** A person's identity on a platform, with their name and what tells them apart from others of that name. */
export interface NamedIdentity extends PlatformUser {
  readonly personId: string;
  readonly name: string;
  readonly handle: string | null;
}

/** The members of one workspace. */
export class People extends AuditedRepository {
  async findByIdentity({ platform, tenant, user }: PlatformUser): Promise<Person | null> {
    const identity = await this.em.findOne(PlatformIdentity, { platform, tenant, platformUser: user });
    return identity && this.em.findOne(Person, { personId: identity.personId });
  }

  async get(personId: string): Promise<Person | null> {
    return this.em.findOne(Person, { personId });
  }

  /** All people, by name. */
  async all(): Promise<readonly Person[]> {
    return this.em.find(Person, {}, { orderBy: { name: 'asc', personId: 'asc' } });
  }

  /** The people with given ids or a role, by name. */
  async some(where: { readonly personIds: readonly string[] } | { readonly role: Role }): Promise<readonly Person[]> {
    if ('personIds' in where)
      return readRows(this.scope, Person, { column: 'person_id', ids: where.personIds, orderBy: 'name, person_id' });
    return this.em.find(Person, { role: where.role }, { orderBy: { name: 'asc', personId: 'asc' } });
  }

  /** All people of the workspace, or the given ones, with each of their identities, by name. */
  async withIdentities(given?: readonly Pick<Person, 'personId'>[]): Promise<readonly NamedIdentity[]> {
    if (given?.length === 0) return [];
    const isGiven = given === undefined ? '' : 'and person_id = any(?::uuid[])';
    return this.em.execute<NamedIdentity[]>(
      `select platform, tenant, platform_user as "user", person_id as "personId", name, handle
         from person join identity using (workspace_id, person_id)
        where workspace_id = ? ${isGiven} order by name, person_id, platform, tenant, platform_user`,
      [this.workspaceId, ...(given === undefined ? [] : [`{${given.map(({ personId }) => personId).join(',')}}`])],
    );
  }

  /** Adds a person with an identity; if two first contacts race, returns the one added first. */
  async join(identity: PlatformUser, details: PersonDetails & { readonly role: Role }, now: Date): Promise<Person> {
    const personId = randomUUID();
    await this.em.insert(Person, { workspaceId: this.workspaceId, personId, ...details, createdAt: now });
    const { platform, tenant, user } = identity;
    const [added] = await this.em.execute<{ person_id: string }[]>(
      `insert into identity (workspace_id, platform, tenant, platform_user, person_id) values (?, ?, ?, ?, ?)
       on conflict do nothing returning person_id`,
      [this.workspaceId, platform, tenant, user, personId],
    );
    if (added === undefined) await this.em.nativeDelete(Person, { personId });
    else {
      this.audit.actAs(personId, now);
      this.audit.record('create', { kind: 'person', subject: personId });
    }
    const person = await this.findByIdentity(identity);
    if (person === null) throw new Error('A person that was just added is missing.');
    return person;
  }

  /** Saves the address for private messages on a platform. */
  async saveAddress({ platform, tenant, user }: PlatformUser, address: string): Promise<void> {
    const identity = { platform, tenant, platformUser: user, $or: [{ address: null }, { address: { $ne: address } }] };
    await this.em.nativeUpdate(PlatformIdentity, identity, { address });
  }

  /** Saves the handle of an identity. */
  async saveHandle({ platform, tenant, user }: PlatformUser, handle: string): Promise<void> {
    const identity = { platform, tenant, platformUser: user, $or: [{ handle: null }, { handle: { $ne: handle } }] };
    await this.em.nativeUpdate(PlatformIdentity, identity, { handle });
  }

  /** The handles of a person on all platforms: user names and e-mail addresses. */
  async handlesOf(personId: string): Promise<readonly string[]> {
    const identities = await this.em.find(PlatformIdentity, { personId });
    return identities.flatMap(({ handle }) => handle ?? []);
  }

  /** The users of a tenant, of the given ones, who are people of the workspace. */
  async knownUsers(
    { platform, tenant }: Omit<PlatformUser, 'user'>,
    users: readonly string[],
  ): Promise<ReadonlySet<string>> {
    const where = { platform, tenant, platformUser: { $in: [...users] } };
    const found = await this.em.find(PlatformIdentity, where);
    return new Set(found.map(({ platformUser }) => platformUser));
  }

  /** The identities of people whose name isn't known. */
  async nameless(): Promise<readonly (PlatformUser & { readonly personId: string; readonly address: string })[]> {
    const personIds = (await this.em.find(Person, { name: '' })).map((one) => one.personId);
    const all = await this.em.find(PlatformIdentity, { personId: { $in: personIds } });
    return all.map(({ platform, tenant, platformUser: user, personId, address }) => ({
      ...{ platform, tenant, user, personId },
      address: address ?? '',
    }));
  }

  /** Whether the workspace has an admin who hasn't left. */
  async hasAdmin(): Promise<boolean> {
    const [found] = await this.em.execute<unknown[]>(
      `select 1 from person left join preference using (workspace_id, person_id)
        where workspace_id = ? and role = 'admin' and left_on is null limit 1`,
      [this.workspaceId],
    );
    return found !== undefined;
  }

  /** Waits until no other transaction changes the admins of the workspace; what is read after it is current. */
  async lockAdmins(): Promise<void> {
    await this.em.execute('select 1 from workspace where workspace_id = ? for no key update', [this.workspaceId]);
  }

  /** Changes a person's role. The database refuses to take it from the last admin: `isLastAdminError`. */
  async setRole(personId: string, role: Role): Promise<void> {
    await this.em.nativeUpdate(Person, { personId }, { role });
    this.audit.record('role', { kind: 'person', subject: personId });
  }

  /** Notes that an account is gone from its platform. */
  async markGone({ platform, tenant, user }: PlatformUser, now: Date): Promise<void> {
    await this.em.nativeUpdate(
      PlatformIdentity,
      { platform, tenant, platformUser: user, goneAt: null },
      { goneAt: now },
    );
  }

  /** Notes that an account is active; returns `false` if it wasn't gone. */
  async markPresent({ platform, tenant, user }: PlatformUser): Promise<boolean> {
    const gone = { platform, tenant, platformUser: user, goneAt: { $ne: null } };
    return (await this.em.nativeUpdate(PlatformIdentity, gone, { goneAt: null })) > 0;
  }

  /** Whether a person has an account that isn't gone. */
  async hasAccount(personId: string): Promise<boolean> {
    return (await this.em.count(PlatformIdentity, { personId, goneAt: null })) > 0;
  }

  /** Deletes a person's address on a platform. */
  async forgetAddress({ platform, tenant, user }: PlatformUser): Promise<void> {
    await this.em.nativeUpdate(PlatformIdentity, { platform, tenant, platformUser: user }, { address: null });
  }

  /** Deletes one address of a person. */
  async forgetAddressAt(personId: string, { platform, tenant, address }: StoredPlace): Promise<void> {
    await this.em.nativeUpdate(PlatformIdentity, { personId, platform, tenant, address }, { address: null });
  }

  /** The accounts of some people that have an address and aren't known to be gone. */
  async accountsOf(personIds: readonly string[]): Promise<readonly (PlatformUser & { readonly address: string })[]> {
    const where = { personId: { $in: [...personIds] }, address: { $ne: null }, goneAt: null };
    const found = await this.em.find(PlatformIdentity, where);
    return found.map(({ platform, tenant, platformUser: user, address }) => ({
      ...{ platform, tenant, user },
      address: address ?? '',
    }));
  }

  /** A person's identities in the workspace. */
  async identitiesOf(personId: string): Promise<readonly PlatformUser[]> {
    const identities = await this.em.find(PlatformIdentity, { personId });
    return identities.map(({ platform, tenant, platformUser: user }) => ({ platform, tenant, user }));
  }

  /** A person's addresses, one per platform. */
  async addressesOf(personId: string): Promise<readonly StoredPlace[]> {
    const identities = await this.em.find(PlatformIdentity, { personId, address: { $ne: null } });
    return identities.map(({ platform, tenant, address }) => ({ platform, tenant, address: address ?? '' }));
  }

  /** Returns a lookup of one address per person. */
  async placesOf(personIds: readonly string[]): Promise<(personId: string) => StoredPlace | undefined> {
    const where = { personId: { $in: [...personIds] }, address: { $ne: null } };
    const identities = await this.em.find(PlatformIdentity, where);
    const places = new Map(
      identities.map(({ personId, platform, tenant, address }) => [
        personId,
        { platform, tenant, address: address ?? '' },
      ]),
    );
    return (personId) => places.get(personId);
  }

  /** Permanently deletes all data of a person in the workspace. */
  async erase(personId: string): Promise<void> {
    for (const { kind, subject } of await this.audit.subjectsOf(personId))
      await this.audit.forget('erase', { kind, subjects: [subject] });
    const teams = await this.em.find(TeamMember, { personId });
    await erasePerson(this.em, this.workspaceId, personId);
    for (const { teamId } of teams) this.audit.record('edit', { kind: 'team', subject: teamId });
  }

  /** Ids of the people with at least one address. */
  async reachable(): Promise<ReadonlySet<string>> {
    const identities = await this.em.find(PlatformIdentity, { address: { $ne: null } });
    return new Set(identities.map(({ personId }) => personId));
  }

  async update(personId: string, details: PersonDetails): Promise<void> {
    await this.em.nativeUpdate(Person, { personId }, details);
  }
}
