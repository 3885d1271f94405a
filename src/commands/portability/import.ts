import { createHash } from 'node:crypto';
import type { Action } from '../../chat/card.ts';
import { type Answers, answerOf, answersOf, type Form } from '../../chat/form.ts';
import { readForm } from '../../chat/read-form.ts';
import type { Reply } from '../../chat/reply.ts';
import { leavesOf } from '../../domain/category-tree.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import { ARCHIVE_TYPE } from '../../services/export-archive.ts';
import { FormErrors } from '../../services/form-errors.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import {
  importStoredArchive,
  previewStoredArchive,
  readShortTable,
} from '../../services/portability/import-stored-file.ts';
import {
  type OpenTable,
  openRecordTable,
  problemLines,
  readingLines,
  type TableContents,
  type TableProblem,
} from '../../services/portability/read-table.ts';
import { readFileBytes } from '../../services/read-file-bytes.ts';
import { fileOptions, fileProblemText, findOwnFiles } from '../../services/records/read-proof-fields.ts';
import { Refusal } from '../../services/refusal.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import {
  categoryField,
  importArchiveForm,
  importFileForm,
  importForm,
  NO_COLUMN,
} from '../../views/portability/import-form.ts';
import { categoryName } from '../../views/requirement-words.ts';
import { lineCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

/** Maximum problems in a form or a refusal. */
const MAX_PROBLEMS = 10;

/** Imports records from a table or an `export mine` archive: first the file, then how it is read, then all of it or nothing. */
export const importTable: Command = {
  name: 'import',
  role: 'member',
  writes: 'on-submit',
  async run(context): Promise<Reply> {
    const { request, data } = context;
    const { words } = request;
    const { answers, uploads = [], args } = request;
    const known = parseFormState(request.state).file;
    if (known !== undefined && answers !== undefined) {
      const [file] = await findOwnFiles([known], context);
      return file?.type === ARCHIVE_TYPE ? submitArchive(known, context) : submitTable(known, answers, context);
    }
    const given = answers === undefined ? [...uploads, ...(args.file ? [args.file] : [])] : answersOf(answers, 'table');
    const [file] = await findOwnFiles(given.slice(0, 1), context);
    if (file?.type === ARCHIVE_TYPE) return { kind: 'form', form: await archiveForm(file, context) };
    if (file !== undefined && creditHoldings(await findHoldings(request.person, data)).length === 0)
      throw new Refusal(words.log.noHoldings);
    if (file !== undefined) return { kind: 'form', form: await mappingForm(file, context) };
    return { kind: 'form', form: fileForm(answers !== undefined, context) };
  },
};

/** Returns the form that shows what importing an archive would add; the file form with the problems if it can't be imported. */
async function archiveForm({ fileId }: ProofFileName, context: Context): Promise<Form> {
  const { words } = context.request;
  const phrases = words.import.over;
  const preview = await previewStoredArchive(fileId, context);
  if (!('lines' in preview))
    return importArchiveForm(phrases.would(preview), serializeFormState({ file: fileId }) ?? '', words);
  const lines = [phrases.wrong(preview.lines.length), ...preview.lines.slice(0, MAX_PROBLEMS)];
  return importFileForm([], words, { table: lines.join(' ') });
}

async function submitArchive(fileId: string, context: Context): Promise<Reply> {
  const phrases = context.request.words.import;
  const { title, done } = phrases.over;
  const outcome = await importStoredArchive(fileId, context);
  switch (outcome.kind) {
    case 'problems':
      throw new Refusal(outcome.lines.slice(0, MAX_PROBLEMS).join(' '));
    case 'too-long':
      return importLater(
        { fileId, options: { columns: {}, certification: undefined, order: undefined } },
        title,
        context,
      );
    case 'imported': {
      const card = lineCard(title, done(outcome.counts));
      return { kind: 'card', to: 'sender', card: { ...card, actions: [paceButton(context)] } };
    }
  }
}

/** Imports the file after the reply; the person gets the result as a message. */
function importLater(
  upload: { readonly fileId: string; readonly options: ImportOptions },
  title: string,
  { request, effects }: Context,
): Reply {
  effects.defer({ kind: 'import-file', ...upload });
  return { kind: 'card', to: 'sender', card: lineCard(title, request.words.import.begun) };
}

function paceButton({ request: { words } }: Context): Action {
  return { label: words.digest.myPace, command: 'pace', args: {}, style: 'primary' };
}

function fileForm(wasSent: boolean, { request }: Context): Form {
  const { words, fileLimit } = request;
  const fileProblems = (request.fileProblems ?? []).map((one) =>
    one.kind === 'not-proof' ? words.import.notTable(one.name) : fileProblemText(one, fileLimit, words),
  );
  const problems = fileProblems.length > 0 ? fileProblems : wasSent ? [words.import.noFile] : [];
  return importFileForm([], words, problems.length === 0 ? undefined : { table: problems.join(' ') });
}

/** Returns the form that shows how a table is read. */
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
  const certification = others.length === 0 && only !== undefined ? { defaultAnswer: only.certification.code } : {};
  const answers: Answers = { ...Object.fromEntries(columns), ...certification };
  const contents = await readShortTable(opened, importOptionsIn(answers), context);
  return tableForm({ fileId: file.fileId, table: opened, answers, contents }, context);
}

