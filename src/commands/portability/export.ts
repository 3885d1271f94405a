import type { Reply } from '../../chat/reply.ts';
import { type CsvLine, recordsCsv } from '../../reports/records-csv.ts';
import { personalRecordsCsv, recordCells } from '../../services/portability/personal-records-csv.ts';
import { Refusal } from '../../services/refusal.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import { exportCard, exportFileCard } from '../../views/portability/file-card.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';
import { resendFile } from '../resend-file.ts';

/**
 * Sends a member their own records as a file, or a team's records to its managers. With the id of a file that could not be
 * delivered, sends that file again.
 */
export const exportRecords: Command = {
  name: 'export',
  role: 'member',
  writes: 'always',
  async run(context) {
    const { request } = context;
    const { file, text = '' } = request.args;
    if (file !== undefined) return resendFile(file, request.words.export.title, context);
    const [, team] = /^team\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (/^(?:mine|everything|all)$/iu.test(text.trim())) return exportEverything(context);
    return team === undefined ? exportOwnRecords(context) : exportTeamRecords(team, context);
  },
};

async function exportOwnRecords(context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, today } = request;
  const { bytes, rows } = await personalRecordsCsv(person.personId, { data, words, catalogue: data.catalogue });
  if (rows === 0) throw new Refusal(words.export.nothing);
  data.audit.record('export', { kind: 'person', subject: person.personId });
  return deliverFile({ bytes, name: `recert-records-${today}.csv`, rows }, context);
}

/** Makes an archive of everything about the member and delivers it after the reply. */
async function exportEverything({ request: { person, words }, data, effects }: Context): Promise<Reply> {
  data.audit.record('export', { kind: 'person', subject: person.personId, reason: 'everything' });
  effects.defer({ kind: 'make-pack', request: { of: 'everything' } });
  return { kind: 'card', to: 'sender', card: lineCard(words.pack.mine, words.pack.begun) };
}

/** Exports the records of a team, without undone ones. Each member can see that their record was exported. */
async function exportTeamRecords(named: string, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, today } = request;
  const team = await findTeamOrRefuse(named, context);
  const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const cells: CsvLine[] = [];
  for (const { personId, name: member } of await data.people.some({ personIds })) {
    const stored = (await data.records.all(personId)).filter(({ takenBackAt }) => takenBackAt === null);
    cells.push(...stored.map((line) => ({ ...recordCells(line, data.catalogue), member })));
    if (personId !== person.personId)
      data.audit.record('look', { kind: 'person', subject: personId, reason: 'export' });
  }
  if (cells.length === 0) throw new Refusal(words.export.teamNothing(team.name));
  data.audit.record('export', { kind: 'team', subject: team.teamId });
  const bytes = recordsCsv(cells, words.export, ['takenBackAt']);
  return deliverFile({ bytes, name: `recert-team-${today}.csv`, rows: cells.length, team: team.name }, context);
}

interface ExportFile {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly rows: number;
  /** The name of the team whose records they are. */
  readonly team?: string;
}

async function deliverFile({ bytes, name, rows, team }: ExportFile, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { person, words, now } = request;
  const about = { personId: person.personId, command: 'export', name, type: 'text/csv; charset=utf-8' };
  const fileId = await data.files.add({ ...about, bytes }, now);
  const card = exportCard({ rows, fileId, team }, words);
  const about2 = exportFileCard(words.export.about(card.title, rows));
  context.effects.defer({ kind: 'deliver-file', fileId, card: about2 });
  return { kind: 'card', to: 'sender', card };
}
