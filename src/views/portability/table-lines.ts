import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import type { Words } from '../../strings/index.ts';
import { categoryName } from '../requirement-words.ts';

interface ShownTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
}

interface TableProblems {
  readonly lines: readonly string[];
}

/** What importing a table would do. */
interface TablePreview {
  readonly fresh: readonly unknown[];
  readonly already: number;
  readonly placed: readonly {
    readonly holding: { readonly certification: { readonly short: string }; readonly renewal: CreditRenewal };
    readonly category: string;
    readonly rows: number;
  }[];
}

/** Maximum problems in a form or a refusal. */
export const MAX_SHOWN_PROBLEMS = 10;

/** Describes how a table was read, so that the person can check it: rows, date order, used and unused columns. */
export function readingLines(
  { sheet, mapping }: ShownTable,
  order: DateOrder | undefined,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  const { header, rows, delimiter } = sheet;
  const columns = FIELDS.flatMap((field) => {
    const column = mapping[field];
    return column === undefined ? [] : [`${phrases.fields[field]}: ${header[column]}`];
  });
  const used = new Set(Object.values(mapping));
  const unused = header.filter((name, column) => name !== '' && !used.has(column));
  return [
    phrases.readAs(
      rows.length,
      phrases.delimiters[delimiter] ?? delimiter,
      order === undefined ? '' : phrases.orders[order],
    ),
    ...(columns.length === 0 ? [] : [`${columns.join('; ')}.`]),
    ...(unused.length === 0 ? [] : [phrases.notRead(unused)]),
  ];
}

/** Returns the problems of a table, `max` at most, with the number of the others. */
export function problemLines({ lines }: TableProblems, max: number, { import: phrases }: Words): readonly string[] {
  const more = lines.length - max;
  return [phrases.wrong(lines.length), ...lines.slice(0, max), ...(more > 0 ? [phrases.more(more)] : [])];
}

/** Describes what importing a table would do, or its problems; undefined for a table that is imported later. */
export function outcomeLines(
  { sheet }: ShownTable,
  contents: TablePreview | TableProblems | undefined,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  if (contents === undefined) return [phrases.later(sheet.rows.length)];
  if ('lines' in contents) return problemLines(contents, MAX_SHOWN_PROBLEMS, words);
  const placed = contents.placed.map(({ holding: { certification, renewal }, category, rows }) =>
    phrases.placed(rows, certification.short, categoryName(category, renewal) ?? ''),
  );
  return [...placed, phrases.would(contents.fresh.length, contents.already)];
}
