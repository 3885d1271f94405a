import type { Interaction } from '../chat/interaction.ts';
import type { Command } from '../commands/command.ts';
import { commandLookup, findCommand } from '../commands/index.ts';
import { interpretLine } from '../services/account/interpret-line.ts';
import type { SentenceContext } from '../services/account/sentence.ts';

/** The command that runs, with its arguments. */
interface Understood {
  readonly command: Command;
  readonly args: Interaction['args'];
  readonly isGuess?: boolean;
}

/** Finds what an interaction asks for. A line that isn't understood is answered by `help`; a guess never writes without asking. */
export function understand(interaction: Omit<Interaction, 'files'>, reading: SentenceContext): Understood {
  const { command: word, args, line, answers } = interaction;
  const named = findCommand(word);
  // Files without words bring their command, and no line to interpret.
  const hasLine = line !== undefined && (line !== '' || named === undefined);
  if (!hasLine || answers !== undefined) return named ? { command: named, args } : unknown(word, args);
  const found = interpretLine(line, { ...reading, ...commandLookup });
  if (found.kind === 'unknown') return unknown(line, args);
  const command = findCommand(found.command);
  if (command === undefined) return unknown(line, args);
  if (found.kind === 'typed') return { command, args };
  const isSafe = command.writes === 'never' || command.confirmsGuess === true || command.opensForm === true;
  return isSafe ? { command, args: { ...args, ...found.args }, isGuess: true } : unknown(line, args);
}

function unknown(word: string, args: Interaction['args']): Understood {
  return { command: findCommand('help') as Command, args: { ...args, unknown: word } };
}
