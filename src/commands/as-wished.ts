import type { Manners } from '../domain/slot.ts';
import type { Person, Workspace } from '../store/entities.ts';
import type { Wishes } from '../store/preferences.ts';

/** A person with the zone and the locale they wish over what their platform says. */
export function asWished<T extends Pick<Person, 'zone' | 'locale'>>(person: T, wishes: Wishes): T {
  const usual = person.locale ?? 'en-GB';
  const isSpoken = wishes.locale === null || wishes.locale === undefined || usual.startsWith(wishes.locale);
  const locale = isSpoken ? usual : (wishes.locale ?? usual);
  // A private part of the locale says that dates are to be written as they are kept.
  return { ...person, zone: wishes.zone ?? person.zone ?? null, locale: wishes.isoDates ? `${locale}-x-iso` : locale };
}

/** When somebody may be told something unasked. */
export function mannersOf(person: Pick<Person, 'zone'>, wishes: Wishes, workspace: Pick<Workspace, 'zone'>): Manners {
  const { zone, workDays, welcomeFrom, welcomeUntil } = wishes;
  return {
    zone: zone ?? person.zone ?? workspace.zone,
    workDays: [...workDays].map(Number),
    from: welcomeFrom,
    until: welcomeUntil,
  };
}
