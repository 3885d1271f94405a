import { createHash } from 'node:crypto';
import type { Action } from '../../chat/card.ts';
import { type Answers, answerOf, answersOf, type Form } from '../../chat/form.ts';
import type { Reply } from '../../chat/interaction.ts';
import { readForm } from '../../chat/read-form.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import type { Data } from '../../services/data.ts';
import { ARCHIVE_TYPE, type ExportArchive } from '../../services/export-archive.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { type ArchiveImport, importArchive, previewArchiveImport } from '../../services/portability/import-archive.ts';
import { readArchive } from '../../services/portability/read-archive.ts';
import {
  type OpenTable,
  openRecordTable,
  problemLines,
  readingLines,
  readRecordTable,
  type TableContents,
  type TableProblem,
} from '../../services/portability/read-table.ts';
import { readFileBytes } from '../../services/read-file-bytes.ts';
import { fileOptions, fileProblemText, findOwnFiles } from '../../services/records/read-proof-fields.ts';
import { Refusal } from '../../services/refusal.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/columns.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import { lineCard } from '../../views/line-card.ts';
import { importArchiveForm, importFileForm, importForm, NO_COLUMN } from '../../views/portability/import-form.ts';
import type { Command, Context } from '../command.ts';

/** So many rows are read while somebody waits; of a longer table they hear when it is done. */
const AT_ONCE = 500;
const MAX_PROBLEMS = 10;

/** Takes the records somebody keeps in a table: the file first, then how it is read, then all of it or nothing. */
export const importTable: Command = {
  name: 'import',
  role: 'member',
  writes: 'on-submit',
  async run(request, data, effects): Promise<Reply> {
    const context = { request, data, effects };
    const { words } = request;
    const { answers, uploads: stored = [], args } = request;
    const known = parseFormState(request.state).file;
    if (known !== undefined && answers !== undefined) {
      const [file] = await findOwnFiles([known], context);
      return file?.type === ARCHIVE_TYPE ? importArchiveNow(known, context) : saveTable(known, answers, context);
    }
    const given = answers === undefined ? [...stored, ...(args.file ? [args.file] : [])] : answersOf(answers, 'table');
    const [file] = await findOwnFiles(given.slice(0, 1), context);
    if (file?.type === ARCHIVE_TYPE) return { kind: 'form', form: await archiveForm(file, context) };
    if (file !== undefined && creditHoldings(await findHoldings(request.person, data)).length === 0)
      throw new Refusal(words.log.noHoldings);
    if (file !== undefined) return { kind: 'form', form: await mappingForm(file, context) };
    return { kind: 'form', form: fileForm(answers !== undefined, context) };
  },
};

/** What of another recert’s file would be taken over. */
async function archiveForm({ fileId }: ProofFileName, context: Context): Promise<Form> {
  const { request } = context;
  const { words } = request;
  const phrases = words.import.over;
  const archive = await findArchive(fileId, context.data);
  const would =
    archive === undefined ? { lines: [phrases.none] } : await previewArchiveImport(archive, archiveImportOf(context));
  if (!('lines' in would))
    return importArchiveForm(phrases.would(would), serializeFormState({ file: fileId }) ?? '', words);
  const lines = [phrases.wrong(would.lines.length), ...would.lines.slice(0, MAX_PROBLEMS)];
  return importFileForm([], words, { table: lines.join(' ') });
}

/** Takes it over, all of it or nothing; what is much is taken afterwards. */
async function importArchiveNow(fileId: string, context: Context): Promise<Reply> {
  const { title, done, none } = context.request.words.import.over;
  const archive = await findArchive(fileId, context.data);
  if (archive === undefined) throw new Refusal(none);
  const archiveImport = archiveImportOf(context);
  const would = await previewArchiveImport(archive, archiveImport);
  if (!('lines' in would) && would.records > AT_ONCE) {
    const options = { columns: {}, certification: undefined, order: undefined };
    context.effects.defer({ kind: 'import-file', fileId, options });
    return { kind: 'card', to: 'sender', card: lineCard(title, context.request.words.import.begun) };
  }
  const imported = 'lines' in would ? would : await importArchive(archive, archiveImport);
  if ('lines' in imported) throw new Refusal(imported.lines.slice(0, MAX_PROBLEMS).join(' '));
  return { kind: 'card', to: 'sender', card: { ...lineCard(title, done(imported)), actions: [paceButton(context)] } };
}

function archiveImportOf({ request, data }: Context): ArchiveImport {
  const { person, today, now, words } = request;
  return { personId: person.personId, today, now, words, data, catalogue: data.catalogue };
}

async function findArchive(fileId: string, data: Data): Promise<ExportArchive | undefined> {
  const bytes = await readFileBytes(fileId, data, data.fileStore);
  return bytes && readArchive(Buffer.from(bytes), data.workspace.workspaceId, data.fileStore);
}

function paceButton({ request: { words } }: Context): Action {
  return { label: words.digest.myPace, command: 'pace', args: {}, style: 'primary' };
}

function fileForm(wasSent: boolean, { request }: Context): Form {
  const { words, fileLimit } = request;
  const trouble = (request.fileProblems ?? []).map((one) =>
    one.kind === 'not-proof' ? words.import.notTable(one.name) : fileProblemText(one, fileLimit, words),
  );
  const problems = trouble.length > 0 ? trouble : wasSent ? [words.import.noFile] : [];
  return importFileForm([], words, problems.length === 0 ? undefined : { table: problems.join(' ') });
}

