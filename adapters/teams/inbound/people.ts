import type { Identity, Profile, Reader } from '../../../src/chat/identity.ts';
import { Recent } from '../../../src/chat/recent.ts';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import type { Clock } from '../../../src/ports.ts';
import { tenantOf } from '../outbound/reference.ts';
import type { TeamsActivity } from './payloads.ts';

const KNOWN_MS = 24 * 60 * 60_000;
const MAX_CACHED = 5000;

/** Who acts: somebody with an account in the tenant; nothing for guests of another one, anonymous participants and bots. */
export function identityOf(activity: TeamsActivity): Identity | undefined {
  const { from, recipient } = activity;
  const tenant = tenantOf(activity);
  const user = from.aadObjectId?.trim().toLowerCase() ?? '';
  if (user === '' || from.role === 'bot' || from.id === recipient.id) return undefined;
  if (from.tenantId !== undefined && from.tenantId !== null && from.tenantId !== tenant) return undefined;
  return { platform: 'teams', tenant, user };
}

/** Who reads the answer to an activity; for guests there is only the language of their Teams. */
export function readerOf(activity: TeamsActivity): Reader {
  const client = activity.entities.find((entity) => entity.type === 'clientInfo');
  return { from: identityOf(activity), locale: activity.locale ?? client?.locale ?? undefined };
}

/** Who people are, as far as their activities say so. */
export interface Profiles {
  of(activity: TeamsActivity, identity: Identity): Profile | undefined;
}

/** Keeps what activities say about people: not each says everything. */
export function profiles(clock: Clock): Profiles {
  const stored = new Recent<Profile>(clock, KNOWN_MS, MAX_CACHED);
  return {
    of: (activity, { tenant, user }) => {
      const key = JSON.stringify([tenant, user]);
      const known = stored.get(key);
      const client = activity.entities.find((entity) => entity.type === 'clientInfo');
      const zone = [activity.localTimezone, client?.timezone].find(isTimeZone) ?? known?.zone;
      const locale = [activity.locale, client?.locale].find(isLocale) ?? known?.locale ?? 'en-GB';
      const name = activity.from.name?.trim() || known?.name;
      // A day in the wrong zone is a wrong day: without a zone there is no profile.
      if (name === undefined || zone === undefined) return undefined;
      const profile = { name, zone, locale };
      stored.set(key, profile);
      return profile;
    },
  };
}

function isLocale(locale: string | null | undefined): locale is string {
  if (!locale) return false;
  try {
    return Intl.getCanonicalLocales(locale).length === 1;
  } catch {
    return false;
  }
}
