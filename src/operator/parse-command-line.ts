import { parseArgs } from 'node:util';
import { closest, distance } from 'fastest-levenshtein';
import { UsageError } from './named-workspace.ts';
import {
  COMMON_OPTIONS,
  type CommandContext,
  type OptionTable,
  type OptionValue,
  optionUsage,
  type Subcommand,
  usageOf,
} from './subcommand.ts';

/** A parsed command line: help, or a subcommand that is ready to run. */
type CommandLine =
  | { readonly kind: 'help' }
  | { readonly kind: 'command'; readonly run: (context: CommandContext) => Promise<boolean> };

/** Returns the subcommand of a command line with its arguments and options. Throws `UsageError` if it is invalid, with the nearest match. */
export function parseCommandLine(argv: readonly string[], subcommands: readonly Subcommand[]): CommandLine {
  const every = optionsOfAll(subcommands);
  const { tokens, positionals } = parseArgs({
    ...{ args: [...argv], options: parserOptions(every), allowPositionals: true },
    ...{ strict: false, tokens: true },
  });
  const given = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const unknown = given.find(({ name }) => every[name] === undefined);
  const found = findSubcommand(positionals, subcommands);
  if (unknown !== undefined) throw new UsageError(unknownOption(unknown.rawName, found?.options ?? every));
  if (given.some(({ name }) => name === 'help') || positionals.length === 0 || positionals[0] === 'help')
    return { kind: 'help' };
  if (found === undefined) throw new UsageError(unknownCommand(positionals, subcommands));
  const foreign = given.find(({ name }) => found.options[name] === undefined && !Object.hasOwn(COMMON_OPTIONS, name));
  if (foreign !== undefined) throw new UsageError(`'${found.name}' doesn't have the option --${foreign.name}.`);
  return ready(argv, found, subcommands);
}

function ready(argv: readonly string[], found: Subcommand, subcommands: readonly Subcommand[]): CommandLine {
  const { values, positionals } = strictly(argv, { ...found.options, ...COMMON_OPTIONS });
  const args = argumentsOf(positionals.slice(found.name.split(' ').length), found, subcommands);
  const options: Record<string, OptionValue> = {};
  for (const [name, about] of Object.entries(found.options)) {
    const value = values[name];
    if (about.isRequired && value === undefined)
      throw new UsageError(`'${found.name}' needs ${optionUsage(name, about)}: ${about.help}`);
    options[name] = value ?? (about.isRepeatable ? [] : about.value === undefined ? false : undefined);
  }
  const workspace = typeof values.workspace === 'string' ? values.workspace : undefined;
  return { kind: 'command', run: (context) => found.run({ args, options, workspace, context }) };
}

function strictly(argv: readonly string[], options: OptionTable) {
  try {
    return parseArgs({ args: [...argv], options: parserOptions(options), allowPositionals: true });
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

function parserOptions(options: OptionTable) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { value, isRepeatable = false }]) => [
      name,
      { type: value === undefined ? ('boolean' as const) : ('string' as const), multiple: isRepeatable },
    ]),
  );
}

function optionsOfAll(subcommands: readonly Subcommand[]): OptionTable {
  return Object.assign({}, ...subcommands.map(({ options }) => options), COMMON_OPTIONS);
}

/** Returns the subcommand whose name the line begins with; the longest of several. */
function findSubcommand(words: readonly string[], subcommands: readonly Subcommand[]): Subcommand | undefined {
  return subcommands
    .filter(({ name }) => name === words.slice(0, name.split(' ').length).join(' '))
    .sort((one, other) => other.name.length - one.name.length)[0];
}

function argumentsOf(words: readonly string[], found: Subcommand, subcommands: readonly Subcommand[]) {
  const { args } = found;
  const takesRest = args.at(-1)?.endsWith('…') === true;
  const isRight = takesRest ? words.length >= args.length - 1 : words.length === args.length;
  if (!isRight) {
    const hint = nearestOf(`${found.name} ${words.join(' ')}`, namesOf(subcommands)) || ` Usage: ${usageOf(found)}`;
    throw new UsageError(`'${[found.name, ...words].join(' ')}' isn't a command.${hint}`);
  }
  return Object.fromEntries(
    args.map((name, index) => [name, name.endsWith('…') ? words.slice(index).join(' ') : (words[index] ?? '')]),
  );
}

function unknownOption(typed: string, options: OptionTable): string {
  const names = [...Object.keys(options), ...Object.keys(COMMON_OPTIONS)].map((name) => `--${name}`);
  return `${typed} isn't an option.${nearestOf(typed, names)}`;
}

function unknownCommand(words: readonly string[], subcommands: readonly Subcommand[]): string {
  const names = namesOf(subcommands);
  const sameStart = names.filter((name) => name.split(' ')[0] === words[0]);
  const all = sameStart.map((name) => `'${name}'`).join(' or ');
  // The line may have arguments after the name.
  const typed = [words.join(' '), words.slice(0, 2).join(' '), words[0] ?? ''];
  const among = sameStart.length > 0 ? sameStart : names;
  const nearest = typed.map((one) => nearestOf(one, among)).find((hint) => hint !== '');
  return `'${words.join(' ')}' isn't a command.${nearest ?? (all === '' ? '' : ` Did you mean ${all}?`)}`;
}

function namesOf(subcommands: readonly Subcommand[]): readonly string[] {
  return subcommands.map(({ name }) => name);
}

/** Returns a question with the nearest name; empty if none is near. */
function nearestOf(typed: string, names: readonly string[]): string {
  const nearest = closest(typed, [...names]);
  const allowedSlips = Math.max(2, Math.floor(typed.length / 4));
  return distance(typed, nearest) <= allowedSlips ? ` Did you mean '${nearest}'?` : '';
}
