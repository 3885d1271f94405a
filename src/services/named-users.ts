import type { ChatAdapter } from '../chat/chat-adapter.ts';
import type { Platform, Profile } from '../chat/identity.ts';
import type { Interaction } from '../chat/interaction.ts';
import { cleanText } from '../chat/normalise-text.ts';
import type { UserResult } from '../chat/user.ts';
import { isZone } from '../domain/calendar.ts';
import { may, type Role } from '../domain/roles.ts';
import type { Log } from '../ports.ts';
import type { Store, WorkspaceData } from '../store/store.ts';
import type { PersonDetails, PlatformUser } from '../store/teams/people.ts';
import { withPreferences } from './person-preferences.ts';
import { Refusal } from './refusal.ts';
import type { Request } from './request.ts';

interface NamedUsersDeps {
  readonly store: Store;
  readonly adapters?: readonly ChatAdapter[];
}

/** How many users one interaction may name, as many as a form's field. */
export const MAX_NAMED_USERS = 100;

/** An interaction that may name users, and who sent it. */
interface NamingInteraction extends Pick<Interaction, 'from' | 'place' | 'profile' | 'mentions' | 'users'> {
  /** The role that its command needs. */
  readonly role: Role;
  readonly now: Date;
}

/**
 * Asks the platform about the users an interaction names who aren't people of the workspace. No transaction is open meanwhile. Nothing is asked for
 * a sender whose role doesn't allow the command, or about more than `MAX_NAMED_USERS`.
 */
export async function readNamedUsers(
  { from, place, profile, mentions = [], users = [], role, now }: NamingInteraction,
  { store, adapters = [] }: NamedUsersDeps,
): Promise<ReadonlyMap<string, UserResult>> {
  const named = [...new Set([...mentions.map(({ user }) => user), ...users])];
  if (named.length === 0 || named.length > MAX_NAMED_USERS) return new Map();
  const known = await store.asSender(from, now, async ({ people }, { person, preferences }) => {
    const sender = person && withPreferences(person, preferences);
    // The first administrator of a workspace becomes its admin with this interaction.
    const isAllowed = profile?.isAdmin === true || may(sender?.role ?? 'member', role);
    return isAllowed ? people.knownUsers(from, named) : undefined;
  });
  if (known === undefined) return new Map();
  const adapter = adapters.find(({ platform }) => platform === from.platform);
  const read = named.map(async (user): Promise<readonly [string, UserResult][]> => {
    if (known.has(user)) return [];
    return [[user, (await adapter?.readUser?.({ where: place, user })) ?? { kind: 'stranger' }]];
  });
  return new Map((await Promise.all(read)).flat());
}

/** A person's details as a platform's profile states them; what it leaves out is unknown. */
export function detailsOf(profile: Profile | undefined): PersonDetails {
  const { name = '', zone, locale = null } = profile ?? {};
  return { name: cleanText(name.slice(0, 200)), zone: zone !== undefined && isZone(zone) ? zone : null, locale };
}

/** A user of the sender's tenant: a person of the workspace, or one who can be added. */
type NamedUser =
  | { readonly kind: 'person'; readonly personId: string }
  | { readonly kind: 'addable'; readonly identity: PlatformUser; readonly read: ReadableUser };

/**
 * Returns who a user of the sender's tenant is, without adding them. Throws `Refusal` for one who isn't a member of the tenant, belongs to another workspace
 * of recert, or isn't known and can't be added; `joins` says whether the sender may add people.
 */
