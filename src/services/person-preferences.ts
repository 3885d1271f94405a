import type { Role } from '../domain/roles.ts';
import type { ContactHours } from '../domain/weekly-schedule.ts';
import type { Person, Workspace } from '../store/entities.ts';
import type { Preferences } from '../store/notifications/preferences.ts';

/**
 * Returns a person with the time zone and locale of their preferences, and the role they act in; the platform's are the default. Someone who
 * left keeps their records and has no other role than a member.
 */
export function withPreferences<T extends Pick<Person, 'zone' | 'locale'> & { readonly role?: Role }>(
  person: T,
  preferences: Preferences,
): T {
  const platformLocale = person.locale ?? 'en-GB';
  const preferred = preferences.locale ?? platformLocale;
  // `de` and the platform's `de-AT` are one language: the more exact locale is kept.
  const locale = platformLocale.startsWith(preferred) ? platformLocale : preferred;
  // Private subtags of the locale ask for dates in ISO format, and say in which order the member types day and month.
  const own = [...(preferences.isoDates ? ['iso'] : []), ...(preferences.dateOrder ? [preferences.dateOrder] : [])];
  return {
    ...person,
    ...(preferences.leftOn ? { role: 'member' as const } : {}),
    zone: preferences.zone ?? person.zone ?? null,
    locale: own.length === 0 ? locale : `${locale}-x-${own.join('-')}`,
  };
}

/** Returns when a person may be sent unprompted messages. */
export function contactHoursOf(
  person: Pick<Person, 'zone'>,
  preferences: Preferences,
  workspace: Pick<Workspace, 'zone'>,
): ContactHours {
  const { zone, workDays, contactFrom, contactUntil } = preferences;
  return {
    zone: zone ?? person.zone ?? workspace.zone,
    workDays: [...workDays].map(Number),
    from: contactFrom,
    until: contactUntil,
  };
}
