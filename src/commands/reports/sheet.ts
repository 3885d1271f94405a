import type { Reply } from '../../chat/reply.ts';
import type { Day } from '../../domain/calendar.ts';
import { sum } from '../../domain/credit.ts';
import { entrySheetCsv, entrySheetPage } from '../../reports/entry-sheet.ts';
import { creditHoldings, withEntries } from '../../services/certifications/holdings.ts';
import { withSharedTotals } from '../../services/certifications/shared-totals.ts';
import { findEntrySheets } from '../../services/reports/entry-sheets.ts';
import { findEntryOrRefuse, findOwnSheets, findSheetOrRefuse } from '../../services/reports/find-sheets.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import {
  entryCard,
  type ShownSheet,
  sheetCard,
  sheetsCard,
  type TeamEntry,
  teamSheetCard,
} from '../../views/reports/entry-sheet-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

/** Lists what to enter in the portals of certification bodies, in their order, units and steps; for managers, who has entered what. */
export const sheet: Command = {
  name: 'sheet',
  role: 'member',
  writes: 'always',
  async run(context): Promise<Reply> {
    const { request } = context;
    const { args } = request;
    const { text = '', entry, files, file, skip } = args;
    const { words } = request;
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

async function deliverSheetFiles(sheet: ShownSheet, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, today, now } = request;
  const { body } = sheet;
  const name = `recert-sheet-${body.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${today}`;
  const card = exportFileCard(words.sheet.fileAbout(body));
  const csv = { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: entrySheetCsv(sheet, words) };
  const fileId = await data.files.add({ ...csv, personId: person.personId, command: 'sheet' }, now);
  const document = {
    html: entrySheetPage(sheet, { words, today, name: person.name }),
    name: `${name}.pdf`,
    command: 'sheet',
    card,
  } as const;
  context.effects.defer({ kind: 'print', document });
  context.effects.defer({ kind: 'deliver-file', fileId, card });
  return cardReply(lineCard(words.sheet.of(body), words.sheet.filesFollow));
}

/** Shows what the members of a team have entered. Each member can see that it was viewed. */
async function teamSheet(named: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person } = request;
  const team = await findTeamOrRefuse(named, context);
  const members = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const stored = await withEntries(await data.holdings.ofMany(members), data);
  const rows: TeamEntry[] = [];
  for (const { personId, name } of await data.people.some({ personIds: members })) {
    const own = creditHoldings(withSharedTotals(stored.filter((one) => one.personId === personId)));
    const sheets = await findEntrySheets(own, { ...context.request, data: context.data, byMonth: false });
    rows.push(...sheets.map((one) => teamEntry(name, one)));
    if (personId !== person.personId) data.audit.record('look', { kind: 'person', subject: personId, reason: 'sheet' });
  }
  return cardReply(
    teamSheetCard(team, { people: rows, from: requestedOffset(request.args.skip) }, context.request.words),
  );
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
