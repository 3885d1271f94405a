import { type ColumnField, FIELDS } from '../../sheets/column-names.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import { columnNamed, type Mapping, proposeMapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { parseSheetInWorker } from '../../sheets/parse-sheet-in-worker.ts';
import { findPreset } from '../../sheets/presets.ts';
import { type Words, wordsFor } from '../../strings/index.ts';
import type { Data } from '../data-with-catalogue.ts';
import type { Request } from '../request.ts';

/** Why a table can't be read, and the form field that solves it. */
export interface TableProblem {
  readonly field?: ColumnField | 'encoding';
  readonly lines: readonly string[];
}

/** A table with the column of each field. */
export interface OpenTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** The column of each field by the headings and cells alone, before anything was selected. */
  readonly proposed: Mapping;
}

/** The person whose records are read, their words and their workspace. */
export interface TableReadingContext extends Pick<Request, 'person' | 'today' | 'words'> {
  readonly data: Data;
}

/** Fields that only tables written by recert have. */
const OWN_FIELDS = ['marks', 'cycle'] as const;

/** The column of a team's export that names whose record it is. */
const MEMBER_COLUMNS: readonly string[] = ['en-GB', 'de-DE'].map((locale) => wordsFor(locale).export.columns.member);

const MAX_TABLE_ROWS = 20_000;

/** Parses a table and finds the column of each field. */
export async function openRecordTable(
  bytes: Uint8Array,
  { columns, encoding, sheet: sheetName }: ImportOptions,
  words: Words,
): Promise<OpenTable | TableProblem> {
  const phrases = words.import;
  const sheet = await parseSheetInWorker(bytes, { encoding, sheet: sheetName });
  if (typeof sheet === 'string') return { lines: [phrases[sheet]] };
  if (sheet.rows.length > MAX_TABLE_ROWS) return { lines: [phrases.tooMany(sheet.rows.length, MAX_TABLE_ROWS)] };
  const { header } = sheet;
  const mapping: Partial<Record<ColumnField, number>> = { ...proposeMapping(header, sheet.rows) };
  const preset = findPreset(header);
  if (preset?.isOwn === true && header.some((name) => MEMBER_COLUMNS.includes(name)))
    return { lines: [phrases.ofTeam] };
  if (preset?.hasOwnCategories === true) delete mapping.category;
  if (preset?.isOwn !== true) for (const field of OWN_FIELDS) delete mapping[field];
  const proposed = { ...mapping };
  for (const field of FIELDS) {
    const typed = columns[field];
    if (typed === undefined) continue;
    const column = columnNamed(typed, header);
    if (typed !== '' && column === undefined) return { field, lines: [phrases.noColumn(typed, header)] };
    delete mapping[field];
    if (column !== undefined) mapping[field] = column;
  }
  return { sheet, mapping, proposed };
}