export async function resolveUser(given: string, { request, data, joins = false }: JoiningScope): Promise<NamedUser> {
  const { from, namedUsers, mentions, words } = request;
  if (mentions.length > MAX_NAMED_USERS) throw new Refusal(words.people.tooMany(MAX_NAMED_USERS));
  const read = namedUsers.get(given);
  const label = mentions.find(({ user }) => user === given)?.label ?? '';
  const user = read !== undefined && 'user' in read ? read.user : undefined;
  const identity = { platform: from.platform, tenant: from.tenant, user: user ?? given };
  const found = await knownPerson(identity, data);
  if (found === 'other-workspace') throw new Refusal(words.people.inOtherWorkspace(label));
  if (found !== undefined) return { kind: 'person', personId: found };
  if (read === undefined || read.kind === 'stranger' || read.kind === 'gone')
    throw new Refusal(words.people.stranger(label));
  if (read.kind === 'unreachable' || !joins) throw new Refusal(words.people.unknownUser(label));
  if (user === undefined) throw new Refusal(words.people.unreadUser(label));
  // A person linked to this workspace from another platform can't add people there: those would become different people when they first use recert.
  const home = await data.directory.knownWorkspace(from.platform, from.tenant);
  if (home !== data.workspace.workspaceId) throw new Refusal(words.people.inOtherWorkspace(label));
  return { kind: 'addable', identity, read };
}

interface JoiningScope {
  readonly request: Request;
  readonly data: WorkspaceData;
  readonly joins?: boolean;
}

/** Returns the id of a user's person, who is added if needed. */
export async function personIdOf(user: NamedUser, scope: JoiningScope): Promise<string> {
  return user.kind === 'person' ? user.personId : addUser(user.identity, user.read, scope);
}

/** Returns the id of the person that a user of the sender's tenant is, or adds them. Throws like `resolveUser`. */
export async function personOfUser(given: string, scope: JoiningScope): Promise<string> {
  return personIdOf(await resolveUser(given, scope), scope);
}

/** The person an identity is or is linked to; `other-workspace` if that is in another workspace. */
async function knownPerson(
  identity: PlatformUser,
  { directory, people, workspace }: WorkspaceData,
): Promise<string | 'other-workspace' | undefined> {
  const link = await directory.linkOf(identity);
  if (link !== null) return link.workspaceId === workspace.workspaceId ? link.personId : 'other-workspace';
  return (await people.findByIdentity(identity))?.personId;
}

type ReadableUser = Exclude<UserResult, { kind: 'stranger' | 'gone' | 'unreachable' }>;

async function addUser(
  identity: PlatformUser,
  read: ReadableUser,
  { request: { person, now }, data }: { readonly request: Request; readonly data: WorkspaceData },
): Promise<string> {
  const profile = read.kind === 'member' ? read.profile : undefined;
  const added = await data.people.join(identity, { ...detailsOf(profile), role: 'member' }, now);
  // Joining is noted as the new person's own act; what follows is the requester's again.
  data.audit.actAs(person.personId, now);
  if (profile?.handle !== undefined) await data.people.saveHandle(identity, cleanText(profile.handle.slice(0, 200)));
  if (read.direct !== undefined) await data.people.saveAddress(identity, read.direct.address);
  return added.personId;
}

/** Reads the profiles of people whose name isn't known, because their platform didn't return it when they were added. Never throws. */
export async function nameNamelessPeople(
  workspaceId: string,
  { store, adapters = [], log }: NamedUsersDeps & { readonly log: Log },
): Promise<void> {
  try {
    const nameless = await store.inWorkspace(workspaceId, ({ people }) => people.nameless());
    for (const { platform, tenant, user, personId, address } of nameless) {
      const adapter = adapters.find((one) => one.platform === platform);
      const where = { platform: platform as Platform, tenant, address };
      const read = await adapter?.readUser?.({ where, user, isPatient: true });
      const details = detailsOf(read?.kind === 'member' ? read.profile : undefined);
      if (details.name === '') continue;
      await store.inWorkspace(workspaceId, async ({ people }) => {
        const person = await people.get(personId);
        if (person?.name !== '') return;
        const { zone, locale } = details;
        await people.update(personId, {
          name: details.name,
          zone: person.zone ?? zone,
          locale: person.locale ?? locale,
        });
      });
    }
  } catch (error) {
    log.warn('The names of people could not be read.', { workspaceId, error });
  }
}
