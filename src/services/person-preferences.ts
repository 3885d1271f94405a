import type { ContactHours } from '../domain/weekly-schedule.ts';
import type { Person, Workspace } from '../store/entities.ts';
import type { Preferences } from '../store/notifications/preferences.ts';

/** A person with the zone and the locale they wish over what their platform says. */
export function withPreferences<T extends Pick<Person, 'zone' | 'locale'>>(person: T, preferences: Preferences): T {
  const fallback = person.locale ?? 'en-GB';
  const isSpoken =
    preferences.locale === null || preferences.locale === undefined || fallback.startsWith(preferences.locale);
  const locale = isSpoken ? fallback : (preferences.locale ?? fallback);
  // A private part of the locale says that dates are to be written as they are kept.
  return {
    ...person,
    zone: preferences.zone ?? person.zone ?? null,
    locale: preferences.isoDates ? `${locale}-x-iso` : locale,
  };
}

/** When somebody may be told something unasked. */
export function contactHoursOf(
  person: Pick<Person, 'zone'>,
  preferences: Preferences,
  workspace: Pick<Workspace, 'zone'>,
): ContactHours {
  const { zone, workDays, contactFrom: welcomeFrom, contactUntil: welcomeUntil } = preferences;
  return {
    zone: zone ?? person.zone ?? workspace.zone,
    workDays: [...workDays].map(Number),
    from: welcomeFrom,
    until: welcomeUntil,
  };
}
