import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { findHoldings } from '../services/certifications/holdings.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import { fileQuestions, type ImportQuestion } from '../services/portability/import-questions.ts';
import { type OpenTable, openRecordTable, type TableProblem } from '../services/portability/open-table.ts';
import { isEmpty, prepareRecords, readRecordTable, type TableContents } from '../services/portability/read-table.ts';
import { stageTable } from '../services/portability/stage-table.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { readingLines } from '../views/portability/table-lines.ts';
import { UsageError } from './named-workspace.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import { BadTable } from './table-error.ts';

const MAX_PROBLEMS = 20;

/** A table of a member's records. */
interface RecordTable {
  readonly personId: string;
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
}

interface RecordImportDeps {
  readonly catalogue: Catalogue;
  readonly now: Date;
}

/** A table, what it gives, and how it was read. */
export interface ImportedRecords extends TableContents {
  readonly table: OpenTable;
  readonly reading: readonly string[];
}

/**
 * Returns what importing a table would give, and saves nothing. Throws `UsageError` if an option is needed to read the table, and `BadTable` with a
 * line for each problem if it can't be read.
 */
export async function previewRecords(
  data: WorkspaceData,
  { personId, bytes, options }: RecordTable,
  { catalogue, now }: RecordImportDeps,
): Promise<ImportedRecords> {
  const table = await openTable(bytes, options);
  const { person, today } = await readMember(data, personId, now);
  const context = { data: await withCatalogue(data, catalogue), person, today, words: WORDS };
  const read = orThrow(await readRecordTable(table, options, context));
  return { ...read, table, reading: readingLines(table, read, WORDS) };
}

/**
 * Imports a member's records from a table; rows with a problem are left out, and importing it again adds nothing. The records are saved in
 * batches, are visible once all are saved, and the member can undo the import. Throws as `previewRecords` does, and if no row can be imported.
 */
export async function importRecords(
  { store, workspaceId }: OpenedWorkspace,
  { personId, bytes, options }: RecordTable,
  { catalogue, now }: RecordImportDeps,
): Promise<ImportedRecords> {
  const table = await openTable(bytes, options);
  const { today, prepared } = await store.inWorkspace(workspaceId, async (data) => {
    const member = await readMember(data, personId, now);
    const own = await withCatalogue(data, catalogue);
    const all = await findHoldings(member.person, own);
    const context = { data: own, person: member.person, today: member.today, words: WORDS, all };
    return { today: member.today, prepared: orThrow(await prepareRecords(table, options, context)) };
  });
  const interrupted = store.isExclusive ? 'all' : 'inactive';
  const run = { store, workspaceId, personId, actor: 'operator', now, interrupted } as const;
  const read = await stageTable(prepared, { options, today, words: WORDS }, run);
  if (read === undefined) throw new BadTable([WORDS.import.isRunning], MAX_PROBLEMS);
  refuseEmpty(read);
  return { ...read, table, reading: readingLines(table, read, WORDS) };
}

const WORDS = wordsFor('en-GB');

async function openTable(bytes: Uint8Array, options: ImportOptions): Promise<OpenTable> {
  const table = orThrow(await openRecordTable(bytes, options, WORDS));
  const [question] = fileQuestions(table.sheet);
  if (question?.about === 'encoding')
    throw new UsageError(`${WORDS.import.questions.encodingMissing} ${optionFor(question)}`);
  return table;
}

/** Returns a member and the day it is for them. */
async function readMember(data: WorkspaceData, personId: string, now: Date) {
  const person = await data.people.get(personId);
  if (person === null) throw new Error(`The member ${personId} doesn't exist.`);
  return { person, today: dayIn(person.zone ?? data.workspace.zone, now) };
}

/** Throws if no row gives a record: with the option that is needed, else with the reasons. */
function refuseEmpty(read: TableContents): void {
  if (!isEmpty(read)) return;
  const { questions, leftOut } = read;
  const [needed] = questions.flatMap((question) => optionFor(question) ?? []);
  const lines = leftOut.map(({ number, text }) => WORDS.import.row(number, text));
  if (needed !== undefined) throw new UsageError(`${lines[0] ?? ''} ${needed}`.trim());
  throw new BadTable(lines, MAX_PROBLEMS);
}

/** Returns how a question is answered on the command line. */
export function optionFor(question: ImportQuestion): string | undefined {
  switch (question.about) {
    case 'order':
      return 'Use --order day-first or --order month-first.';
    case 'unit':
      return 'Use --unit minutes or --unit hours.';
    case 'length':
      return 'Use --length, for example --length 1h.';
    case 'certification':
      return 'Use --cert CODE.';
    case 'name':
      return `Use --name "${question.name}=CODE", or --name "${question.name}=" if it is none.`;
    case 'category':
      return `Use --category ${question.holding.certification.code}=CATEGORY.`;
    case 'encoding':
      return `Use --encoding: ${question.choices.map(({ encoding, sample }) => `${encoding} (${sample})`).join(', ')}.`;
    case 'sheet':
      return `Use --sheet: ${question.sheets.join(', ')}.`;
    case 'balanceRows':
      return 'Use --balance-rows balance or --balance-rows activity.';
    case 'balanceDay':
      return 'Use --balance-day, for example --balance-day 2026-06-30.';
    case 'balanceAmounts':
      return 'Use --balance-amounts each (since the one before) or --balance-amounts running (since the start of the cycle).';
    case 'existingBalances':
      return 'Use --existing-balances replace, or --existing-balances existing to leave them as they are.';
    case 'existingRecords':
      return 'Use --existing-records distinct to import rows that look like records of the member, or --existing-records same to leave them out.';
    case 'duplicates':
      return 'Use --distinct if the rows that look alike are different activities.';
  }
}

const HINTS: Readonly<Partial<Record<string, string>>> = {
  title: ' Name the column with --set title=COLUMN',
  start: ' Name the column with --set start=COLUMN',
};

function orThrow<T extends object>(read: T | TableProblem): T {
  if (!('lines' in read)) return read;
  const { field, lines } = read;
  if (field !== undefined) throw new UsageError(`${lines[0]}${HINTS[field] ?? ''}`);
  throw new BadTable(lines, MAX_PROBLEMS);
}
