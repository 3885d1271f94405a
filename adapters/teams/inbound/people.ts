import type { Identity, Profile, Reader } from '../../../src/chat/identity.ts';
import { Recent } from '../../../src/chat/recent-keys.ts';
import { isTimeZone } from '../../../src/chat/time-zone.ts';
import type { Clock } from '../../../src/ports.ts';
import { tenantOf } from '../outbound/reference.ts';
import type { TeamsActivity } from './payloads.ts';

const REMEMBERED_MS = 24 * 60 * 60_000;
const MAX_CACHED = 5000;

/** The sender's identity; `undefined` for guests of another tenant, anonymous participants and bots. */
export function identityOf(activity: TeamsActivity): Identity | undefined {
  const { from, recipient } = activity;
  const tenant = tenantOf(activity);
  const user = from.aadObjectId?.trim().toLowerCase() ?? '';
  if (user === '' || from.role === 'bot' || from.id === recipient.id) return undefined;
  if (from.tenantId !== undefined && from.tenantId !== null && from.tenantId !== tenant) return undefined;
  return { platform: 'teams', tenant, user };
}

/** The reader of the answer to an activity; for guests only the language of their Teams is known. */
export function readerOf(activity: TeamsActivity): Reader {
  const client = activity.entities.find((entity) => entity.type === 'clientInfo');
  return { from: identityOf(activity), locale: activity.locale ?? client?.locale ?? undefined };
}

/** People's profiles, as far as their activities contain them. */
export interface Profiles {
  of(activity: TeamsActivity, identity: Identity): Profile | undefined;
}

/** Collects profiles over several activities, because no activity has to contain all of one. */
export function profiles(clock: Clock): Profiles {
  const known = new Recent<Profile>(clock, REMEMBERED_MS, MAX_CACHED);
  return {
    of: (activity, { tenant, user }) => {
      const key = JSON.stringify([tenant, user]);
      const last = known.get(key);
      const client = activity.entities.find((entity) => entity.type === 'clientInfo');
      const zone = [activity.localTimezone, client?.timezone].find(isTimeZone) ?? last?.zone;
      const locale = [activity.locale, client?.locale].find(isLocale) ?? last?.locale ?? 'en-GB';
      const name = activity.from.name?.trim() || last?.name;
      if (name === undefined) return undefined;
      // Without the person's time zone, dates are those of the workspace's.
      const profile = { name, locale, ...(zone === undefined ? {} : { zone }) };
      known.set(key, profile);
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
