import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { findPreset } from '../../sheets/presets.ts';
import type { Words } from '../../strings/index.ts';
import { categoryName } from '../requirement-words.ts';
import { lineNumbersText } from './line-numbers.ts';

interface ShownTable {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
}

interface TableProblems {
  readonly lines: readonly string[];
}

/** A row that isn't imported. */
interface LeftOut {
  readonly number: number;
  readonly text: string;
}

/** A record as it will be saved. */
interface PreviewedRecord {
  readonly activity: {
    readonly title: string;
    readonly starts: string;
    readonly ends: string;
    readonly minutes?: number | undefined;
    readonly claims: readonly {
      readonly holdingId: string;
      readonly parts: readonly { readonly category: string; readonly credits: number }[];
    }[];
  };
}

/** An opening balance as it will be stored. */
interface PreviewedBalance {
  readonly holding: PreviewedHolding;
  readonly on: string;
  readonly parts: readonly { readonly category: string; readonly credits: number }[];
  readonly accepted: boolean;
  readonly replaces: string | undefined;
}

interface PreviewedHolding {
  readonly holdingId: string;
  readonly certification: { readonly short: string };
  readonly renewal: CreditRenewal;
}

/** What importing a table would do. */
interface TablePreview {
  /** The number of rows that were read. */
  readonly rows: number;
  readonly fresh: readonly PreviewedRecord[];
  readonly already: number;
  readonly balances: readonly PreviewedBalance[];
  readonly leftOut: readonly LeftOut[];
  readonly placed: readonly {
    readonly holding: PreviewedHolding;
    readonly category: string;
    readonly isCareful: boolean;
    readonly rows: number;
  }[];
}

/** Maximum problems in a form or a refusal, and records in a preview. */
export const MAX_SHOWN_PROBLEMS = 10;
const MAX_PREVIEWED = 5;
/** Maximum opening balances that a preview lists; the number of further ones is added. */
const MAX_BALANCES = 20;

/** How a table was read: the order of its dates, and the columns of certifications and categories. */
interface TableReading {
  readonly order?: DateOrder | undefined;
  readonly claimColumns?: readonly number[];
}

/** Describes how a table was read, so that the person can check it. */
export function readingLines(table: ShownTable, reading: TableReading, words: Words): readonly string[] {
  return [
    ...sourceLines(table.sheet, reading.order, words),
    ...columnLines(table, reading, words),
    ...unusedLines(table, reading, words),
  ];
}

/** Describes which column gives what. */
export function columnLines(
  { sheet, mapping }: ShownTable,
  { claimColumns = [] }: TableReading,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  const { header } = sheet;
  const columns = FIELDS.flatMap((field) => {
    const column = mapping[field];
    return column === undefined || claimColumns.includes(column) ? [] : [`${phrases.fields[field]}: ${header[column]}`];
  });
  const claims = claimColumns.map((column) => header[column] ?? '');
  if (claims.length > 0) columns.push(phrases.claimColumns(claims));
  return columns.length === 0 ? [] : [`${columns.join('; ')}.`];
}

/** Names the columns that aren't imported, and the rows with cells that have no column. */
export function unusedLines(
  { sheet: { header, rows }, mapping }: ShownTable,
  { claimColumns = [] }: TableReading,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  const used = new Set([...Object.values(mapping), ...claimColumns]);
  const unused = header.filter((name, column) => name !== '' && !used.has(column));
  const unnamed = rows.filter(
    ({ cells, fault }) =>
      fault === undefined &&
      cells.some((cell, column) => cell !== '' && (header[column] ?? '') === '' && !used.has(column)),
  );
  const numbers = unnamed.map(({ number }) => number);
  return [
    ...(unused.length === 0 ? [] : [phrases.notRead(unused)]),
    ...(numbers.length === 0 ? [] : [phrases.unnamed(lineNumbersText(numbers, words), numbers.length)]),
  ];
}

/** Describes a file: its rows, the order of its dates, its encoding, and whose export it is. */
export function sourceLines(
  { header, rows, source }: Sheet,
  order: DateOrder | undefined,
  words: Words,
): readonly string[] {
  const phrases = words.import;
  const dates = order === undefined ? '' : phrases.orders[order];
  const preset = findPreset(header);
  const recognised = preset === undefined ? [] : [phrases.recognised(preset.name)];
  if (source.kind === 'workbook') {
    const read = phrases.sheetRead(rows.length, source.sheet, dates);
    return [read, ...(source.formulas === 0 ? [] : [phrases.formulas(source.formulas)]), ...recognised];
  }
  const { delimiter, encoding } = source;
  const read = phrases.readAs(rows.length, phrases.delimiters[delimiter] ?? delimiter, dates);
  return [read, ...(encoding === 'utf-8' ? [] : [phrases.encodingRead(encoding)]), ...recognised];
}

