import type { CommandName } from '../views/help-card.ts';
import { add } from './add.ts';
import { ask, attest } from './ask.ts';
import { attach, detach, file } from './attach.ts';
import { attended } from './attended.ts';
import { certs } from './certs.ts';
import type { Command } from './command.ts';
import { customise } from './customise.ts';
import { debt } from './debt.ts';
import { digest } from './digest.ts';
import { edit } from './edit.ts';
import { erase } from './erase.ts';
import { exportRecords } from './export.ts';
import { helpFor } from './help.ts';
import { history } from './history.ts';
import { importTable } from './import.ts';
import { link, unlink } from './link.ts';
import { log } from './log.ts';
import { looks } from './looks.ts';
import { next } from './next.ts';
import { nudges } from './nudges.ts';
import { offer } from './offer.ts';
import { pace } from './pace.ts';
import { pack } from './pack.ts';
import { people } from './people.ts';
import { plan } from './plan.ts';
import { preferences } from './preferences.ts';
import { remove } from './remove.ts';
import { renew } from './renew.ts';
import { report } from './report.ts';
import { risk } from './risk.ts';
import { rules } from './rules.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { sheet } from './sheet.ts';
import { show } from './show.ts';
import { lapse, snooze } from './snooze.ts';
import { sources } from './sources.ts';
import { summary } from './summary.ts';
import { deleteRecord, restore, trash, undo } from './take-back.ts';
import { team } from './team.ts';
import { tick } from './tick.ts';
import { whatIf } from './what-if.ts';
import { why } from './why.ts';

const asked: readonly Command[] = [
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
  link,
  unlink,
  snooze,
  lapse,
  preferences,
  nudges,
  looks,
  team,
  risk,
  digest,
  people,
  settings,
  sources,
  customise,
];
const help = helpFor([...asked.map((command) => command.name), 'help']);

/** Every command, in the order in which help names them. */
export const commands: readonly Command[] = [...asked, help];

/** The command a word names; help for an empty line, for a greeting, and nothing for any other word. */
export function commandNamed(word: string): Command | undefined {
  const name = word.toLowerCase();
  if (['', 'help', 'hi', 'hello', '?'].includes(name)) return help;
  return commands.find((command) => command.name === (name as CommandName));
}
