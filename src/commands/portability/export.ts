import type { Reply } from '../../chat/interaction.ts';
import { decimalOf } from '../../domain/credit.ts';
import { type CsvLine, recordsCsv } from '../../reports/records-csv.ts';
import { resendFile } from '../../services/resend-file.ts';
import { findTeamOrRefuse } from '../../services/teams/visibility.ts';
import type { RecordLine } from '../../store/records/records.ts';
import { lineCard } from '../../views/evidence/ask-card.ts';
import { exportCard, exportFileCard } from '../../views/portability/file-card.ts';
import { type Command, type Context, Refusal } from '../command.ts';

/**
 * Brings a member all of their own records as a file, or those of a team to whoever may look at it; with the id of a file that waits, that
 * one once more.
 */
export const exportRecords: Command = {
  name: 'export',
  role: 'member',
  writes: 'at once',
  async run(context) {
    const { file, text = '' } = context.interaction.args;
    if (file !== undefined) return resendFile(file, context.words.export.title, context);
    const [, team] = /^team\b\s*(.*)$/isu.exec(text.trim()) ?? [];
    if (/^(?:mine|everything|all)$/iu.test(text.trim())) return exportEverything(context);
    return team === undefined ? exportOwnRecords(context) : exportTeamRecords(team, context);
  },
};

async function exportOwnRecords(context: Context): Promise<Reply> {
  const { data, person, words, today } = context;
  const { bytes, rows } = await personalRecordsCsv(person.personId, context);
  if (rows === 0) throw new Refusal(words.export.nothing);
  data.audit.record('export', 'person', person.personId);
  return deliverFile({ bytes, name: `recert-records-${today}.csv`, rows }, context);
}

/** Everything about a member as one archive, which comes in a moment. */
async function exportEverything({ data, person, words, pack }: Context): Promise<Reply> {
  data.audit.record('export', 'person', person.personId, 'everything');
  pack({ of: 'everything' });
  return { kind: 'card', to: 'sender', card: lineCard(words.pack.mine, words.pack.begun) };
}

/** All records of a member as CSV, and how many rows there are. */
export async function personalRecordsCsv(
  personId: string,
  { data, words, catalogue }: Pick<Context, 'data' | 'words' | 'catalogue'>,
): Promise<{ readonly bytes: Uint8Array; readonly rows: number }> {
  const lines = await data.records.all(personId);
  const cells = lines.map((line) => ({ ...cellsOf(line, { catalogue }), member: null }));
  return { bytes: recordsCsv(cells, words.export, ['member']), rows: cells.length };
}

/** The records of everybody in a team, but for what they took back; each of them can see that it was looked at. */
async function exportTeamRecords(named: string, context: Context): Promise<Reply> {
  const { data, person, words, today } = context;
  const team = await findTeamOrRefuse(named, context);
  const personIds = (await data.teams.membersOf(team.teamId)).map(({ personId }) => personId);
  const cells: CsvLine[] = [];
  for (const { personId, name: member } of await data.people.some({ personIds })) {
    const stored = (await data.records.all(personId)).filter(({ takenBackAt }) => takenBackAt === null);
    cells.push(...stored.map((line) => ({ ...cellsOf(line, context), member })));
    if (personId !== person.personId) data.audit.record('look', 'person', personId, 'export');
  }
  if (cells.length === 0) throw new Refusal(words.export.teamNothing(team.name));
  data.audit.record('export', 'team', team.teamId);
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
  const { data, person, words, now } = context;
  const about = { personId: person.personId, command: 'export', name, type: 'text/csv; charset=utf-8' };
  const fileId = await data.files.add({ ...about, bytes }, now);
  const card = exportCard(rows, fileId, team, words);
  await context.deliver(fileId, exportFileCard(words.export.about(card.title, rows)));
  return { kind: 'card', to: 'sender', card };
}

function cellsOf(line: RecordLine, { catalogue }: Pick<Context, 'catalogue'>): Omit<CsvLine, 'member'> {
  const { activityId: id, certification, credits, ...rest } = line;
  return {
    ...rest,
    id,
    certification: certification && (catalogue.get(certification)?.short ?? certification),
    credits: credits === null ? null : decimalOf(credits),
  };
}
