import type { Command } from '../../src/commands/command.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Words } from '../../src/strings/index.ts';
import type { CommandGroup } from './command-groups.ts';

type Described = Pick<Command, 'name' | 'role'>;

interface CommandsPage {
  readonly groups: readonly CommandGroup[];
  readonly commands: readonly Described[];
  readonly words: Words;
}

const AUDIENCE: Readonly<Record<Role, string>> = {
  member: 'everyone',
  manager: 'managers',
  auditor: 'auditors',
  admin: 'admins',
};

const INTRO = `# Commands

<!-- Generated from the command list by \`npm run docs\`. Edit docs/generate/ and src/strings/en instead. -->

In Slack, type \`/recert\` before each line. In Teams, the playground and a terminal, type the line as it is.
Anything you leave out is asked for in a form. How each platform answers: [parity.md](parity.md).
`;

/** The page of all commands by feature; throws when a command stands in no group or in two. */
export function commandsPage({ groups, commands, words }: CommandsPage): string {
  const listed = groups.flatMap((group) => group.commands);
  const unlisted = commands.filter(({ name }) => !listed.includes(name)).map(({ name }) => name);
  const repeated = listed.filter((name, index) => listed.indexOf(name) !== index);
  if (unlisted.length > 0) throw new Error(`These commands are in no group of docs/generate: ${unlisted.join(', ')}.`);
  if (repeated.length > 0)
    throw new Error(`These commands are in two groups of docs/generate: ${repeated.join(', ')}.`);
  return [INTRO, ...groups.map((group) => section(group, commands, words))].join('\n');
}

function section(
  { title, intro, commands: names, examples }: CommandGroup,
  commands: readonly Described[],
  words: Words,
) {
  const rows = names.map((name) => {
    const command = commands.find((one) => one.name === name);
    if (command === undefined) throw new Error(`docs/generate names '${name}', which is not a command.`);
    const { usage, summary } = words.commands[name];
    return [`\`${usage}\``, capitalized(summary), AUDIENCE[command.role]];
  });
  const more = examples.map(([line, meaning]) => [`\`${line}\``, capitalized(meaning)]);
  return [
    `## ${title}\n`,
    `${intro}\n`,
    table(['Command', 'What it does', 'For'], rows),
    `Examples:\n`,
    table(['Type', 'To'], more),
  ].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return `${[line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')}\n`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
