import type { WebClient } from '@slack/web-api';
import type { Profile } from '../../../src/chat/identity.ts';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import { withTimeLimit } from '../../../src/limits/with-time-limit.ts';
import type { Clock, Log } from '../../../src/ports.ts';
import { reasonOf } from '../outbound/clients.ts';

const PATIENCE_MS = 1000;
const KNOWN_MS = 60 * 60_000;
const UNKNOWN_MS = 60_000;
const MAX_CACHED = 5000;

/** Who people are, as far as Slack says so in time. */
export interface Profiles {
  of(user: string): Promise<Profile | undefined>;
}

interface CachedProfile {
  readonly asked: Promise<Profile | undefined>;
  until: number;
}

/** Asks Slack for people's names, zones and languages, and keeps the answers for an hour. */
export function profiles(client: WebClient, clock: Clock, log: Log): Profiles {
  const stored = new Map<string, CachedProfile>();

  function ask(user: string): Promise<Profile | undefined> {
    const now = clock.now().getTime();
    const known = stored.get(user);
    if (known !== undefined && known.until > now) return known.asked;
    const requested = askSlack(client, user).catch((error: unknown) => {
      log.warn('Slack did not say who somebody is.', { user, reason: reasonOf(error) });
      return undefined;
    });
    const entry: CachedProfile = { asked: requested, until: now + UNKNOWN_MS };
    void requested.then((profile) => {
      if (profile !== undefined) entry.until = now + KNOWN_MS;
    });
    stored.delete(user);
    stored.set(user, entry);
    const [oldest] = stored.keys();
    if (stored.size > MAX_CACHED && oldest !== undefined) stored.delete(oldest);
    return requested;
  }

  return { of: (user) => withTimeLimit(ask(user), PATIENCE_MS, () => undefined) };
}

async function askSlack(client: WebClient, user: string): Promise<Profile | undefined> {
  const { user: found } = await client.users.info({ user, include_locale: true });
  const name = found?.profile?.real_name || found?.real_name || found?.name;
  const zone = found?.tz;
  // A day in the wrong zone is a wrong day: without a zone there is no profile.
  if (name === undefined || !isTimeZone(zone)) return undefined;
  const isAdmin = found?.is_admin === true || found?.is_owner === true;
  return { name, zone, locale: found?.locale ?? 'en-US', ...(isAdmin ? { isAdmin } : {}) };
}