/** Returns the problems of a table, `max` at most, with the number of the others. */
export function problemLines({ lines }: TableProblems, max: number, { import: phrases }: Words): readonly string[] {
  const more = lines.length - max;
  return [phrases.wrong(lines.length), ...lines.slice(0, max), ...(more > 0 ? [phrases.more(more)] : [])];
}

/** What importing a table would do: what would be saved, the count first, and the rows that are left out. */
interface OutcomeLines {
  readonly result: readonly string[];
  readonly leftOut: readonly string[];
}

/** Describes what importing a table would do, or its problems; of a long table, what its first rows give. */
export function outcomeLines(
  { sheet }: ShownTable,
  {
    contents,
    holdings,
  }: {
    readonly contents: TablePreview | TableProblems;
    readonly holdings: readonly PreviewedHolding[];
  },
  words: Words,
): OutcomeLines {
  const phrases = words.import;
  if ('lines' in contents) return { result: problemLines(contents, MAX_SHOWN_PROBLEMS, words), leftOut: [] };
  const placed = contents.placed.map(({ holding: { certification, renewal }, category, rows, isCareful }) => {
    const name = categoryName(category, renewal, words) ?? '';
    return (isCareful ? phrases.careful : phrases.placed)(rows, certification.short, name);
  });
  const { fresh, already, balances, leftOut, rows } = contents;
  const counts = phrases.would({ fresh: fresh.length, already, balances: balances.length, leftOut: leftOut.length });
  const isPart = rows < sheet.rows.length;
  const preview = fresh.slice(0, MAX_PREVIEWED).map((record) => previewLine(record, holdings, words));
  return {
    result: [
      isPart ? phrases.wouldOfFirst(counts, rows, sheet.rows.length) : `${counts}.`,
      ...(isPart ? [phrases.later] : []),
      ...(preview.length === 0 ? [] : [[phrases.first, ...preview].join('\n')]),
      ...balanceLines(balances, words),
      ...placed,
    ],
    leftOut: leftOutLines(leftOut, MAX_SHOWN_PROBLEMS, words),
  };
}

/** Returns what an import made. */
export function doneLines(
  { records, balances, already }: { readonly records: number; readonly balances: number; readonly already: number },
  { import: phrases }: Words,
): readonly string[] {
  const stated = balances === 0 ? [] : [phrases.balances.done(balances)];
  return records === 0 && already === 0 && balances > 0 ? stated : [phrases.done(records, already), ...stated];
}

function balanceLines(balances: readonly PreviewedBalance[], words: Words): readonly string[] {
  if (balances.length === 0) return [];
  const { balances: phrases, more } = words.import;
  const shown = balances.slice(0, MAX_BALANCES).map(({ holding, on, parts, accepted, replaces }) => {
    const claims = parts.map((part) => claimText(part, holding, words));
    const notes = [
      ...(accepted ? [words.opening.isAccepted] : []),
      ...(replaces === undefined ? [] : [phrases.replaces(replaces)]),
    ];
    return `• ${[words.opening.until(on), ...claims, ...notes].join(' · ')}`;
  });
  const others = balances.length - shown.length;
  return [[phrases.would, ...shown, ...(others > 0 ? [more(others)] : [])].join('\n')];
}

/** Lists the rows that are left out by their reasons, `max` reasons at most, with the number of the other rows. */
export function leftOutLines(leftOut: readonly LeftOut[], max: number, words: Words): readonly string[] {
  if (leftOut.length === 0) return [];
  const phrases = words.import;
  const byReason = new Map<string, number[]>();
  for (const { number, text } of leftOut) byReason.set(text, [...(byReason.get(text) ?? []), number]);
  const reasons = [...byReason];
  const shown = reasons.slice(0, max).map(([text, numbers]) => {
    const [first = 0, ...others] = numbers;
    return others.length === 0 ? phrases.row(first, text) : phrases.rows(lineNumbersText(numbers, words), text);
  });
  const more = reasons.slice(max).reduce((count, [, numbers]) => count + numbers.length, 0);
  return [[phrases.leftOut(leftOut.length), ...shown, ...(more > 0 ? [phrases.more(more)] : [])].join('\n')];
}

function previewLine({ activity }: PreviewedRecord, holdings: readonly PreviewedHolding[], words: Words): string {
  const { title, starts, ends, minutes, claims } = activity;
  const claimed = claims.flatMap(({ holdingId, parts }) => {
    const holding = holdings.find((one) => one.holdingId === holdingId);
    return holding === undefined ? [] : parts.map((part) => claimText(part, holding, words));
  });
  const length = minutes === undefined ? [] : [words.minutes(minutes)];
  return `• ${[title, words.span(starts, ends), ...length, ...claimed].join(' · ')}`;
}

function claimText(
  { category, credits }: { readonly category: string; readonly credits: number },
  { certification, renewal }: PreviewedHolding,
  words: Words,
): string {
  const name = categoryName(category, renewal, words);
  const amount = `${certification.short}: ${words.credits(credits, renewal.unit)}`;
  return name === undefined ? amount : `${amount} (${name})`;
}
