import type { Catalogue } from '../catalogue/index.ts';
import { dayIn } from '../domain/calendar.ts';
import { withCatalogue } from '../services/certifications/workspace-catalogue.ts';
import {
  openRecordTable,
  readRecordTable,
  type TableContents,
  type TableProblem,
} from '../services/portability/read-table.ts';
import { FIELDS } from '../sheets/column-names.ts';
import type { ImportOptions } from '../sheets/import-options.ts';
import type { WorkspaceData } from '../store/store.ts';
import { wordsFor } from '../strings/index.ts';
import { readingLines } from '../views/portability/table-lines.ts';
import { BadTable } from './bad-table.ts';
import { UsageError } from './workspace.ts';

const MAX_PROBLEMS = 20;

/** Returns how to read a table, from the options of the command line. Throws `UsageError` for an invalid option. */
export function importOptionsFrom({
  set,
  cert,
  order,
}: {
  readonly set: readonly string[];
  readonly cert: string | undefined;
  readonly order: string | undefined;
}): ImportOptions {
  if (order !== undefined && order !== 'day-first' && order !== 'month-first')
    throw new UsageError(`--order '${order}' isn't valid. Use day-first or month-first.`);
  const columns = Object.fromEntries(set.map((pair) => pair.split(/=(.*)/su).slice(0, 2)));
  const unknown = Object.keys(columns).find((one) => !FIELDS.some((field) => field === one));
  if (unknown !== undefined)
    throw new UsageError(`--set '${unknown}' isn't a field. Use one of: ${FIELDS.join(', ')}.`);
  return { columns, certification: cert, order };
}

interface RecordImport {
  readonly personId: string;
  readonly bytes: Uint8Array;
  readonly options: ImportOptions;
  /** Returns what would be imported, and saves nothing. */
  readonly dryRun: boolean;
}

/**
 * Imports a member's records from a table, all of it or nothing; importing it again adds nothing. Throws `UsageError` if an option is needed
 * to read the table, and `BadTable` with a line for each invalid row.
 */
export async function importRecords(
  data: WorkspaceData,
  { personId, bytes, options, dryRun }: RecordImport,
  { catalogue, now }: { readonly catalogue: Catalogue; readonly now: Date },
): Promise<TableContents & { readonly reading: readonly string[] }> {
  const person = await data.people.get(personId);
  if (person === null) throw new Error(`The member ${personId} doesn't exist.`);
  const words = wordsFor('en-GB');
  const table = orThrow(await openRecordTable(bytes, options, words));
  const today = dayIn(person.zone ?? data.workspace.zone, now);
  const read = orThrow(
    await readRecordTable(table, options, {
      data: await withCatalogue(data, catalogue),
      person,
      today,
      words,
    }),
  );
  if (!dryRun) await data.activities.addAll(read.fresh, now);
  return { ...read, reading: readingLines(table, read.order, words) };
}

const HINTS: Readonly<Partial<Record<string, string>>> = {
  title: ' Name the column with --set title=COLUMN',
  start: ' Name the column with --set start=COLUMN',
  order: ' Use --order day-first or --order month-first.',
};

function orThrow<T extends object>(read: T | TableProblem): T {
  if (!('lines' in read)) return read;
  const { field, lines } = read;
  const [first, ...others] = lines;
  if (field !== undefined) throw new UsageError(`${first}${HINTS[field] ?? ''}`);
  throw new BadTable(others.length === 0 && first !== undefined ? [first] : lines, MAX_PROBLEMS);
}
