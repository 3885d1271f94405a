import { parseLine } from '../../chat/parse-line.ts';
import { intentOf } from './intents.ts';
import { guessOf, type InterpretedLine, type LineContext, type TypedCommand } from './interpreted-line.ts';
import { activityToLog, describesActivity } from './recognise-done-activity.ts';
import { readSentence, withoutCourtesy } from './sentence.ts';
import { sentenceAfterCommand } from './sentence-after-command.ts';
import { nearestWord } from './suggest-word.ts';

/**
 * Interprets a typed line. A command as it is used is returned as it is; a sentence becomes a guess, which may only read, open a form, or
 * ask.
 */
export function interpretLine(typed: string, reading: LineContext): InterpretedLine {
  const line = parseLine(typed);
  const named = reading.commandOf(line);
  if (named !== undefined) {
    const { text = '' } = named.args;
    if (text === '') return { kind: 'typed', ...named };
    return sentenceAfterCommand(named, line.line, reading) ?? { kind: 'typed', ...named };
  }
  const plainRequest = withoutCourtesy(line.line);
  if (plainRequest !== line.line) return asGuess(interpretLine(plainRequest, reading));
  return interpretSentence(line.line, reading);
}

function interpretSentence(line: string, reading: LineContext): InterpretedLine {
  const sentence = readSentence(line, reading);
  const toLog = activityToLog(sentence);
  if (toLog !== undefined) return logGuess(toLog);
  // `lgo 1h webinar today` is a misspelt command, not an activity.
  const isMisspelt = nearestWord(line.split(/\s/u)[0] ?? '', reading.commandWords) !== undefined;
  if (describesActivity(sentence, isMisspelt)) return logGuess(line);
  const intent = intentOf(sentence);
  if (intent !== undefined) return withHelpTopic(intent, reading);
  return { kind: 'unknown' };
}

/** `how do I import` asks for help with the command `import`, if there is one. */
function withHelpTopic(intent: TypedCommand, reading: LineContext): InterpretedLine {
  const { text = '' } = intent.args;
  if (intent.command !== 'help' || text === '') return guessOf(intent);
  const topic = reading.commandOf(parseLine(text))?.command ?? '';
  return guessOf({ command: 'help', args: { text: topic } });
}

/** Opens the form to log a line; `!!`, which saves at once, is not taken from a guess. */
function logGuess(line: string): InterpretedLine {
  return guessOf({ command: 'log', args: parseLine(`log ${line}`).args });
}

function asGuess(found: InterpretedLine): InterpretedLine {
  return found.kind === 'typed' ? guessOf(found) : found;
}
