import type { Reply } from '../chat/interaction.ts';
import { decimalOf } from '../domain/credit.ts';
import { type CsvLine, recordsCsv } from '../reports/records-csv.ts';
import type { RecordLine } from '../store/records.ts';
import { exportCard, exportFileCard } from '../views/file-card.ts';
import { type Command, type Context, Refusal } from './command.ts';

/** Brings a member all of their own records as a file; with the id of a file that waits, that one once more. */
export const exportRecords: Command = {
  name: 'export',
  role: 'member',
  changes: 'at once',
  async run(context) {
    const { file } = context.interaction.args;
    return file === undefined ? newFile(context) : again(file, context);
  },
};

async function newFile(context: Context): Promise<Reply> {
  const { data, person, words, today, now } = context;
  const lines = await data.records.all(person.personId);
  if (lines.length === 0) throw new Refusal(words.export.nothing);
  const bytes = recordsCsv(
    lines.map((line) => cellsOf(line, context)),
    words.export,
  );
  const about = { personId: person.personId, command: 'export', name: `recert-records-${today}.csv` };
  const fileId = await data.files.add({ ...about, type: 'text/csv; charset=utf-8', bytes }, now);
  data.audit.note('export', 'person', person.personId);
  await context.deliver(fileId, exportFileCard(words.export.about(lines.length)));
  return { kind: 'card', to: 'sender', card: exportCard(lines.length, fileId, words) };
}

async function again(fileId: string, context: Context): Promise<Reply> {
  const { data, person, words, now } = context;
  const kept = isId(fileId) ? await data.files.get(person.personId, fileId, now) : undefined;
  if (kept === undefined) throw new Refusal(words.file.gone);
  await context.deliver(fileId, exportFileCard(kept.name));
  const note = { kind: 'note', text: words.export.follows } as const;
  return { kind: 'card', to: 'sender', card: { title: words.export.title, blocks: [note] } };
}

function cellsOf(line: RecordLine, { catalogue }: Context): CsvLine {
  const { activityId: id, certification, credits, ...rest } = line;
  return {
    ...rest,
    id,
    certification: certification && (catalogue.get(certification)?.short ?? certification),
    credits: credits === null ? null : decimalOf(credits),
  };
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
