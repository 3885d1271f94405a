import type { Command } from '../../src/commands/command.ts';
import type { Role } from '../../src/domain/roles.ts';
import type { Words } from '../../src/strings/index.ts';
import type { CommandGroup } from './command-groups.ts';
import { checkGroups, table } from './table.ts';

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
Anything you leave out is asked for in a form. Sentences work too: \`am I behind on my cissp?\`, \`2h OWASP meetup yesterday\`.
A sentence never changes anything by itself: recert answers it, opens a form, or asks first. \`help log\` explains one command in the chat. How each platform answers: [parity.md](parity.md).
`;

/** Returns the page of all commands by feature. Throws if a command is in no group or in two. */
export function commandsPage({ groups, commands, words }: CommandsPage): string {
  const names = commands.map(({ name }) => name);
  const grouped = groups.flatMap((group) => group.commands);
  checkGroups('commands', names, grouped);
  return [INTRO, ...groups.map((group) => section(group, commands, words))].join('\n');
}

function section({ title, intro, commands: names }: CommandGroup, commands: readonly Described[], words: Words) {
  const rows = names.flatMap((name) =>
    commands
      .filter((command) => command.name === name)
      .map(({ role }) => {
        const { usage, summary } = words.commands[name];
        return [`\`${usage}\``, capitalized(summary), AUDIENCE[role]];
      }),
  );
  const examples = names.flatMap((name) => words.examples[name] ?? []);
  const more = examples.map(([line, meaning]) => [`\`${line}\``, capitalized(meaning)]);
  return [
    `## ${title}\n`,
    `${intro}\n`,
    table(['Command', 'What it does', 'For'], rows),
    `Examples:\n`,
    table(['Type', 'To'], more),
  ].join('\n');
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
