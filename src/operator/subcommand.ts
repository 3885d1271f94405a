import type { Config } from '../config.ts';
import type { Clock, Log } from '../ports.ts';

/** An option of a subcommand. */
export interface CommandOption {
  /** The name of its value, such as `FILE`; a switch has none. */
  readonly value?: string;
  /** May be given several times. */
  readonly isRepeatable?: true;
  /** Must be given. */
  readonly isRequired?: true;
  readonly help: string;
}

/** Options by name, without the dashes. */
export type OptionTable = Readonly<Record<string, CommandOption>>;

/** What every subcommand gets from the command line. */
export interface CommandContext {
  readonly clock: Clock;
  readonly log: Log;
  /** The version of recert. */
  readonly version: string;
  /** Reads the settings. Throws `ConfigError`. */
  readonly config: () => Config;
  /** Reads one setting; undefined if it is not set. */
  readonly get: (name: string) => string | undefined;
  /** Writes to standard output. */
  readonly print: (text: string) => void;
  /** Writes to standard error. */
  readonly note: (text: string) => void;
}

type ValueOf<Option> = Option extends { readonly value: string; readonly isRepeatable: true }
  ? readonly string[]
  : Option extends { readonly value: string; readonly isRequired: true }
    ? string
    : Option extends { readonly value: string }
      ? string | undefined
      : boolean;

/** One run of a subcommand. */
interface Invocation<Argument extends string, Options extends OptionTable> {
  /** By name; one whose name ends with `…` has the rest of the line. */
  readonly args: { readonly [Name in Argument]: string };
  readonly options: { readonly [Name in keyof Options]: ValueOf<Options[Name]> };
  /** The value of `--workspace`. */
  readonly workspace: string | undefined;
  readonly context: CommandContext;
}

interface Spec<Argument extends string, Options extends OptionTable> {
  /** One word or several, such as `rules import`. */
  readonly name: string;
  /** The names of the arguments, in this order. */
  readonly args: readonly Argument[];
  readonly summary: string;
  readonly options: Options;
  /** Runs it and resolves to whether it succeeded. Throws `UsageError` for an invalid argument or option. */
  run(invocation: Invocation<Argument, Options>): Promise<boolean>;
}

/** The value of an option: a text, the texts of a repeatable option, or whether a switch is given. */
export type OptionValue = string | boolean | readonly (string | boolean)[] | undefined;

/** One run of any subcommand, whose arguments and options are not typed. */
export interface ParsedInvocation extends Pick<Invocation<string, OptionTable>, 'args' | 'workspace' | 'context'> {
  readonly options: Readonly<Record<string, OptionValue>>;
}

/** A subcommand of the command line. */
export interface Subcommand extends Omit<Spec<string, OptionTable>, 'run'> {
  run(invocation: ParsedInvocation): Promise<boolean>;
}

/** Defines a subcommand; `run` gets the arguments and options by the names in the definition. */
export function subcommand<const Argument extends string, const Options extends OptionTable>(
  spec: Spec<Argument, Options>,
): Subcommand {
  return spec;
}

/** Options that every subcommand has. */
export const COMMON_OPTIONS = {
  workspace: { value: 'W', help: 'A workspace ID, tenant ID or platform/tenant. Default: the sample workspace.' },
  help: { help: 'Prints the help.' },
} as const satisfies OptionTable;

/** Returns a subcommand as it is typed, with its arguments and required options. */
export function usageOf({ name, args, options }: Subcommand): string {
  const required = Object.entries(options).filter(([, { isRequired }]) => isRequired);
  return [name, ...args, ...required.map(([option, about]) => optionUsage(option, about))].join(' ');
}

/** Returns an option as it is typed. */
export function optionUsage(name: string, { value }: CommandOption): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}