/** How a table would be read, as it is found. */
async function mappingForm(file: ProofFileName, context: Context): Promise<Form> {
  const { request } = context;
  const { words } = request;
  const bytes = await readFileBytes(file.fileId, context.data, context.data.fileStore);
  const opened =
    bytes === undefined ? { lines: [words.import.gone] } : await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in opened) return importFileForm(fileOptions([file]), words, { table: opened.lines.join(' ') });
  const { mapping } = opened;
  const columns = FIELDS.flatMap((field) =>
    mapping[field] === undefined ? [] : [[field, String(mapping[field] + 1)] as const],
  );
  const [only, ...others] = creditHoldings(await findHoldings(context.request.person, context.data));
  const fallback = others.length === 0 && only !== undefined ? { usual: only.certification.code } : {};
  const answers: Answers = { ...Object.fromEntries(columns), ...fallback };
  return tableForm(file.fileId, opened, answers, await readIfShort(opened, importOptionsIn(answers), context), context);
}

/** Takes a table that is read as was seen; otherwise it is shown again. */
async function saveTable(fileId: string, answers: Answers, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const phrases = words.import;
  const [file] = await findOwnFiles([fileId], context);
  const bytes = file === undefined ? undefined : await readFileBytes(fileId, data, data.fileStore);
  const options = importOptionsIn(answers);
  const opened = bytes === undefined ? { lines: [phrases.gone] } : await openRecordTable(bytes, options, words);
  if ('lines' in opened) {
    const table = bytes === undefined ? opened : await openRecordTable(bytes, { columns: {} }, words);
    if ('lines' in table) throw new Refusal(table.lines.join(' '));
    const form = await tableForm(fileId, table, answers, opened, context);
    return { kind: 'form', form: { ...form, errors: { [opened.field ?? '']: opened.lines.join(' ') } } };
  }
  const read = await readIfShort(opened, options, context);
  const form = await tableForm(fileId, opened, answers, read, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  if (read !== undefined && 'lines' in read) {
    const { field = '', lines } = read;
    const isAsked = form.parts.some((part) => 'name' in part && part.name === field);
    return {
      kind: 'form',
      form: isAsked ? { ...form, errors: { [field]: lines.join(' ') } } : { ...form, problem: lines[0] ?? '' },
    };
  }
  if (parseFormState(request.state).seen !== decisionHash(answers)) return { kind: 'form', form };
  if (read === undefined) {
    context.effects.defer({ kind: 'import-file', fileId, options });
    return { kind: 'card', to: 'sender', card: lineCard(phrases.title, phrases.begun) };
  }
  await data.activities.addAll(read.fresh, now);
  const card = lineCard(phrases.title, phrases.done(read.fresh.length, read.already));
  return { kind: 'card', to: 'sender', card: { ...card, actions: [paceButton(context)] } };
}

async function readIfShort(
  opened: OpenTable,
  options: ImportOptions,
  context: Context,
): Promise<TableContents | TableProblem | undefined> {
  return opened.sheet.rows.length > AT_ONCE
    ? undefined
    : readRecordTable(opened, options, { ...context.request, data: context.data });
}

async function tableForm(
  fileId: string,
  opened: OpenTable,
  answers: Answers,
  read: TableContents | TableProblem | undefined,
  context: Context,
): Promise<Form> {
  const { request } = context;
  const { words } = request;
  const order = read !== undefined && 'order' in read ? read.order : importOptionsIn(answers).order;
  const lines = [...readingLines(opened, order, words), ...outcomeLines(opened, read, context)];
  const certifications = creditHoldings(await findHoldings(context.request.person, context.data)).map(
    ({ certification }) => {
      return { value: certification.code, label: certification.short };
    },
  );
  const state = serializeFormState({ file: fileId, seen: decisionHash(answers) }) ?? '';
  return importForm({ header: opened.sheet.header, lines, certifications, state, answers }, words);
}

function outcomeLines(
  { sheet }: OpenTable,
  read: TableContents | TableProblem | undefined,
  { request: { words } }: Context,
): readonly string[] {
  const phrases = words.import;
  if (read === undefined) return [phrases.later(sheet.rows.length)];
  if (!('lines' in read)) return [phrases.would(read.fresh.length, read.already)];
  return problemLines(read, MAX_PROBLEMS, words);
}

function importOptionsIn(answers: Answers): ImportOptions {
  const typed = (name: string) => answerOf(answers, name);
  const columns = FIELDS.filter((field) => answers[field] !== undefined).map((field) => {
    const column = typed(field);
    return [field, column === NO_COLUMN ? '' : column] as const;
  });
  const order = (['day-first', 'month-first'] as const).find((one): one is DateOrder => one === typed('order'));
  return { columns: Object.fromEntries(columns), certification: typed('usual') || undefined, order };
}

/** What was decided about a table, as one word: it is taken only as it was seen. */
function decisionHash(answers: Answers): string {
  const decided = [...FIELDS, 'usual', 'order'].map((name) => answerOf(answers, name));
  return createHash('sha256').update(JSON.stringify(decided)).digest('hex').slice(0, 16);
}
