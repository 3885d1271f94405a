import type { CommandName } from '../views/help-card.ts';
import { add } from './add.ts';
import { certs } from './certs.ts';
import type { Command } from './command.ts';
import { helpFor } from './help.ts';
import { link, unlink } from './link.ts';
import { log } from './log.ts';
import { pace } from './pace.ts';
import { remove } from './remove.ts';
import { restore, undo } from './take-back.ts';

const asked: readonly Command[] = [log, pace, certs, add, undo, restore, remove, link, unlink];
const help = helpFor([...asked.map((command) => command.name), 'help']);

/** Every command, in the order in which help names them. */
export const commands: readonly Command[] = [...asked, help];

/** The command a word names; help for an empty line, for a greeting, and nothing for any other word. */
export function commandNamed(word: string): Command | undefined {
  const name = word.toLowerCase();
  if (['', 'help', 'hi', 'hello', '?'].includes(name)) return help;
  return commands.find((command) => command.name === (name as CommandName));
}
