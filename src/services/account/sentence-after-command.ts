import { parseLine } from '../../chat/parse-line.ts';
import type { CommandName } from '../../strings/index.ts';
import { historyText, searchText } from './intent-text.ts';
import { intentOf, namesOf } from './intents.ts';
import { guessOf, type InterpretedLine, type LineContext, type TypedCommand } from './interpreted-line.ts';
import { describesActivity, namesActivity } from './recognise-done-activity.ts';
import { readSentence, type Sentence } from './sentence.ts';

/** A command with words behind it that may make a sentence of it. */
interface CommandSentence {
  readonly named: TypedCommand;
  /** The words behind the command. */
  readonly text: string;
  /** The whole line. */
  readonly whole: Sentence;
  /** The words behind the command. */
  readonly after: Sentence;
  readonly reading: LineContext;
}

type Rule = (about: CommandSentence) => TypedCommand | 'unknown' | undefined;

/** Words beside the names of certifications that change nothing. */
const FILLERS =
  /(?<!\p{L})(?:for|of|on|in|my|our|the|all|both|and|with|please|bitte|für|von|bei|mein|meine[nr]?|und|beide|alle|zu|zur|zum|mit|now|today|jetzt|heute)(?!\p{L})/giu;
const POINTED_AT =
  /^(?:it|that|this|that one|this one|das|es|ihn|the last one|(?:the |my |that |this |den |meinen )?(?:very )?(?:last|latest|previous|letzten?) (?:one|record|entry|log|webinar|course|activity|eintrag|aktivität)|last one)(?: (?:again|please|bitte|wieder))?$/u;
const EVERYTHING =
  /^(?:everything|all|all of it|alles|(?:all )?(?:my|meine) (?:data|records|daten|einträge))(?: \p{L}+)?$/u;

/** `pace for cissp and ccsp`: the certifications that are named, if the words say no more. */
const certifications: Rule = ({ named, after, text, reading }) => {
  if (after.certifications.length === 0 || reading.catalogue.find(text) !== undefined) return undefined;
  if (after.otherWords.replace(FILLERS, '').trim() !== '') return undefined;
  return { command: named.command, args: { ...named.args, text: namesOf(after) } };
};
/** The same command without the words behind it, such as `that` of `undo that`. */
const withoutText: Rule = ({ named }) => ({ command: named.command, args: { ...named.args, text: '' } });
const wholeIntent: Rule = ({ whole }) => intentOf(whole);

const RULES: Readonly<Partial<Record<CommandName, Rule>>> = {
  pace: (about) =>
    certifications(about) ??
    (/^(?:of me|me|now|please|bitte)$/u.test(about.after.plain) ? withoutText(about) : undefined),
  debt: certifications,
  why: (about) => wholeIntent(about) ?? certifications(about),
  rules: (about) => {
    const only = certifications(about);
    if (only === undefined || only === 'unknown') return only;
    return { ...only, args: { ...only.args, text: about.after.certifications[0]?.short ?? '' } };
  },
  show: (about) =>
    /^(?:me|us|my|mine|all|mir|meine[nm]?|mein|alle)\b/u.test(about.after.plain) ? wholeIntent(about) : undefined,
  undo: withoutText,
  restore: withoutText,
  unlink: withoutText,
  delete: ({ after }) => {
    if (EVERYTHING.test(after.plain)) return 'unknown';
    return POINTED_AT.test(after.plain) && after.plain !== 'last'
      ? { command: 'delete', args: { text: 'last' } }
      : undefined;
  },
  remove: ({ after }) => (POINTED_AT.test(after.plain) ? { command: 'delete', args: { text: 'last' } } : undefined),
  log: ({ after }) => (/^(?:out|off|in|on|me (?:out|in))$/u.test(after.plain) ? 'unknown' : undefined),
  attended: ({ whole }) =>
    logIf((whole.hasAmount || namesActivity(whole.plain)) && describesActivity(whole), whole.line),
  add: ({ after, text }) => logIf(after.beginsWithAmount && describesActivity(after), text),
  next: ({ after, text }) =>
    after.minutes === undefined && namesActivity(text)
      ? { command: 'search', args: { text: searchText({ line: text }) } }
      : undefined,
  search: ({ named, text, reading }) => {
    const [lead = '', first = ''] = /^(?:(?:me|mir)\s+|(?:for|nach)\s+)+(\S+)/iu.exec(text) ?? [];
    if (lead === '' || reading.catalogue.find(first) !== undefined) return undefined;
    return {
      command: 'search',
      args: { ...named.args, text: searchText({ line: text.slice(lead.length - first.length) }) },
    };
  },
  history: ({ named, after }) => {
    const isSentence = /(?<!\p{L})(?:of|my|for|in|from|since|all|von|meine[rn]?|für|im|aus|seit)(?!\p{L})/u.test(
      after.plain,
    );
    const text = historyText(after);
    return isSentence && text !== '' ? { command: 'history', args: { ...named.args, text } } : undefined;
  },
  help: ({ whole, text, reading }) => {
    const topic = text.replace(/^(?:me )?(?:with|on|about|for|zu|mit|bei|zum|zur)\s+/iu, '');
    if (reading.commandOf(parseLine(topic)) !== undefined) return { command: 'help', args: { text: topic } };
    const { line } = whole;
    return intentOf(readSentence(line.replace(/^\S+\s+/u, ''), reading));
  },
};

function logIf(isActivity: boolean, line: string): TypedCommand | undefined {
  return isActivity ? { command: 'log', args: { ...parseLine(`log ${line}`).args } } : undefined;
}

/** Returns what a line means that begins with a command but is a sentence, or undefined where it is the command as it is used. */
export function sentenceAfterCommand(
  named: TypedCommand,
  line: string,
  reading: LineContext,
): InterpretedLine | undefined {
  const { text = '' } = named.args;
  const found = RULES[named.command]?.({
    named,
    text,
    whole: readSentence(line, reading),
    after: readSentence(text, reading),
    reading,
  });
  if (found === undefined) return undefined;
  return found === 'unknown' ? { kind: 'unknown' } : guessOf(found);
}
