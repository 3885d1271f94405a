import type { Reply } from '../../chat/interaction.ts';
import type { Day } from '../../domain/calendar.ts';
import { sum } from '../../domain/credit.ts';
import { entrySheetCsv, entrySheetPage } from '../../reports/entry-sheet.ts';
import { creditHoldings, findHoldings, withEntries } from '../../services/certifications/holdings.ts';
import { withSharedTotals } from '../../services/certifications/shared-totals.ts';
import { findEntrySheets } from '../../services/reports/entry-sheets.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { resendFile } from '../../services/resend-file.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { lineCard } from '../../views/evidence/ask-card.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import {
  entryCard,
  type ListedEntry,
  type ShownSheet,
  sheetCard,
  sheetsCard,
  type TeamEntry,
  teamSheetCard,
} from '../../views/reports/entry-sheet-card.ts';
import { type Command, type Context, Refusal } from '../command.ts';

/** What is to be typed into the portals of bodies, in their order, units and steps; for managers, who has entered what. */
export const sheet: Command = {
  name: 'sheet',
  role: 'member',
  writes: 'at once',
  async run(context): Promise<Reply> {
    const { args } = context.interaction;
    const { text = '', entry, files, file, skip } = args;
    const { words } = context;
    if (file !== undefined) return resendFile(file, words.sheet.title, context);
    const [, team] = /^team\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (team !== undefined) return teamSheet(team, context);
    const sheets = await findOwnSheets('monthly' in args, context);
    if (text.trim() === '' && sheets.length !== 1) return cardReply(sheetsCard(sheets, words));
    const target = await findSheetOrRefuse(text, sheets, context);
    if (files !== undefined) return deliverSheetFiles(target, context);
    if (entry === undefined) return cardReply(sheetCard(target, requestedOffset(skip), words));
    return cardReply(entryCard(findEntryOrRefuse(entry, target, context), target, words));
  },
};

function cardReply(card: Extract<Reply, { kind: 'card' }>['card']): Reply {
  return { kind: 'card', to: 'sender', card };
}

/** The sheets of the person, each of their bodies. */
export async function findOwnSheets(byMonth: boolean, context: Context): Promise<readonly ShownSheet[]> {
  const { data, today, words } = context;
  return findEntrySheets(creditHoldings(await findHoldings(context)), { data, today, words, byMonth });
}

/** The sheet of a body that is meant by its name or by one of its certifications; refused in words. */
export async function findSheetOrRefuse(
  text: string,
  sheets: readonly ShownSheet[],
  context: Context,
): Promise<ShownSheet> {
  const { words, catalogue } = context;
  const query = text.trim().toLowerCase();
  const [only, ...others] = sheets;
  if (only === undefined) throw new Refusal(words.sheet.nothingLogged);
  if (query === '' && others.length === 0) return only;
  const body = catalogue.find(query)?.body;
  const found = sheets.find((one) => one.body.toLowerCase() === query) ?? sheets.find((one) => one.body === body);
  if (found !== undefined) return found;
  throw new Refusal(
    words.sheet.unknown(
      text.slice(0, 60),
      sheets.map((one) => one.body),
    ),
  );
}

/** The entry that is found by its key; refused in words where there is none any more. */
export function findEntryOrRefuse(key: string, { open, done }: ShownSheet, { words }: Context): ListedEntry {
  const found = [...open, ...done].find((one) => one.key === key);
  if (found === undefined) throw new Refusal(words.sheet.gone);
  return found;
}

async function deliverSheetFiles(sheet: ShownSheet, context: Context): Promise<Reply> {
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
  return cardReply(lineCard(words.sheet.of(body), words.sheet.filesFollow));
}

/** Who of a team has entered what; each of them can see that it was looked at. */
async function teamSheet(named: string, context: Context): Promise<Reply> {
  const { data, person, catalogue, interaction } = context;
  const team = await findTeamOrRefuse(named, context);
  const members = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const stored = await withEntries(await data.holdings.ofMany(members), data, catalogue);
  const rows: TeamEntry[] = [];
  for (const { personId, name } of await data.people.some({ personIds: members })) {
    const own = creditHoldings(withSharedTotals(stored.filter((one) => one.personId === personId)));
    const sheets = await findEntrySheets(own, { ...context, byMonth: false });
    rows.push(...sheets.map((one) => teamEntry(name, one)));
    if (personId !== person.personId) data.audit.record('look', 'person', personId, 'sheet');
  }
  return cardReply(teamSheetCard(team, rows, requestedOffset(interaction.args.skip), context.words));
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
