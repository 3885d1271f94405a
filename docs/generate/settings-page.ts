import { FILE_SUFFIX } from '../../src/settings/secret-files.ts';
import type { SettingRow } from '../../src/settings/setting-notes.ts';
import type { SettingGroup } from './setting-groups.ts';
import { checkGroups, table } from './table.ts';

/** What the pages of settings are made from. */
export interface SettingsPage {
  readonly groups: readonly SettingGroup[];
  readonly rows: readonly SettingRow[];
}

const INTRO = `# Settings

<!-- Generated from the settings by \`npm run docs\`. Edit docs/generate/ and the notes of each setting in src and adapters instead. -->

Settings are environment variables, read once at start. If any are invalid, recert lists all problems at once and exits. An empty value counts as not set.
The values of secrets are never shown in messages or logs.

Each secret can be in a file instead: set the setting’s name with \`_FILE\` at its end to the path, as in \`SLACK_BOT_TOKEN_FILE=/run/secrets/slack-bot-token\`. White space
around the value is left out. A secret that is set in both ways, an empty file and one that can’t be read end recert with a sentence.
`;

/** Returns the page of all settings by subject. Throws if a setting is in no group or in two. */
export function settingsPage({ groups, rows }: SettingsPage): string {
  checkGroups(
    'settings',
    rows.map(({ name }) => name),
    groups.flatMap(({ settings }) => settings),
  );
  return [INTRO, ...groups.map((group) => section(group, rows))].join('\n');
}

function section({ title, intro, settings }: SettingGroup, rows: readonly SettingRow[]): string {
  const cells = settings.flatMap((name) => rows.filter((row) => row.name === name).map(rowCells));
  return [
    `## ${title}\n`,
    ...(intro === undefined ? [] : [`${intro}\n`]),
    table(['Setting', 'Default', 'Meaning'], cells),
  ].join('\n');
}

function rowCells({ name, meaning, default: fallback = '', isSecret }: SettingRow): readonly string[] {
  return [`\`${name}\``, fallback, isSecret ? `${meaning} Secret, or \`${name}${FILE_SUFFIX}\`.` : meaning];
}
