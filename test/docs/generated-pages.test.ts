import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI_GROUPS } from '../../docs/generate/cli-groups.ts';
import { cliPage } from '../../docs/generate/cli-page.ts';
import { dataMapPage } from '../../docs/generate/data-map-page.ts';
import { SETTING_GROUPS } from '../../docs/generate/setting-groups.ts';
import { settingsPage } from '../../docs/generate/settings-page.ts';
import { settingTable } from '../../src/config.ts';
import { parseCommandLine } from '../../src/operator/parse-command-line.ts';
import { subcommandTable } from '../../src/operator/subcommand-table.ts';
import { platforms } from '../../src/platforms.ts';
import { DATA_MAP } from '../../src/store/data-map.ts';

const subcommands = subcommandTable(platforms);
const rows = settingTable(platforms);

/** Splits a line as a shell does, quotes removed. */
function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/gu)].map(([, quoted, plain]) => quoted ?? plain ?? '');
}

describe('the page of the command line', () => {
  it('has every subcommand with its options', () => {
    const page = cliPage({ groups: CLI_GROUPS, subcommands });

    for (const { name, summary, options } of subcommands) {
      expect(page).toContain(`\`${name}`);
      expect(page).toContain(summary);
      for (const [option, { help }] of Object.entries(options)) {
        expect(page).toContain(`\`--${option}`);
        expect(page).toContain(help);
      }
    }
  });

  it.each(CLI_GROUPS.flatMap(({ examples, subcommands: names }) => examples.map((line) => [line, names] as const)))(
    'shows `%s`, which is a valid line of its group',
    (line, names) => {
      expect(parseCommandLine(shellWords(line), subcommands).kind).toBe('command');
      expect(names.some((name) => line.startsWith(name))).toBe(true);
    },
  );

  it('cannot be made while a subcommand is in no group, in two, or unknown', () => {
    const [first, ...others] = CLI_GROUPS;
    if (first === undefined) throw new Error('There are no groups.');
    const unknown = { ...first, subcommands: ['whistle'] };

    expect(() => cliPage({ groups: others, subcommands })).toThrow('in no group of docs/generate: say.');
    expect(() => cliPage({ groups: [first, ...CLI_GROUPS], subcommands })).toThrow('in two groups');
    expect(() => cliPage({ groups: [unknown, ...CLI_GROUPS], subcommands })).toThrow(
      'unknown of docs/generate: whistle',
    );
  });
});

describe('the page of settings', () => {
  it('has every setting with its default and meaning, and marks secrets', () => {
    const lines = settingsPage({ groups: SETTING_GROUPS, rows }).split('\n');

    for (const { name, meaning, default: fallback = '', isSecret } of rows) {
      const mark = isSecret ? ` Secret, or \`${name}_FILE\`.` : '';
      expect(lines).toContain(`| \`${name}\` | ${fallback} | ${meaning.replaceAll('|', '\\|')}${mark} |`);
    }
  });

  it('cannot be made while a setting is in no group', () => {
    expect(() => settingsPage({ groups: SETTING_GROUPS.slice(1), rows })).toThrow('in no group of docs/generate: PORT');
  });
});

describe('the page of data', () => {
  it('is what npm run docs writes', () => {
    expect(readFileSync(join(import.meta.dirname, '../../docs/data-map.md'), 'utf8')).toBe(dataMapPage(DATA_MAP));
  });
});
