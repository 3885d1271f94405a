import APP from '../package.json' with { type: 'json' };
import { BadRule } from './catalogue/custom-rule.ts';
import { ConfigError, getFrom, readConfig } from './config.ts';
import { createLog } from './logger.ts';
import { BadBackup } from './operator/backup-manifest.ts';
import { errorWords } from './operator/error-words.ts';
import { BadQuestion } from './operator/evaluate-file.ts';
import { helpText } from './operator/help.ts';
import { UsageError } from './operator/named-workspace.ts';
import { parseCommandLine } from './operator/parse-command-line.ts';
import type { CommandContext } from './operator/subcommand.ts';
import { subcommandTable } from './operator/subcommand-table.ts';
import { BadTable } from './operator/table-error.ts';
import { platforms } from './platforms.ts';
import { WrongPassphrase } from './signing/encrypt-text.ts';
import { STORE_ERRORS } from './store/store-errors.ts';

const log = createLog('error');

const context: CommandContext = {
  clock: { now: () => new Date() },
  log,
  version: APP.version,
  config: () => readConfig(process.env, platforms),
  get: getFrom(process.env),
  print: (text) => void process.stdout.write(`${text}\n`),
  note: (text) => void process.stderr.write(`${text}\n`),
};

/** Errors whose message is enough for the operator; any other is said to be a failure. Stacks are shown with LOG_LEVEL=debug only. */
const KNOWN = [ConfigError, ...STORE_ERRORS, BadRule, BadQuestion, BadTable, BadBackup, WrongPassphrase];

async function run(argv: readonly string[]): Promise<number> {
  try {
    const subcommands = subcommandTable(platforms);
    const line = parseCommandLine(argv, subcommands);
    if (line.kind === 'command') return (await line.run(context)) ? 0 : 1;
    context.print(helpText(subcommands));
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      context.note(`${error.message}\nSee: npm run recert -- help`);
      return 2;
    }
    const isKnown = KNOWN.some((known) => error instanceof known);
    context.note(isKnown ? errorWords(error) : `The command failed: ${errorWords(error)}`);
    if (!isKnown && process.env.LOG_LEVEL === 'debug') log.error('The command failed.', { error });
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
