import type { Line } from '../../chat/parse-line.ts';
import type { CommandName } from '../../strings/index.ts';
import type { SentenceContext } from './sentence.ts';

/** A command with its arguments, as a line asks for it. */
export interface TypedCommand {
  readonly command: CommandName;
  readonly args: Readonly<Record<string, string>>;
}

/** What a line asks for: a command as typed, a command guessed from a sentence, or nothing that is known. */
export type InterpretedLine = ({ readonly kind: 'typed' | 'guess' } & TypedCommand) | { readonly kind: 'unknown' };

/** A word and the command it names. */
export type CommandWord = readonly [word: string, command: CommandName];

/** What a line is interpreted with. */
export interface LineContext extends SentenceContext {
  /** Every word that names a command. */
  readonly commandWords: readonly CommandWord[];
  /** Returns the command that a line begins with, or undefined. */
  commandOf(line: Line): TypedCommand | undefined;
}

/** Returns a guess without the `!!` that would save a line at once. */
export function guessOf({ command, args }: TypedCommand): InterpretedLine {
  const { text } = args;
  if (text === undefined) return { kind: 'guess', command, args };
  return { kind: 'guess', command, args: { ...args, text: text.replace(/(?:\s*!!+)+\s*$/u, '') } };
}
