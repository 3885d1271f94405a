import type { Reply } from '../../chat/reply.ts';
import { findEntryOrRefuse, findOwnSheets, findSheetOrRefuse } from '../../services/reports/find-sheets.ts';
import { makeSheetFiles } from '../../services/reports/sheet-files.ts';
import { viewTeamEntries } from '../../services/reports/team-entries.ts';
import { requestedOffset } from '../../services/requested-offset.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import { entryCard, type ShownSheet, sheetCard, sheetsCard } from '../../views/reports/entry-sheet-card.ts';
import { teamSheetCard } from '../../views/reports/team-sheet-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

/** A request about a team. */
const TEAM = /^team\b\s*(.*)$/isu;

/** Lists what to enter in the portals of certification bodies, in their order, units and steps; for managers, who has entered what. */
export const sheet: Command = {
  name: 'sheet',
  role: 'member',
  writes: 'always',
  readsAlone: ({ args: { text = '', file, files } }) =>
    file === undefined && files === undefined && TEAM.test(text.trim()),
  async run(context): Promise<Reply> {
    const { request } = context;
    const { args } = request;
    const { text = '', entry, files, file, skip } = args;
    const { words } = request;
    if (file !== undefined) return resendFile(file, words.sheet.title, context);
    const [, team] = TEAM.exec(text.trim()) ?? [];
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
  const { words } = context.request;
  const { body } = sheet;
  const card = exportFileCard(words.sheet.fileAbout(body));
  const { tableId, page } = await makeSheetFiles(sheet, context);
  context.effects.defer({ kind: 'print', document: { ...page, command: 'sheet', card } });
  context.effects.defer({ kind: 'deliver-file', fileId: tableId, card });
  return cardReply(lineCard(words.sheet.of(body), words.sheet.filesFollow));
}

/** Shows what the members of a team have entered. */
async function teamSheet(named: string, context: Context): Promise<Reply> {
  const { words, args } = context.request;
  const team = await findTeamOrRefuse(named, context);
  const people = await viewTeamEntries(team, context);
  return cardReply(teamSheetCard(team, { people, from: requestedOffset(args.skip) }, words));
}
