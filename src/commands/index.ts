import type { Interaction } from '../chat/interaction.ts';
import type { Line } from '../chat/parse-line.ts';
import type { CommandWord, TypedCommand } from '../services/account/interpreted-line.ts';
import { COMMAND_ALIASES, LANGUAGES } from '../strings/index.ts';
import { access } from './account/access.ts';
import { erase } from './account/erase.ts';
import { createHelpCommand } from './account/help.ts';
import { home } from './account/home.ts';
import { link, unlink } from './account/link.ts';
import { add } from './certifications/add.ts';
import { certs } from './certifications/certs.ts';
import { customise } from './certifications/customise.ts';
import { edit } from './certifications/edit.ts';
import { remove } from './certifications/remove.ts';
import { renew } from './certifications/renew.ts';
import { rules } from './certifications/rules.ts';
import type { Command } from './command.ts';
import { ask, attest } from './evidence/ask.ts';
import { attach, detach, file } from './evidence/attach.ts';
import { debt } from './evidence/debt.ts';
import { summary } from './evidence/summary.ts';
import { calendar } from './notifications/calendar.ts';
import { digest } from './notifications/digest.ts';
import { nudges } from './notifications/nudges.ts';
import { preferences } from './notifications/preferences.ts';
import { lapse, snooze } from './notifications/snooze.ts';
import { attended } from './opportunities/attended.ts';
import { next } from './opportunities/next.ts';
import { offer } from './opportunities/offer.ts';
import { search } from './opportunities/search.ts';
import { sources } from './opportunities/sources.ts';
import { pace } from './pace/pace.ts';
import { plan } from './pace/plan.ts';
import { whatIf } from './pace/what-if.ts';
import { why } from './pace/why.ts';
import { exportRecords } from './portability/export.ts';
import { importTable } from './portability/import.ts';
import { reconcile } from './portability/reconcile.ts';
import { history } from './records/history.ts';
import { log } from './records/log.ts';
import { show } from './records/show.ts';
import { deleteRecord, restore, trash, undo } from './records/undo.ts';
import { pack } from './reports/pack.ts';
import { report } from './reports/report.ts';
import { sheet } from './reports/sheet.ts';
import { tick } from './reports/tick.ts';
import { people } from './teams/people.ts';
import { risk } from './teams/risk.ts';
import { settings } from './teams/settings.ts';
import { team } from './teams/team.ts';

const requested: readonly Command[] = [
  home,
  log,
  pace,
  why,
  rules,
  whatIf,
  search,
  next,
  attended,
  offer,
  plan,
  certs,
  add,
  edit,
  renew,
  history,
  show,
  debt,
  attach,
  detach,
  file,
  summary,
  ask,
  attest,
  undo,
  deleteRecord,
  restore,
  trash,
  erase,
  remove,
  sheet,
  tick,
  report,
  pack,
  exportRecords,
  importTable,
  reconcile,
  link,
  unlink,
  snooze,
  lapse,
  preferences,
  nudges,
  calendar,
  access,
  team,
  risk,
  digest,
  people,
  settings,
  sources,
  customise,
];
const help = createHelpCommand(requested, () => commandLookup);

/** Every command, in the order in which docs name them. */
export const commands: readonly Command[] = [...requested, help];

/** The words that name a command: its name, its aliases and the aliases of every language. */
const commandWords: readonly CommandWord[] = commands.flatMap(({ name, aliases = [] }) =>
  [name, ...aliases, ...LANGUAGES.flatMap(({ code }) => COMMAND_ALIASES[code][name] ?? [])].map(
    (word) => [word, name] as const,
  ),
);

const commandsByName: ReadonlyMap<string, Command> = new Map(commands.map((command) => [command.name, command]));
const commandsByWord: ReadonlyMap<string, Command> = new Map(
  commandWords.flatMap(([word, name]) => {
    const command = commandsByName.get(name);
    return command === undefined ? [] : [[word, command]];
  }),
);

/** Returns the command of this name or alias, help for an empty line, and undefined for any other word. */
export function findCommand(word: string): Command | undefined {
  return commandsByWord.get(word.toLowerCase() || help.name);
}

/** What was typed or pressed: a command word and its arguments. */
type CommandLine = Pick<Interaction, 'command' | 'args'>;

/**
 * Returns the line with the command's own name in place of an alias. The second word of an alias such as `what if` is taken out of the
 * text; a line that names no command is returned as it is.
 */
export function resolveAlias<Line extends CommandLine>(line: Line): Line {
  const { command: word, args } = line;
  const [, second = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/u.exec(args.text ?? '') ?? [];
  const ofTwoWords = second === '' ? undefined : findCommand(`${word} ${second}`);
  if (ofTwoWords !== undefined) return { ...line, command: ofTwoWords.name, args: { ...args, text: rest } };
  return { ...line, command: findCommand(word)?.name ?? word };
}

/** The words that name commands, and how a line names one. */
export const commandLookup = {
  commandWords,
  commandOf(line: Line): TypedCommand | undefined {
    const { command: word, args } = resolveAlias(line);
    const command = findCommand(word);
    return command && { command: command.name, args };
  },
} as const;
