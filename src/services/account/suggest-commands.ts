import type { CommandName } from '../../strings/index.ts';
import { namesOf } from './intents.ts';
import { interpretLine } from './interpret-line.ts';
import { guessOf, type LineContext, type TypedCommand } from './interpreted-line.ts';
import { readSentence, withoutCourtesy } from './sentence.ts';
import { nearestWord } from './suggest-word.ts';

/** What was recognised in a line that no command understands, and what may have been meant. */
export interface LineSuggestions {
  /** The line without courtesies. */
  readonly line: string;
  /** The command whose name is nearest to the first word. */
  readonly nearest: CommandName | undefined;
  /** Short names of the certifications in it. */
  readonly certifications: readonly string[];
  readonly minutes: number | undefined;
  readonly commands: readonly TypedCommand[];
  /** The line is too long to be carried by a button. */
  readonly isTooLong: boolean;
}

/** In characters; with its command and quotes a line of this length fits into a button of every platform. */
const MAX_CARRIED = 800;
const MAX_COMMANDS = 3;

/** Suggests commands for a line that wasn't understood. Each keeps the words of the line. */
export function suggestCommands(typed: string, reading: LineContext): LineSuggestions {
  const line = withoutCourtesy(typed);
  const [, first = '', rest = ''] = /^(\S+)\s*([\s\S]*)$/u.exec(line) ?? [];
  const nearest = nearestWord(first, reading.commandWords);
  const sentence = readSentence(line, reading);
  const isTooLong = line.length > MAX_CARRIED;
  const commands: TypedCommand[] = [];
  if (nearest !== undefined) {
    const found = interpretLine(`${nearest[0]} ${isTooLong ? '' : rest}`.trim(), reading);
    const guess = found.kind === 'unknown' ? found : guessOf(found);
    if (guess.kind === 'guess') commands.push({ command: guess.command, args: guess.args });
  }
  if ((sentence.hasAmount || (sentence.hasPastDay && !sentence.isQuestion)) && nearest === undefined)
    commands.push({ command: 'log', args: { text: isTooLong ? '' : line } });
  if (sentence.certifications.length > 0 && nearest === undefined)
    commands.push({ command: 'pace', args: { text: namesOf(sentence) } });
  return {
    line,
    nearest: nearest?.[1],
    certifications: sentence.certifications.map(({ short }) => short),
    minutes: sentence.minutes,
    commands: commands.slice(0, MAX_COMMANDS),
    isTooLong,
  };
}
