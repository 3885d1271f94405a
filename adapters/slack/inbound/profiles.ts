import type { UsersInfoResponse, WebClient } from '@slack/web-api';
import type { ChatAdapter } from '../../../src/chat/chat-adapter.ts';
import type { Profile } from '../../../src/chat/identity.ts';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import type { UserQuery, UserResult } from '../../../src/chat/user.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { USER } from '../cards/fields.ts';
import { isUnknownUser, reasonOf } from '../outbound/clients.ts';
import type { SlackWorkspace } from './identity.ts';

const TIMEOUT_MS = 1000;
const CACHED_MS = 60 * 60_000;
const FAILED_MS = 60_000;
const MAX_CACHED = 5000;

type SlackUser = NonNullable<UsersInfoResponse['user']>;

/** People's profiles, if Slack returns them in time. */
export interface Profiles {
  of(user: string): Promise<Profile | undefined>;
  /** A user who is named and may never have spoken to recert. */
  read(query: Pick<UserQuery, 'user' | 'isPatient' | 'isOwnChat'>): Promise<UserResult>;
}

type ReadUser =
  | { readonly kind: 'user'; readonly user: SlackUser }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' };

interface CachedUser {
  readonly read: Promise<ReadUser>;
  until: number;
}

/** Reads people's names, time zones and locales from Slack and caches them for an hour. */
export function profiles(
  client: WebClient,
  { clock, log, home }: { readonly clock: Clock; readonly log: Log; readonly home: () => SlackWorkspace | undefined },
): Profiles {
  const cache = new Map<string, CachedUser>();

  function find(user: string): Promise<ReadUser> {
    const now = clock.now().getTime();
    const cached = cache.get(user);
    if (cached !== undefined && cached.until > now) return cached.read;
    const read = readUser(client, user).catch((error: unknown): ReadUser => {
      log.warn('A profile could not be read.', { user, reason: reasonOf(error) });
      return { kind: isUnknownUser(error) ? 'none' : 'failed' };
    });
    const entry: CachedUser = { read, until: now + FAILED_MS };
    void read.then(({ kind }) => {
      if (kind === 'user') entry.until = now + CACHED_MS;
    });
    cache.delete(user);
    cache.set(user, entry);
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return read;
  }

  const inTime = (user: string) => withTimeLimit(find(user), TIMEOUT_MS, (): ReadUser => ({ kind: 'failed' }));
  return {
    of: async (user) => {
      const read = await inTime(user);
      return read.kind === 'user' ? profileOf(read.user) : undefined;
    },
    read: async ({ user, isPatient, isOwnChat }) => {
      if (!USER.test(user)) return { kind: 'stranger' };
      const read = await (isPatient ? find(user) : inTime(user));
      switch (read.kind) {
        case 'failed':
          return { kind: 'unread', user };
        case 'none':
          return { kind: 'stranger' };
        case 'user':
          if (isOwnChat && read.user.deleted) return { kind: 'gone' };
          return isStranger(read.user, home())
            ? { kind: 'stranger' }
            : { kind: 'member', user, ...profileIn(read.user) };
      }
    },
  };
}

/** Reads users by their ids, for the core. */
export function createUserReader(of: (tenant: string) => Promise<Profiles>): Required<Pick<ChatAdapter, 'readUser'>> {
  return {
    readUser: async ({ user, where, isPatient, isOwnChat }) => {
      const profiles = await of(where.tenant).catch(() => undefined);
      if (profiles === undefined) return { kind: 'unread', user };
      const found = await profiles.read({ user, ...(isPatient && { isPatient }), ...(isOwnChat && { isOwnChat }) });
      // Slack opens the direct messages by the user's id.
      return found.kind === 'stranger' || found.kind === 'gone'
        ? found
        : { ...found, direct: { ...where, address: user } };
    },
  };
}

async function readUser(client: WebClient, user: string): Promise<ReadUser> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  return found === undefined ? { kind: 'failed' } : { kind: 'user', user: found };
}

/** Whether a user is a bot, deactivated, or of another organisation that shares a channel. */
function isStranger(user: SlackUser, home: SlackWorkspace | undefined): boolean {
  const { id, deleted, is_bot: isBot, is_stranger: isUnknown, team_id: team, enterprise_user: enterprise } = user;
  if (deleted || isBot || isUnknown || id === 'USLACKBOT') return true;
  if (home === undefined || team === undefined || team === home.team || team === home.enterprise) return false;
  return home.enterprise === undefined || enterprise?.enterprise_id !== home.enterprise;
}

function profileIn(user: SlackUser): { readonly profile?: Profile } {
  const profile = profileOf(user);
  return profile === undefined ? {} : { profile };
}

function profileOf(found: SlackUser): Profile | undefined {
  const name = found.profile?.real_name || found.real_name || found.name;
  if (name === undefined) return undefined;
  const isAdmin = found.is_admin === true || found.is_owner === true;
  return {
    name,
    // Without the person's time zone, dates are those of the workspace's.
    ...(isTimeZone(found.tz) ? { zone: found.tz } : {}),
    locale: found.locale ?? 'en-US',
    ...(found.name ? { handle: `@${found.name}` } : {}),
    ...(isAdmin ? { isAdmin } : {}),
  };
}
