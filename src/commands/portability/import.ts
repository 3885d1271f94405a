import type { Action } from '../../chat/card.ts';
import { type Answers, answersOf, type Form, MORE_FIELDS } from '../../chat/form.ts';
import type { Reply } from '../../chat/reply.ts';
import { ARCHIVE_TYPE } from '../../services/archive-media-type.ts';
import { creditHoldings, findHoldings } from '../../services/certifications/holdings.ts';
import { parseFormState, serializeFormState } from '../../services/form-state.ts';
import { hashImportAnswers, importOptionsIn } from '../../services/portability/import-answers.ts';
import { importStoredArchive, previewStoredArchive } from '../../services/portability/import-stored-file.ts';
import {
  findTableQuestions,
  importStoredTable,
  proposeTableReading,
  readStoredTable,
  type StoredTable,
} from '../../services/portability/import-stored-table.ts';
import type { TableProblem } from '../../services/portability/open-table.ts';
import { fileOptions, fileProblemText, findOwnFiles } from '../../services/records/read-proof-fields.ts';
import { Refusal } from '../../services/refusal.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { ProofFileName } from '../../store/evidence/proofs.ts';
import { exportFileCard } from '../../views/portability/file-card.ts';
import { importArchiveForm, importFileForm, importForm } from '../../views/portability/import-form.ts';
import { fieldOfQuestion } from '../../views/portability/import-question-parts.ts';
import {
  columnLines,
  doneLines,
  MAX_SHOWN_PROBLEMS,
  outcomeLines,
  sourceLines,
  unusedLines,
} from '../../views/portability/table-lines.ts';
import { answerCard } from '../../views/text-card.ts';
import type { Command, Context } from '../command.ts';

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
  const lines = [phrases.wrong(preview.lines.length), ...preview.lines.slice(0, MAX_SHOWN_PROBLEMS)];
  return importFileForm([], words, { table: lines.join(' ') });
}

async function submitArchive(fileId: string, context: Context): Promise<Reply> {
  const phrases = context.request.words.import;
  const { title, done } = phrases.over;
  const outcome = await importStoredArchive(fileId, context);
  switch (outcome.kind) {
    case 'problems':
      throw new Refusal(outcome.lines.slice(0, MAX_SHOWN_PROBLEMS).join(' '));
    case 'too-long':
      return importLater({ fileId, options: { columns: {} } }, title, context);
    case 'imported': {
      const card = answerCard(done(outcome.counts), title);
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
  return { kind: 'card', to: 'sender', card: answerCard(request.words.import.begun, title) };
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
  const { words } = context.request;
  const read = await proposeTableReading(file.fileId, context);
  if ('lines' in read) return importFileForm(fileOptions([file]), words, { table: read.lines.join(' ') });
  return tableForm(read, context);
}

/** Imports a table as its form showed it; shows the form again if the answers changed or are invalid. */
async function submitTable(fileId: string, answers: Answers, context: Context): Promise<Reply> {
  const { request } = context;
  const phrases = request.words.import;
  const read = await readStoredTable(fileId, answers, context);
  const isExpanded = request.args.more === MORE_FIELDS.more;
  const form = await tableForm(read, context, isExpanded);
  if (isExpanded) return { kind: 'form', form };
  if (read.kind === 'misread') return { kind: 'form', form: withProblemAtField(form, read.contents) };
  const { seen } = parseFormState(request.state);
  const outcome = await importStoredTable({ form, answers: read.answers }, { ...read, seen }, context);
  switch (outcome.kind) {
    case 'errors':
      return { kind: 'form', form: { ...form, errors: outcome.errors } };
    case 'problem':
      return { kind: 'form', form: withProblem(form, outcome.problem) };
    case 'changed':
      return { kind: 'form', form };
    case 'too-long':
      return importLater({ fileId, options: importOptionsIn(read.answers) }, phrases.title, context);
    case 'nothing': {
      const field = outcome.question === undefined ? undefined : fieldOfQuestion(outcome.question);
      return { kind: 'form', form: withProblemAt(form, field, outcome.text) };
    }
    case 'imported': {
      const { leftOut, handedBack, restFileId } = outcome;
      const rest = leftOut === 0 ? [] : [phrases.handedBack(leftOut, handedBack)];
      if (restFileId !== undefined) {
        const card = exportFileCard(phrases.handedBackTitle);
        context.effects.defer({ kind: 'deliver-file', fileId: restFileId, card });
      }
      const card = answerCard([...doneLines(outcome, request.words), ...rest].join('\n'), phrases.title);
      return { kind: 'card', to: 'sender', card: { ...card, actions: [paceButton(context)] } };
    }
  }
}

/** Returns the form with a problem at a field, or at its top if it has no such field. */
function withProblemAt(form: Form, field: string | undefined, text: string): Form {
  const hasField = form.parts.some((part) => 'name' in part && part.name === field);
  return hasField && field !== undefined ? { ...form, errors: { [field]: text } } : { ...form, problem: text };
}

function withProblemAtField(form: Form, { field, lines }: TableProblem): Form {
  return { ...form, errors: { [field ?? '']: lines.join(' ') } };
}

/** Returns the form with a problem of its table, at the field that solves it if there is one. */
function withProblem(form: Form, { field, lines }: TableProblem): Form {
  return withProblemAt(form, field, lines[0] ?? '');
}

/** Returns the form of a table: what importing it would do or what is wrong, what is asked, and how it is read. */
async function tableForm(shown: StoredTable, context: Context, isExpanded = false): Promise<Form> {
  const { words } = context.request;
  const { fileId, table, answers, proposed, contents } = shown;
  const { header } = table.sheet;
  const reading = 'lines' in contents ? { order: importOptionsIn(answers).order } : contents;
  const { holdings, questions, open } = await findTableQuestions(shown, context);
  const { result, leftOut } = outcomeLines(table, { contents, holdings }, words);
  const notes = [...leftOut, ...sourceLines(table.sheet, reading.order, words), ...unusedLines(table, reading, words)];
  const lines = { result, notes, columns: columnLines(table, reading, words) };
  const certifications = holdings.map(({ certification: { code, short } }) => ({ value: code, label: short }));
  const state = serializeFormState({ file: fileId, seen: hashImportAnswers(answers) }) ?? '';
  return importForm({ header, lines, certifications, questions, open, state, answers, proposed, isExpanded }, words);
}
