import { describe, expect, it } from 'vitest';
import { contactHoursOf, withPreferences } from '../../src/services/person-preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../src/store/notifications/preferences.ts';

const prefer = (over: Partial<Preferences>): Preferences => ({ ...DEFAULT_PREFERENCES, ...over });

describe('a person with their preferences', () => {
  it.each([
    [{ zone: 'UTC', locale: 'en-US' }, {}, { zone: 'UTC', locale: 'en-US' }],
    [{ zone: null, locale: null }, {}, { zone: null, locale: 'en-GB' }],
    [{ zone: 'UTC', locale: 'en-US' }, { zone: 'Europe/Berlin' }, { zone: 'Europe/Berlin', locale: 'en-US' }],
    [{ zone: 'UTC', locale: 'en-US' }, { locale: 'de' }, { zone: 'UTC', locale: 'de' }],
    [{ zone: 'UTC', locale: 'de-CH' }, { locale: 'de' }, { zone: 'UTC', locale: 'de-CH' }],
    [{ zone: 'UTC', locale: 'en-US' }, { isoDates: true }, { zone: 'UTC', locale: 'en-US-x-iso' }],
    [
      { zone: 'UTC', locale: null },
      { locale: 'de', isoDates: true },
      { zone: 'UTC', locale: 'de-x-iso' },
    ],
  ])('%j who prefers %j is %j', (person, over, expected) => {
    expect(withPreferences(person, prefer(over))).toEqual(expected);
  });

  it.each([
    [{ zone: 'Asia/Tokyo' }, { zone: 'Europe/Berlin' }, 'Europe/Berlin'],
    [{ zone: 'Asia/Tokyo' }, {}, 'Asia/Tokyo'],
    [{ zone: null }, {}, 'America/New_York'],
  ])('%j who prefers %j has contact hours in %s', (person, over, zone) => {
    const preferences = prefer({ ...over, workDays: '135', contactFrom: 8, contactUntil: 16 });

    expect(contactHoursOf(person, preferences, { zone: 'America/New_York' })).toEqual({
      zone,
      workDays: [1, 3, 5],
      from: 8,
      until: 16,
    });
  });
});
