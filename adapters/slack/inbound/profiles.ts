import type { WebClient } from '@slack/web-api';
import type { Profile } from '../../../src/chat/identity.ts';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from '../outbound/clients.ts';

const TIMEOUT_MS = 1000;
const CACHED_MS = 60 * 60_000;
const FAILED_MS = 60_000;
const MAX_CACHED = 5000;

/** People's profiles, if Slack returns them in time. */
export interface Profiles {
  of(user: string): Promise<Profile | undefined>;
}

interface CachedProfile {
  readonly profile: Promise<Profile | undefined>;
  until: number;
}

/** Reads people's names, time zones and locales from Slack and caches them for an hour. */
export function profiles(client: WebClient, clock: Clock, log: Log): Profiles {
  const cache = new Map<string, CachedProfile>();

  function find(user: string): Promise<Profile | undefined> {
    const now = clock.now().getTime();
    const cached = cache.get(user);
    if (cached !== undefined && cached.until > now) return cached.profile;
    const profile = readProfile(client, user).catch((error: unknown) => {
      log.warn('A profile could not be read.', { user, reason: reasonOf(error) });
      return undefined;
    });
    const entry: CachedProfile = { profile, until: now + FAILED_MS };
    void profile.then((found) => {
      if (found !== undefined) entry.until = now + CACHED_MS;
    });
    cache.delete(user);
    cache.set(user, entry);
    const [oldest] = cache.keys();
    if (cache.size > MAX_CACHED && oldest !== undefined) cache.delete(oldest);
    return profile;
  }

  return { of: (user) => withTimeLimit(find(user), TIMEOUT_MS, () => undefined) };
}

async function readProfile(client: WebClient, user: string): Promise<Profile | undefined> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  const name = found?.profile?.real_name || found?.real_name || found?.name;
  const zone = found?.tz;
  // Without the time zone, dates could be wrong by a day, so there is no profile.
  if (name === undefined || !isTimeZone(zone)) return undefined;
  const isAdmin = found?.is_admin === true || found?.is_owner === true;
  return { name, zone, locale: found?.locale ?? 'en-US', ...(isAdmin ? { isAdmin } : {}) };
}
