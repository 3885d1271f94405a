import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readConfig, settingTable } from '../../src/config.ts';
import { platforms } from '../../src/platforms.ts';
import { choice, flag, neededText, textThat, wholeNumber } from '../../src/settings/fields.ts';
import { readFields, settingRows } from '../../src/settings/setting-notes.ts';

const table = settingTable(platforms);

/** What the program says of an environment that is wrong. */
function complaintsAbout(env: Readonly<Record<string, string>>): string {
  try {
    readConfig(env, platforms);
    return '';
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe('the table of settings', () => {
  it('has every setting of the program, its platforms and its file store once, in words', () => {
    const names = table.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['PORT', 'SLACK_BOT_TOKEN', 'RECERT_TEAMS_DEV', 'RECERT_S3_BUCKET']));
    for (const { name, meaning } of table) expect(meaning, name).toMatch(/^\S.*\.$/u);
  });

  it('marks what may never be repeated: no complaint shows its value', () => {
    const secrets = table.filter(({ isSecret }) => isSecret).map(({ name }) => name);
    const stated = complaintsAbout(Object.fromEntries(table.map(({ name }) => [name, `no-good-${name}!`])));

    expect(secrets).toEqual(expect.arrayContaining(['DATABASE_URL', 'TEAMS_APP_PASSWORD', 'SLACK_SIGNING_SECRET']));
    for (const name of secrets) expect(stated).not.toContain(`no-good-${name}!`);
    for (const name of ['PORT', 'LOG_LEVEL', 'RECERT_S3_REGION'])
      expect(stated).toContain(`${name} 'no-good-${name}!' isn't`);
  });

  it('cannot have a setting without notes', () => {
    expect(() => settingRows(z.object({ NAMELESS: z.string() }))).toThrow('The setting NAMELESS has no notes.');
  });
});

describe('the fields', () => {
  const settings = z.object({
    NEEDED: neededText('the name of something'),
    COUNT: wholeNumber(1, 10).prefault('5'),
    COLOR: choice(['red', 'blue']).exactOptional(),
    IS_ON: flag().exactOptional(),
    SECRET: textThat((text) => text.startsWith('s-'), {
      use: 'a text that begins with s-',
      isSecret: true,
    }).exactOptional(),
  });
  const read = (env: Readonly<Record<string, string>>) => {
    const problems: string[] = [];
    return { values: readFields(settings, (name) => env[name], problems), problems };
  };

  it('give values of their kinds, and defaults for what is not set', () => {
    expect(read({ NEEDED: 'x', COLOR: 'blue', IS_ON: '1', SECRET: 's-1' })).toEqual({
      values: { NEEDED: 'x', COUNT: 5, COLOR: 'blue', IS_ON: true, SECRET: 's-1' },
      problems: [],
    });
  });

  it('say all that is wrong at once, with the value unless it is a secret', () => {
    expect(read({ COUNT: '11', COLOR: 'green', IS_ON: 'yes', SECRET: 'hunter2' })).toEqual({
      values: undefined,
      problems: [
        'NEEDED is missing. Set it to the name of something.',
        `COUNT '11' isn't valid. Use a number from 1 to 10.`,
        `COLOR 'green' isn't valid. Use one of: red, blue.`,
        `IS_ON 'yes' isn't valid. Use 0 or 1.`,
        `SECRET isn't valid. Use a text that begins with s-.`,
      ],
    });
  });
});
