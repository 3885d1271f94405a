import { createHash } from 'node:crypto';
import type { Action } from '../chat/card.ts';
import { type Answers, answerOf, answersOf, type Form } from '../chat/form.ts';
import type { Reply } from '../chat/interaction.ts';
import { readForm } from '../chat/read-form.ts';
import { FIELDS } from '../sheets/columns.ts';
import type { DateOrder } from '../sheets/days.ts';
import type { SaidOfTable } from '../sheets/said.ts';
import type { ProofFileName } from '../store/proofs.ts';
import { lineCard } from '../views/ask-card.ts';
import { importFileForm, importForm, NO_COLUMN, takeOverForm } from '../views/import-form.ts';
import { type Command, type Context, Refusal } from './command.ts';
import { FormErrors } from './form-errors.ts';
import { readState, writeState } from './form-state.ts';
import { creditHoldings, holdingsOf } from './held.ts';
import { fileOptions, ownFiles, troubleWords } from './read-proof.ts';
import {
  type OpenTable,
  openTable,
  problemLines,
  type ReadTable,
  readingLines,
  readTable,
  type TableProblem,
} from './read-table.ts';
import { ARCHIVE_TYPE, type Taking, takeOver, wouldTakeOver } from './take-over.ts';

/** So many rows are read while somebody waits; of a longer table they hear when it is done. */
const AT_ONCE = 500;
const MOST_PROBLEMS = 10;

/** Takes the records somebody keeps in a table: the file first, then how it is read, then all of it or nothing. */
export const importTable: Command = {
  name: 'import',
  role: 'member',
  changes: 'when sent',
  async run(context): Promise<Reply> {
    const { interaction, words } = context;
    const { answers, kept = [], args } = interaction;
    const known = readState(interaction.state).file;
    if (known !== undefined && answers !== undefined) {
      const [file] = await ownFiles([known], context);
      return file?.type === ARCHIVE_TYPE ? tookOver(known, context) : take(known, answers, context);
    }
    const given = answers === undefined ? [...kept, ...(args.file ? [args.file] : [])] : answersOf(answers, 'table');
    const [file] = await ownFiles(given.slice(0, 1), context);
    if (file?.type === ARCHIVE_TYPE) return { kind: 'form', form: await overForm(file, context) };
    if (file !== undefined && creditHoldings(await holdingsOf(context)).length === 0)
      throw new Refusal(words.log.noHoldings);
    if (file !== undefined) return { kind: 'form', form: await firstForm(file, context) };
    return { kind: 'form', form: fileForm(answers !== undefined, context) };
  },
};

/** What of another recert’s file would be taken over. */
async function overForm({ fileId }: ProofFileName, context: Context): Promise<Form> {
  const { words } = context;
  const say = words.import.over;
  const brought = await context.broughtAlong(fileId);
  const would = brought === undefined ? { lines: [say.none] } : await wouldTakeOver(brought, takingIn(context));
  if (!('lines' in would)) return takeOverForm(say.would(would), writeState({ file: fileId }) ?? '', words);
  const lines = [say.wrong(would.lines.length), ...would.lines.slice(0, MOST_PROBLEMS)];
  return importFileForm([], words, { table: lines.join(' ') });
}

/** Takes it over, all of it or nothing; what is much is taken afterwards. */
async function tookOver(fileId: string, context: Context): Promise<Reply> {
  const { title, done, none } = context.words.import.over;
  const brought = await context.broughtAlong(fileId);
  if (brought === undefined) throw new Refusal(none);
  const taking = takingIn(context);
  const would = await wouldTakeOver(brought, taking);
  if (!('lines' in would) && would.records > AT_ONCE) {
    context.importLater(fileId, { columns: {}, certification: undefined, order: undefined });
    return { kind: 'card', to: 'sender', card: lineCard(title, context.words.import.begun) };
  }
  const taken = 'lines' in would ? would : await takeOver(brought, taking);
  if ('lines' in taken) throw new Refusal(taken.lines.slice(0, MOST_PROBLEMS).join(' '));
  return { kind: 'card', to: 'sender', card: { ...lineCard(title, done(taken)), actions: [paceButton(context)] } };
}

function takingIn({ person, ...context }: Context): Taking {
  return { ...context, personId: person.personId };
}

function paceButton({ words }: Context): Action {
  return { label: words.digest.myPace, command: 'pace', args: {}, style: 'primary' };
}

function fileForm(wasSent: boolean, { interaction, words, fileLimit }: Context): Form {
  const trouble = (interaction.trouble ?? []).map((one) =>
    one.kind === 'not-proof' ? words.import.notTable(one.name) : troubleWords(one, fileLimit, words),
  );
  const problems = trouble.length > 0 ? trouble : wasSent ? [words.import.noFile] : [];
  return importFileForm([], words, problems.length === 0 ? undefined : { table: problems.join(' ') });
}

