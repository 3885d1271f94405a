import { commands } from '../../src/commands/index.ts';
import { wordsFor } from '../../src/strings/index.ts';
import { COMMAND_GROUPS } from './command-groups.ts';
import { commandsPage } from './commands-page.ts';

/** The pages of `docs` that are made from the code, by file name. */
export function generatedPages(): Readonly<Record<string, string>> {
  const words = wordsFor('en-GB');
  return { 'commands.md': commandsPage({ groups: COMMAND_GROUPS, commands, words }) };
}
