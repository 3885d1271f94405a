import { COMMON_OPTIONS, optionUsage, type Subcommand, usageOf } from './subcommand.ts';

const WIDTH = 118;
/** The column in which the descriptions begin. */
const COLUMN = 32;

/** Returns the help of the command line, from the table of its subcommands. */
export function helpText(subcommands: readonly Subcommand[]): string {
  const { workspace } = COMMON_OPTIONS;
  return [
    'Usage: npm run recert -- COMMAND',
    '',
    ...subcommands.flatMap(subcommandLines),
    ...row('  help', 'Prints this text.'),
    '',
    ...row(`  ${optionUsage('workspace', workspace)}`, workspace.help),
    '',
    'Settings come from the environment, as with npm start. WHO is a member’s name or user ID on the platform.',
    'Exit codes: 0 success, 1 refused or failed, 2 invalid command line.',
  ].join('\n');
}

function subcommandLines(command: Subcommand): readonly string[] {
  const options = Object.entries(command.options).flatMap(([name, about]) =>
    row(`      ${optionUsage(name, about)}`, about.isRepeatable ? `${about.help} Repeatable.` : about.help),
  );
  return [...row(`  ${usageOf(command)}`, command.summary), ...options];
}

/** Returns a name with its description beside it, or below it if the name is long. */
function row(name: string, text: string): readonly string[] {
  const lines = wrapped(text);
  const indented = (line: string) => `${' '.repeat(COLUMN)}${line}`;
  if (name.length > COLUMN - 1) return [name, ...lines.map(indented)];
  const [first = '', ...rest] = lines;
  return [`${name.padEnd(COLUMN)}${first}`, ...rest.map(indented)];
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && COLUMN + line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
