import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { COMMAND_GROUPS } from '../../docs/generate/command-groups.ts';
import { commandsPage } from '../../docs/generate/commands-page.ts';
import { generatedPages } from '../../docs/generate/pages.ts';
import { loadCatalogue } from '../../src/catalogue/index.ts';
import { commandLookup, commands } from '../../src/commands/index.ts';
import { day } from '../../src/domain/calendar.ts';
import { interpretLine } from '../../src/services/account/interpret-line.ts';
import { wordsFor } from '../../src/strings/index.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs');
const words = wordsFor('en-GB');

describe('the generated pages', () => {
  it.each(Object.entries(generatedPages()))('docs/%s is what `npm run docs` writes', (name, text) => {
    expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
  });

  it('name every command once', () => {
    expect(COMMAND_GROUPS.flatMap((group) => group.commands).sort()).toEqual(commands.map(({ name }) => name).sort());
  });

  it('cannot be made while a command is in no group, or in two', () => {
    const [first, ...others] = COMMAND_GROUPS;
    if (first === undefined) throw new Error('There are no groups.');

    expect(() => commandsPage({ groups: others, commands, words })).toThrow(first.commands[0]);
    expect(() => commandsPage({ groups: [first, ...COMMAND_GROUPS], commands, words })).toThrow('in two groups');
  });

  it.each(
    ['en-GB', 'de-DE'].flatMap((locale) =>
      commands.flatMap(({ name }) => (wordsFor(locale).examples[name] ?? []).map(([line]) => ({ locale, name, line }))),
    ),
  )('show `$line`, which is understood as $name', ({ locale, name, line }) => {
    const reading = { today: day('2026-11-29'), locale, catalogue: loadCatalogue(), ...commandLookup };

    expect(interpretLine(line, reading)).toMatchObject({ command: name });
  });
});
