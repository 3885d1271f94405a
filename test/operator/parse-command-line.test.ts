import { describe, expect, it } from 'vitest';
import { helpText } from '../../src/operator/help.ts';
import { UsageError } from '../../src/operator/named-workspace.ts';
import { parseCommandLine } from '../../src/operator/parse-command-line.ts';
import {
  type CommandContext,
  type ParsedInvocation,
  type Subcommand,
  subcommand,
} from '../../src/operator/subcommand.ts';
import { subcommandTable } from '../../src/operator/subcommand-table.ts';
import { platforms } from '../../src/platforms.ts';

const context: CommandContext = {
  clock: { now: () => new Date() },
  log: { debug() {}, info() {}, warn() {}, error() {} },
  config: () => {
    throw new Error('No settings are read to parse a line.');
  },
  version: '0.1.0',
  get: () => undefined,
  print: () => {},
  note: () => {},
};

/** Runs a line against subcommands that only say what they were given. */
async function parsed(...argv: string[]): Promise<Omit<ParsedInvocation, 'context'> & { readonly name: string }> {
  const ran: (Omit<ParsedInvocation, 'context'> & { readonly name: string })[] = [];
  const table = subcommandTable(platforms).map(
    (one): Subcommand => ({
      ...one,
      run: async ({ context: _, ...invocation }) => {
        ran.push({ name: one.name, ...invocation });
        return true;
      },
    }),
  );
  const line = parseCommandLine(argv, table);
  if (line.kind === 'command') await line.run(context);
  const [one] = ran;
  if (one === undefined) throw new Error('It was taken for help.');
  return one;
}

describe('a line', () => {
  it('names a subcommand, with its arguments and options in any place', async () => {
    expect(await parsed('--workspace', 'w', 'import', '--as', 'ana', 'a.csv', '--set', 'a=b', '--set=c=d')).toEqual({
      name: 'import',
      args: { FILE: 'a.csv' },
      options: {
        as: 'ana',
        ...{
          cert: undefined,
          order: undefined,
          unit: undefined,
          length: undefined,
          encoding: undefined,
          sheet: undefined,
        },
        ...{ name: [], category: [], set: ['a=b', 'c=d'], distinct: false, rest: undefined, 'dry-run': false },
      },
      workspace: 'w',
    });
  });

  it('takes the rest of the line as one argument where the subcommand says so', async () => {
    expect((await parsed('say', '--as', 'ana', 'log', '1h webinar', '--', '--today')).args).toEqual({
      'LINE…': 'log 1h webinar --today',
    });
    expect((await parsed('say', '--as', 'ana', '--attach', 'a.pdf')).args).toEqual({ 'LINE…': '' });
  });

  it('means the longest name that fits', async () => {
    expect((await parsed('keys')).name).toBe('keys');
    expect(await parsed('keys', 'restore', 'key.pem')).toMatchObject({
      name: 'keys restore',
      args: { FILE: 'key.pem' },
    });
  });

  it.each([[[]], [['help']], [['help', 'say']], [['say', '--help']], [['--workspace', 'w']]])(
    '%j asks for help',
    (argv) => {
      expect(parseCommandLine(argv, subcommandTable(platforms))).toEqual({ kind: 'help' });
    },
  );

  it.each`
    line                             | message
    ${'sya --as ana pace'}           | ${`'sya pace' isn't a command. Did you mean 'say'?`}
    ${'export'}                      | ${`'export' isn't a command. Did you mean 'export pace'?`}
    ${'rule import a.json'}          | ${`'rule import a.json' isn't a command. Did you mean 'rules import'?`}
    ${'keys backpu'}                 | ${`'keys backpu' isn't a command. Did you mean 'keys backup'?`}
    ${'rules'}                       | ${`'rules' isn't a command. Did you mean 'rules import' or 'rules reset'?`}
    ${'manifest slakc'}              | ${`'manifest slakc' isn't a command. Did you mean 'manifest slack'?`}
    ${'something quite different'}   | ${`'something quite different' isn't a command.`}
    ${'catalogue diff a.json'}       | ${`'catalogue diff a.json' isn't a command. Usage: catalogue diff OLD NEW`}
    ${'audit verify 12:ab'}          | ${`'audit verify 12:ab' isn't a command. Usage: audit verify`}
    ${'say --az ana pace'}           | ${`--az isn't an option. Did you mean '--as'?`}
    ${'keys --quite-different'}      | ${"--quite-different isn't an option."}
    ${'audit verify --json'}         | ${`'audit verify' doesn't have the option --json.`}
    ${'say pace'}                    | ${`'say' needs --as WHO: The member.`}
    ${'export pace'}                 | ${`'export pace' needs --json: Writes JSON, the only format.`}
    ${'say pace --as'}               | ${`Option '--as <value>' argument missing`}
    ${'import a.csv --as --set'}     | ${`Option '--as' argument is ambiguous.`}
    ${'import a --as b --dry-run=1'} | ${`Option '--dry-run' does not take an argument`}
  `('is refused with what to do: $line', async ({ line, message }) => {
    const failed = await parsed(...line.split(' ')).catch((error: unknown) => error);

    expect(failed).toBeInstanceOf(UsageError);
    expect((failed as UsageError).message.split('\n')[0]).toBe(message);
  });
});

describe('the table of the command line', () => {
  const table = subcommandTable(platforms);

  it('has each subcommand once, and no option that is a switch for one and a text for another', () => {
    const names = table.map(({ name }) => name);
    const options = table.flatMap((one) => Object.entries(one.options));
    const switches = new Set(options.flatMap(([name, { value }]) => (value === undefined ? [name] : [])));

    expect(new Set(names).size).toBe(names.length);
    expect(options.filter(([name, { value }]) => value !== undefined && switches.has(name))).toEqual([]);
  });

  it('is the help: every subcommand and option with what it does', () => {
    const help = helpText(table);

    for (const { name, summary, options } of table) {
      expect(help).toContain(`  ${name}`);
      expect(help.replace(/\s+/gu, ' ')).toContain(summary);
      for (const [option, { help: does }] of Object.entries(options)) {
        expect(help).toContain(`--${option}`);
        expect(help.replace(/\s+/gu, ' ')).toContain(does);
      }
    }
    expect(Math.max(...help.split('\n').map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('puts what a long name does below it', () => {
    const options = { certificate: { value: 'CERTIFICATE', isRequired: true, help: 'The one.' } } as const;
    const long = subcommand({ name: 'sign', args: ['FILE'], summary: 'Signs it.', options, run: async () => true });

    expect(helpText([long])).toContain(`  sign FILE --certificate CERTIFICATE\n${' '.repeat(32)}Signs it.\n`);
  });
});
