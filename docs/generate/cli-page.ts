import {
  COMMON_OPTIONS,
  type CommandOption,
  optionUsage,
  type Subcommand,
  usageOf,
} from '../../src/operator/subcommand.ts';
import type { CliGroup } from './cli-groups.ts';
import { checkGroups, table } from './table.ts';

interface CliPage {
  readonly groups: readonly CliGroup[];
  readonly subcommands: readonly Subcommand[];
}

const INTRO = `# Command line

<!-- Generated from the table of subcommands by \`npm run docs\`. Edit docs/generate/ and src/operator/ instead. -->

For the operator of recert:

\`\`\`sh
npm run recert -- COMMAND
\`\`\`

Settings come from the environment, as with \`npm start\`: see [settings.md](settings.md). The embedded database can be opened by one
process at a time, so stop \`npm start\` first. Use \`npm run --silent recert\` to print the output of a subcommand only.

\`WHO\` is a member’s name or user ID on the platform.
`;

const EXIT_CODES = [
  ['0', 'success'],
  ['1', 'refused or failed'],
  ['2', 'invalid command line'],
];

/** Returns the page of all subcommands by subject. Throws if a subcommand is in no group or in two. */
export function cliPage({ groups, subcommands }: CliPage): string {
  checkGroups(
    'subcommands',
    subcommands.map(({ name }) => name),
    groups.flatMap((group) => group.subcommands),
  );
  return [
    INTRO,
    table(['Option of every subcommand', 'Meaning'], Object.entries(COMMON_OPTIONS).map(optionCells)),
    table(['Exit code', 'Meaning'], EXIT_CODES),
    ...groups.map((group) => section(group, subcommands)),
  ].join('\n');
}

function section({ title, intro, subcommands: names, examples, note }: CliGroup, subcommands: readonly Subcommand[]) {
  const found = names.flatMap((name) => subcommands.filter((one) => one.name === name));
  const withOptions = found.filter(({ options }) => Object.keys(options).length > 0);
  return [
    `## ${title}\n`,
    ...(intro === undefined ? [] : [`${intro}\n`]),
    `\`\`\`sh\n${examples.map((line) => `npm run recert -- ${line}`).join('\n')}\n\`\`\`\n`,
    table(
      ['Subcommand', 'What it does'],
      found.map((one) => [`\`${usageOf(one)}\``, one.summary]),
    ),
    ...withOptions.map((one) =>
      table([`Option of \`${one.name}\``, 'Meaning'], Object.entries(one.options).map(optionCells)),
    ),
    ...(note === undefined ? [] : [note]),
  ].join('\n');
}

function optionCells([name, option]: readonly [string, CommandOption]): readonly string[] {
  const marks = `${option.isRequired ? ' Required.' : ''}${option.isRepeatable ? ' Repeatable.' : ''}`;
  return [`\`${optionUsage(name, option)}\``, `${option.help}${marks}`];
}
