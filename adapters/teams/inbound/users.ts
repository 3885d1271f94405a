import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Profile } from '../../../src/chat/identity.ts';
import { parseJson } from '../../../src/chat/parse-json.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import type { UserQuery, UserResult } from '../../../src/chat/user.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock } from '../../../src/ports.ts';
import type { Bot, RosterMember } from '../outbound/bot.ts';
import { placeOf, Reference, referenceOf, rootOf } from '../outbound/reference.ts';
import { NotDelivered } from '../outbound/transport.ts';
import type { TeamsActivity } from './payloads.ts';

const TIMEOUT_MS = 1200;
const REMEMBERED_MS = 24 * 60 * 60_000;
const FAILED_MS = 60_000;
const MAX_REMEMBERED = 5000;
const ACCOUNT = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;

interface UsersDeps {
  readonly bot: Promise<Pick<Bot, 'member' | 'openPersonal'>>;
  readonly clock: Clock;
  isServed(tenant: string): boolean;
}

/** Reads users of a tenant through Teams. */
export interface Users extends Required<Pick<ChatAdapter, 'readUser'>> {
  /** Whether the sender is a guest; false if Teams doesn't answer in time. */
  isGuest(activity: TeamsActivity): Promise<boolean>;
}

/** Reads users of a tenant in the conversation where they are named, or by opening their own chat. */
export function createUserReader({ bot, clock, isServed }: UsersDeps): Users {
  const reader = rosterReader(bot);
  return {
    isGuest: guestCheck(bot, clock),
    readUser: async ({ where, user, isPatient, isOwnChat }: UserQuery): Promise<UserResult> => {
      const place = Reference.safeParse(parseJson(where.address));
      // 29: is a person in a conversation, 28: an app, 19: a channel or a tag.
      const isPerson = user.startsWith('29:') || ACCOUNT.test(user);
      if (!place.success || !isServed(place.data.tenant) || place.data.tenant !== where.tenant || !isPerson)
        return { kind: 'stranger' };
      if (isOwnChat) return place.data.isPersonal ? reader.ownerOf(place.data, user) : { kind: 'unreachable' };
      const found = reader.find(place.data, user);
      if (isPatient) return found;
      return withTimeLimit(found, TIMEOUT_MS, () => ({ kind: 'unread', ...(ACCOUNT.test(user) ? { user } : {}) }));
    },
  };
}

/** Returns what says whether the sender of an activity is a guest, and remembers it. */
function guestCheck(bot: UsersDeps['bot'], clock: Clock): Users['isGuest'] {
  const guests = new Recent<boolean>(clock, REMEMBERED_MS, MAX_REMEMBERED);
  const failed = new Recent<true>(clock, FAILED_MS, MAX_REMEMBERED);
  return async (activity) => {
    const reference = referenceOf(activity);
    // Guests can't install an app, so a personal chat never has a guest.
    if (reference.isPersonal) return false;
    const key = JSON.stringify([reference.tenant, activity.from.id]);
    const known = guests.get(key);
    if (known !== undefined || failed.get(key)) return known ?? false;
    const read = (await bot).member({ ...reference, conversation: rootOf(reference) }, activity.from.id);
    const member = await withTimeLimit(
      read.catch(() => undefined),
      TIMEOUT_MS,
      () => undefined,
    );
    if (member === undefined) failed.set(key, true);
    else guests.set(key, !isOfTenant(member, reference.tenant));
    return guests.get(key) ?? false;
  };
}

interface RosterReader {
  /** Finds a user in a conversation, or else by opening their own chat. */
  find(where: Reference, user: string): Promise<UserResult>;
  /** Reads the owner of a personal chat; Teams doesn't find them in it once their account is deleted. */
  ownerOf(where: Reference, user: string): Promise<UserResult>;
}

function rosterReader(bot: UsersDeps['bot']): RosterReader {
  async function memberIn(where: Reference, user: string): Promise<UserResult | 'absent'> {
    try {
      const member = await (await bot).member({ ...where, conversation: rootOf(where) }, user);
      if (!isOfTenant(member, where.tenant)) return { kind: 'stranger' };
      const direct = placeOf({ ...where, account: member.id });
      return { kind: 'member', user: member.user, profile: profileOf(member), direct };
    } catch (error) {
      if (isRefused(error)) return 'absent';
      return { kind: 'unread', ...(ACCOUNT.test(user) ? { user } : {}) };
    }
  }
  return {
    async find(where, user) {
      const inPlace = await memberIn(where, user);
      if (inPlace !== 'absent') return inPlace;
      if (!ACCOUNT.test(user)) return { kind: 'unreachable' };
      try {
        return await memberIn(await (await bot).openPersonal(where, user), user).then(reachable);
      } catch (error) {
        return isRefused(error) ? { kind: 'unreachable' } : { kind: 'unread', user };
      }
    },
    async ownerOf(where, user) {
      try {
        const member = await (await bot).member(where, user);
        return { kind: 'member', user: member.user, profile: profileOf(member), direct: placeOf(where) };
      } catch (error) {
        return error instanceof NotDelivered && error.status === 404 ? { kind: 'gone' } : { kind: 'unread', user };
      }
    },
  };
}

/** Whether a member has an account in the tenant and is no guest of it. */
export function isOfTenant({ user, tenant, role }: RosterMember, own: string): boolean {
  return user !== '' && role !== 'guest' && role !== 'anonymous' && (tenant === undefined || tenant === own);
}

function reachable(found: UserResult | 'absent'): UserResult {
  return found === 'absent' ? { kind: 'unreachable' } : found;
}

function isRefused(error: unknown): boolean {
  return error instanceof NotDelivered && error.outcome === 'refused';
}

function profileOf({ name, handle }: RosterMember): Profile {
  return { name, ...(handle === undefined ? {} : { handle }) };
}
