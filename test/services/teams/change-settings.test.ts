import { describe, expect, it } from 'vitest';
import type { Answers } from '../../../src/chat/form.ts';
import type { Scope } from '../../../src/services/data-with-catalogue.ts';
import { answersOfSettings, changeSettings } from '../../../src/services/teams/change-settings.ts';
import type { WorkspaceSettings } from '../../../src/store/teams/settings.ts';
import { wordsFor } from '../../../src/strings/index.ts';
import { settingsForm } from '../../../src/views/teams/settings-form.ts';

const words = wordsFor('en-GB');
const now = new Date('2026-11-23T12:00:00Z');
const stored: WorkspaceSettings = {
  ...{ locale: 'en-US', zone: 'Europe/Berlin', tolerance: 7, nudgeBudget: 2 },
  ...{ namesMembers: true, escalates: false },
};
const answers: Answers = {
  ...{ language: 'en', zone: 'Europe/Berlin', tolerance: '7', budget: '2' },
  ...{ names: 'yes', escalates: 'no' },
};

/** Sends the form with some answers. Returns the result and what was written, in this order. */
async function send(over: Answers, locale = 'en-US') {
  const written: unknown[] = [];
  const data = {
    workspace: { workspaceId: 'w', ...stored, locale },
    settings: { save: async (settings: unknown) => void written.push(settings) },
    schedule: { scheduleNoLaterThan: async (...args: unknown[]) => void written.push(args) },
  };
  const scope = { request: { words, now }, data } as unknown as Scope;
  const result = await changeSettings({ form: settingsForm(words), answers: { ...answers, ...over } }, scope);
  return { result, written };
}

describe('the settings of a workspace', () => {
  it('are shown as answers', () => {
    expect(answersOfSettings(stored)).toEqual(answers);
    expect(answersOfSettings({ ...stored, namesMembers: false, escalates: true })).toMatchObject({
      names: 'no',
      escalates: 'yes',
    });
  });

  it.each<[Answers, Partial<WorkspaceSettings>]>([
    [{}, {}],
    [{ zone: ' Asia/Tokyo ' }, { zone: 'Asia/Tokyo' }],
    [
      { tolerance: '60', budget: '31' },
      { tolerance: 60, nudgeBudget: 31 },
    ],
    [
      { tolerance: ' 0 ', budget: '0' },
      { tolerance: 0, nudgeBudget: 0 },
    ],
    [
      { names: 'no', escalates: 'yes' },
      { namesMembers: false, escalates: true },
    ],
  ])('are saved with %j, and notifications are planned anew', async (over, changed) => {
    const settings = { ...stored, ...changed };

    expect(await send(over)).toEqual({ result: { settings }, written: [settings, ['w', now]] });
  });

  it.each([
    ['en-US', 'en', 'en-US'],
    ['en-US', 'de', 'de-DE'],
    ['de-AT', 'de', 'de-AT'],
    ['de-AT', 'en', 'en-GB'],
  ])('of %s in the language “%s” have the locale %s', async (before, language, locale) => {
    expect((await send({ language }, before)).result).toMatchObject({ settings: { locale } });
  });

  const { badTolerance, badBudget } = words.settings;
  it.each<[Answers, Answers]>([
    [{ zone: '' }, { zone: words.shape.missing }],
    [{ zone: 'Berlin' }, { zone: words.team.badZone('Berlin') }],
    [{ tolerance: '61' }, { tolerance: badTolerance }],
    [{ tolerance: '-1' }, { tolerance: badTolerance }],
    [{ tolerance: '1.5' }, { tolerance: badTolerance }],
    [{ budget: '32' }, { budget: badBudget }],
    [{ budget: 'many' }, { budget: badBudget }],
    [{ budget: '' }, { budget: words.shape.missing }],
    [{ language: 'xx' }, { language: words.shape.notAnOption }],
  ])('are refused with %j, and nothing is written', async (over, errors) => {
    expect(await send(over)).toEqual({ result: { errors }, written: [] });
  });
});
