import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import { day } from '../../../src/domain/calendar.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import {
  answersOfPreferences,
  readPreferences,
  savePreferences,
} from '../../../src/services/notifications/save-preferences.ts';
import { DEFAULT_PREFERENCES, type Preferences } from '../../../src/store/notifications/preferences.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { preferencesForm } from '../../../src/views/notifications/preferences-form.ts';

const words = wordsFor('en-GB');
const today = day('2026-11-23');
const answers = answersOfPreferences(DEFAULT_PREFERENCES);

function read(over: Answers) {
  const form = preferencesForm({ zone: 'UTC', mayBeNamed: true }, words);
  return readPreferences({ form, answers: { ...answers, ...over } }, { words, today });
}

describe('the form of preferences', () => {
  it.each<Partial<Preferences>>([
    {},
    { zone: 'Europe/Berlin', locale: 'de', isoDates: true, workDays: '13', contactFrom: 10, contactUntil: 12 },
    { isNamed: true, wantsNudges: false, tellsManager: false, awayUntil: today },
  ])('reads back what it is filled in with: %j', (over) => {
    const {
      leftOn: _,
      leftBy: ____,
      decidedOn: __,
      dateOrder: ___,
      tableNames: _____,
      ...preferences
    } = { ...DEFAULT_PREFERENCES, ...over };
    const filled = answersOfPreferences({ ...DEFAULT_PREFERENCES, ...over });

    expect(read(filled)).toEqual({ preferences });
  });

  it('sorts the days, and says nothing about names where it does not ask', () => {
    const { named: _, ...others } = answers;
    const form = preferencesForm({ zone: 'UTC', mayBeNamed: false }, words);
    const sent = { form, answers: { ...others, days: ['5', '1'] } };
    const found = readPreferences(sent, { words, today });

    expect(found).toMatchObject({ preferences: { workDays: '15' } });
    expect('preferences' in found && 'isNamed' in found.preferences).toBe(false);
  });

  it.each([
    [{ zone: 'Berlin' }, { zone: words.team.badZone('Berlin') }],
    [{ from: '9', until: '9' }, { until: words.preferences.hoursOrder }],
    [{ from: '24' }, { from: words.shape.notAnOption, until: words.preferences.hoursOrder }],
    [{ days: [] }, { days: words.shape.missing }],
    [{ away: '2026-02-30' }, { away: words.pace.badDay('2026-02-30') }],
    [{ away: '2026-11-22' }, { away: words.nudge.snoozePast }],
    [{ language: 'fr' }, { language: words.shape.notAnOption }],
  ])('is refused with %j', (over, errors) => {
    expect(read(over)).toEqual({ errors });
  });
});

describe('saved preferences', () => {
  async function save(preferences: Partial<Preferences>, known: object | null) {
    let stored = DEFAULT_PREFERENCES;
    const scheduled: unknown[] = [];
    const now = new Date('2026-11-23T12:00:00Z');
    const data = {
      workspace: { workspaceId: 'w', zone: 'UTC' },
      people: { get: async () => known },
      preferences: {
        of: async () => stored,
        save: async (_: string, changes: Partial<Preferences>) => {
          stored = { ...stored, ...changes };
        },
      },
      schedule: { scheduleNoLaterThan: async (...args: unknown[]) => void scheduled.push(args) },
    };
    const request = { person: { personId: 'p', zone: 'Asia/Tokyo', locale: 'de-x-iso' }, now };
    return { inForce: await savePreferences(preferences, { request, data } as unknown as Scope), stored, scheduled };
  }

  it('hold from now on, on top of what the platform says', async () => {
    const { inForce, stored, scheduled } = await save({ workDays: '13' }, { zone: 'Europe/Paris', locale: 'fr-FR' });

    expect(inForce).toEqual({
      locale: 'fr-FR',
      contactHours: { zone: 'Europe/Paris', workDays: [1, 3], from: 9, until: 18 },
      wantsNudges: true,
    });
    expect(stored.workDays).toBe('13');
    expect(scheduled).toEqual([['w', new Date('2026-11-23T12:00:00Z')]]);
  });

  it('are in the language and zone of the person where the platform says nothing', async () => {
    const { inForce } = await save({ wantsNudges: false }, null);

    expect(inForce).toMatchObject({ locale: 'de-x-iso', contactHours: { zone: 'Asia/Tokyo' }, wantsNudges: false });
  });
});