/** How a table would be read, as it is found. */
async function firstForm(file: ProofFileName, context: Context): Promise<Form> {
  const { words } = context;
  const bytes = await context.bytesOf(file.fileId);
  const opened = bytes === undefined ? { lines: [words.import.gone] } : await openTable(bytes, { columns: {} }, words);
  if ('lines' in opened) return importFileForm(fileOptions([file]), words, { table: opened.lines.join(' ') });
  const { mapping } = opened;
  const columns = FIELDS.flatMap((field) =>
    mapping[field] === undefined ? [] : [[field, String(mapping[field] + 1)] as const],
  );
  const [only, ...others] = creditHoldings(await holdingsOf(context));
  const usual = others.length === 0 && only !== undefined ? { usual: only.certification.code } : {};
  const answers: Answers = { ...Object.fromEntries(columns), ...usual };
  return shown(file.fileId, opened, answers, await readIfShort(opened, saidIn(answers), context), context);
}

/** Takes a table that is read as was seen; otherwise it is shown again. */
async function take(fileId: string, answers: Answers, context: Context): Promise<Reply> {
  const { words, data, now, interaction } = context;
  const say = words.import;
  const [file] = await ownFiles([fileId], context);
  const bytes = file === undefined ? undefined : await context.bytesOf(fileId);
  const said = saidIn(answers);
  const opened = bytes === undefined ? { lines: [say.gone] } : await openTable(bytes, said, words);
  if ('lines' in opened) {
    const table = bytes === undefined ? opened : await openTable(bytes, { columns: {} }, words);
    if ('lines' in table) throw new Refusal(table.lines.join(' '));
    const form = await shown(fileId, table, answers, opened, context);
    return { kind: 'form', form: { ...form, errors: { [opened.field ?? '']: opened.lines.join(' ') } } };
  }
  const read = await readIfShort(opened, said, context);
  const form = await shown(fileId, opened, answers, read, context);
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
  if (readState(interaction.state).seen !== seenOf(answers)) return { kind: 'form', form };
  if (read === undefined) {
    context.importLater(fileId, said);
    return { kind: 'card', to: 'sender', card: lineCard(say.title, say.begun) };
  }
  await data.activities.addAll(read.fresh, now);
  const card = lineCard(say.title, say.done(read.fresh.length, read.already));
  return { kind: 'card', to: 'sender', card: { ...card, actions: [paceButton(context)] } };
}

async function readIfShort(
  opened: OpenTable,
  said: SaidOfTable,
  context: Context,
): Promise<ReadTable | TableProblem | undefined> {
  return opened.sheet.rows.length > AT_ONCE ? undefined : readTable(opened, said, context);
}

async function shown(
  fileId: string,
  opened: OpenTable,
  answers: Answers,
  read: ReadTable | TableProblem | undefined,
  context: Context,
): Promise<Form> {
  const { words } = context;
  const order = read !== undefined && 'order' in read ? read.order : saidIn(answers).order;
  const lines = [...readingLines(opened, order, words), ...outcomeLines(opened, read, context)];
  const certifications = creditHoldings(await holdingsOf(context)).map(({ certification }) => {
    return { value: certification.code, label: certification.short };
  });
  const state = writeState({ file: fileId, seen: seenOf(answers) }) ?? '';
  return importForm({ header: opened.sheet.header, lines, certifications, state, answers }, words);
}

function outcomeLines(
  { sheet }: OpenTable,
  read: ReadTable | TableProblem | undefined,
  { words }: Context,
): readonly string[] {
  const say = words.import;
  if (read === undefined) return [say.later(sheet.rows.length)];
  if (!('lines' in read)) return [say.would(read.fresh.length, read.already)];
  return problemLines(read, MOST_PROBLEMS, words);
}

function saidIn(answers: Answers): SaidOfTable {
  const typed = (name: string) => answerOf(answers, name);
  const columns = FIELDS.filter((field) => answers[field] !== undefined).map((field) => {
    const column = typed(field);
    return [field, column === NO_COLUMN ? '' : column] as const;
  });
  const order = (['day-first', 'month-first'] as const).find((one): one is DateOrder => one === typed('order'));
  return { columns: Object.fromEntries(columns), certification: typed('usual') || undefined, order };
}

/** What was decided about a table, as one word: it is taken only as it was seen. */
function seenOf(answers: Answers): string {
  const decided = [...FIELDS, 'usual', 'order'].map((name) => answerOf(answers, name));
  return createHash('sha256').update(JSON.stringify(decided)).digest('hex').slice(0, 16);
}
