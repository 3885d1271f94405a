import type { Reply } from '../chat/interaction.ts';
import type { Day } from '../domain/calendar.ts';
import { sum } from '../domain/credit.ts';
import { entrySheetCsv, entrySheetPage } from '../reports/entry-sheet.ts';
import { lineCard } from '../views/ask-card.ts';
import {
  entryCard,
  type ListedEntry,
  type ShownSheet,
  sheetCard,
  sheetsCard,
  type TeamEntry,
  teamSheetCard,
} from '../views/entry-sheet-card.ts';
import { exportFileCard } from '../views/file-card.ts';
import { skipped } from './asked-page.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { entrySheets } from './entry-sheets.ts';
import { fileAgain } from './file-again.ts';
import { grouped } from './grouped.ts';
import { creditHoldings, holdingsOf, withEntries } from './held.ts';
import { teamMeant } from './sight.ts';

/** What is to be typed into the portals of bodies, in their order, units and steps; for managers, who has entered what. */
export const sheet: Command = {
  name: 'sheet',
  role: 'member',
  changes: 'at once',
  async run(context): Promise<Reply> {
    const { args } = context.interaction;
    const { text = '', entry, files, file, skip } = args;
    const { words } = context;
    if (file !== undefined) return fileAgain(file, words.sheet.title, context);
    const [, team] = /^team\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (team !== undefined) return teamSheet(team, context);
    const sheets = await ownSheets('monthly' in args, context);
    if (text.trim() === '' && sheets.length !== 1) return answer(sheetsCard(sheets, words));
    const meant = await sheetMeant(text, sheets, context);
    if (files !== undefined) return asFiles(meant, context);
    if (entry === undefined) return answer(sheetCard(meant, skipped(skip), words));
    return answer(entryCard(entryMeant(entry, meant, context), meant, words));
  },
};

function answer(card: Extract<Reply, { kind: 'card' }>['card']): Reply {
  return { kind: 'card', to: 'sender', card };
}

/** The sheets of the person, each of their bodies. */
export async function ownSheets(byMonth: boolean, context: Context): Promise<readonly ShownSheet[]> {
  const { data, today, words } = context;
  return entrySheets(creditHoldings(await holdingsOf(context)), { data, today, words, byMonth });
}

/** The sheet of a body that is meant by its name or by one of its certifications; refused in words. */
export async function sheetMeant(text: string, sheets: readonly ShownSheet[], context: Context): Promise<ShownSheet> {
  const { words, catalogue } = context;
  const wanted = text.trim().toLowerCase();
  const [only, ...others] = sheets;
  if (only === undefined) throw new Refusal(words.sheet.nothingLogged);
  if (wanted === '' && others.length === 0) return only;
  const body = catalogue.find(wanted)?.body;
  const found = sheets.find((one) => one.body.toLowerCase() === wanted) ?? sheets.find((one) => one.body === body);
  if (found !== undefined) return found;
  throw new Refusal(
    words.sheet.unknown(
      text.slice(0, 60),
      sheets.map((one) => one.body),
    ),
  );
}

/** The entry that is found by its key; refused in words where there is none any more. */
export function entryMeant(key: string, { open, done }: ShownSheet, { words }: Context): ListedEntry {
  const found = [...open, ...done].find((one) => one.key === key);
  if (found === undefined) throw new Refusal(words.sheet.gone);
  return found;
}

async function asFiles(sheet: ShownSheet, context: Context): Promise<Reply> {
  const { data, person, words, today, now } = context;
  const { body } = sheet;
  const name = `recert-sheet-${body.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${today}`;
  const card = exportFileCard(words.sheet.fileAbout(body));
  const csv = { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: entrySheetCsv(sheet, words) };
  const fileId = await data.files.add({ ...csv, personId: person.personId, command: 'sheet' }, now);
  context.print({
    html: entrySheetPage(sheet, { words, today, name: person.name }),
    name: `${name}.pdf`,
    command: 'sheet',
    card,
  });
  await context.deliver(fileId, card);
  return answer(lineCard(words.sheet.of(body), words.sheet.filesFollow));
}

/** Who of a team has entered what; each of them can see that it was looked at. */
async function teamSheet(named: string, context: Context): Promise<Reply> {
  const { data, person, catalogue, interaction } = context;
  const team = await teamMeant(named, context);
  const members = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const kept = await withEntries(await data.holdings.ofMany(members), data, catalogue);
  const rows: TeamEntry[] = [];
  for (const { personId, name } of await data.people.some({ personIds: members })) {
    const own = creditHoldings(grouped(kept.filter((one) => one.personId === personId)));
    const sheets = await entrySheets(own, { ...context, byMonth: false });
    rows.push(...sheets.map((one) => teamEntry(name, one)));
    if (personId !== person.personId) data.audit.note('look', 'person', personId, 'sheet');
  }
  return answer(teamSheetCard(team, rows, skipped(interaction.args.skip), context.words));
}

function teamEntry(name: string, { body, open, done }: ShownSheet): TeamEntry {
  const all = [...open, ...done];
  const count = (state: string) => all.filter(({ tick }) => (tick?.state ?? 'open') === state).length;
  const days = all.flatMap(({ tick }) => tick?.on ?? []).sort();
  const waiting = open.filter(({ tick }) => tick === undefined);
  return {
    ...{ name, body },
    counts: {
      open: count('open'),
      submitted: count('submitted'),
      accepted: count('accepted'),
      rejected: count('rejected'),
    },
    openCredits: sum(waiting.map(({ entry }) => Math.max(...entry.amounts.map(({ credits }) => credits)))),
    last: days.at(-1) as Day | undefined,
  };
}