/** Imports a table as its form showed it; shows the form again if the answers changed or are invalid. */
async function submitTable(fileId: string, answers: Answers, context: Context): Promise<Reply> {
  const { request, data } = context;
  const { words, now } = request;
  const phrases = words.import;
  const options = importOptionsIn(answers);
  const table = await openStoredTable(fileId, answers, context);
  if ('kind' in table) return table;
  const contents = await readShortTable(table, options, context);
  const form = await tableForm({ fileId, table, answers, contents }, context);
  const errors = new FormErrors(readForm(form.parts, answers), words);
  if (errors.any) return { kind: 'form', form: { ...form, errors: errors.toObject() } };
  if (contents !== undefined && 'lines' in contents) return { kind: 'form', form: withProblem(form, contents) };
  if (parseFormState(request.state).seen !== decisionHash(answers)) return { kind: 'form', form };
  if (contents === undefined) return importLater({ fileId, options }, phrases.title, context);
  await data.activities.addAll(contents.fresh, now);
  const card = lineCard(phrases.title, phrases.done(contents.fresh.length, contents.already));
  return { kind: 'card', to: 'sender', card: { ...card, actions: [paceButton(context)] } };
}

/** Returns the uploaded table read with the answers, or a reply with the form and what is wrong. */
async function openStoredTable(fileId: string, answers: Answers, context: Context): Promise<OpenTable | Reply> {
  const { request, data } = context;
  const { words } = request;
  const [file] = await findOwnFiles([fileId], context);
  const bytes = file === undefined ? undefined : await readFileBytes(fileId, data, data.fileStore);
  if (bytes === undefined) throw new Refusal(words.import.gone);
  const opened = await openRecordTable(bytes, importOptionsIn(answers), words);
  if (!('lines' in opened)) return opened;
  const table = await openRecordTable(bytes, { columns: {} }, words);
  if ('lines' in table) throw new Refusal(table.lines.join(' '));
  const form = await tableForm({ fileId, table, answers, contents: opened }, context);
  return { kind: 'form', form: { ...form, errors: { [opened.field ?? '']: opened.lines.join(' ') } } };
}

/** Returns the form with a problem of its table, at the field that solves it if there is one. */
function withProblem(form: Form, { field, lines }: TableProblem): Form {
  const hasField = form.parts.some((part) => 'name' in part && part.name === field);
  return field !== undefined && hasField
    ? { ...form, errors: { [field]: lines.join(' ') } }
    : { ...form, problem: lines[0] ?? '' };
}

interface ShownTable {
  readonly fileId: string;
  readonly table: OpenTable;
  readonly answers: Answers;
  /** What reading it gave; undefined for a table that is read after the reply. */
  readonly contents: TableContents | TableProblem | undefined;
}

async function tableForm({ fileId, table, answers, contents }: ShownTable, context: Context): Promise<Form> {
  const { request, data } = context;
  const { words, person } = request;
  const order = contents !== undefined && 'order' in contents ? contents.order : importOptionsIn(answers).order;
  const lines = [...readingLines(table, order, words), ...outcomeLines(table, contents, context)];
  const holdings = creditHoldings(await findHoldings(person, data));
  const certifications = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
  const asks = contents !== undefined && 'lines' in contents ? (contents.asks ?? []) : [];
  const questions = holdings
    .filter(
      ({ certification: { code }, holdingId }) =>
        asks.some((one) => one.holdingId === holdingId) || answerOf(answers, categoryField(code)) !== '',
    )
    .map(({ certification, renewal }) => ({ certification, categories: leavesOf(renewal) }));
  const state = serializeFormState({ file: fileId, seen: decisionHash(answers) }) ?? '';
  return importForm({ header: table.sheet.header, lines, certifications, questions, state, answers }, words);
}

function outcomeLines(
  { sheet }: OpenTable,
  read: TableContents | TableProblem | undefined,
  { request: { words } }: Context,
): readonly string[] {
  const phrases = words.import;
  if (read === undefined) return [phrases.later(sheet.rows.length)];
  if (!('lines' in read)) {
    const placed = read.placed.map(({ holding: { certification, renewal }, category, rows }) =>
      phrases.placed(rows, certification.short, categoryName(category, renewal) ?? ''),
    );
    return [...placed, phrases.would(read.fresh.length, read.already)];
  }
  return problemLines(read, MAX_PROBLEMS, words);
}

function importOptionsIn(answers: Answers): ImportOptions {
  const typed = (name: string) => answerOf(answers, name);
  const columns = FIELDS.filter((field) => answers[field] !== undefined).map((field) => {
    const column = typed(field);
    return [field, column === NO_COLUMN ? '' : column] as const;
  });
  const order = (['day-first', 'month-first'] as const).find((one): one is DateOrder => one === typed('order'));
  return {
    columns: Object.fromEntries(columns),
    certification: typed('usual') || undefined,
    categories: categoriesIn(answers),
    order,
  };
}

/** Returns the categories selected for rows that name none, by the code of the certification. */
function categoriesIn(answers: Answers): Readonly<Record<string, string>> {
  const prefix = categoryField('');
  const names = Object.keys(answers).filter((name) => name.startsWith(prefix) && answerOf(answers, name) !== '');
  return Object.fromEntries(names.map((name) => [name.slice(prefix.length), answerOf(answers, name)]));
}

/** Returns a hash of the answers that decide how a table is read, so that it is imported only as it was shown. */
function decisionHash(answers: Answers): string {
  const decided = [...FIELDS, 'usual', 'order'].map((name) => answerOf(answers, name));
  const categories = Object.entries(categoriesIn(answers)).sort(([one], [other]) => (one < other ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([decided, categories]))
    .digest('hex')
    .slice(0, 16);
}
