import type { CreditRenewal } from '../../domain/credit-rules.ts';
import type { DateOrder } from '../../sheets/cell-dates.ts';
import { FIELDS } from '../../sheets/column-names.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { findPreset } from '../../sheets/presets.ts';
import type { Words } from '../../strings/index.ts';
import { categoryName } from '../requirement-words.ts';

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

/** Describes how a table was read, so that the person can check it: rows, date order, used and unused columns. */
export function readingLines(
  { sheet, mapping }: ShownTable,
  { order, claimColumns = [] }: TableReading,
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
  const used = new Set([...Object.values(mapping), ...claimColumns]);
  const unused = header.filter((name, column) => name !== '' && !used.has(column));
  const preset = findPreset(header);
  return [
    ...sourceLines(sheet, order, words),
    ...(preset === undefined ? [] : [phrases.recognised(preset.name)]),
    ...(columns.length === 0 ? [] : [`${columns.join('; ')}.`]),
    ...(unused.length === 0 ? [] : [phrases.notRead(unused)]),
  ];
}

function sourceLines({ rows, source }: Sheet, order: DateOrder | undefined, words: Words): readonly string[] {
  const phrases = words.import;
  const dates = order === undefined ? '' : phrases.orders[order];
  if (source.kind === 'workbook') {
    const read = phrases.sheetRead(rows.length, source.sheet, dates);
    return source.formulas === 0 ? [read] : [read, phrases.formulas(source.formulas)];
  }
  const { delimiter, encoding } = source;
  const read = phrases.readAs(rows.length, phrases.delimiters[delimiter] ?? delimiter, dates);
  return encoding === 'utf-8' ? [read] : [read, phrases.encodingRead(encoding)];
}

/** Returns the problems of a table, `max` at most, with the number of the others. */
export function problemLines({ lines }: TableProblems, max: number, { import: phrases }: Words): readonly string[] {
  const more = lines.length - max;
  return [phrases.wrong(lines.length), ...lines.slice(0, max), ...(more > 0 ? [phrases.more(more)] : [])];
}

/** Describes what importing a table would do, or its problems; undefined for a table that is imported later. */
export function outcomeLines(
  { sheet }: ShownTable,
  {
    contents,
    holdings,
  }: {
    readonly contents: TablePreview | TableProblems | undefined;
    readonly holdings: readonly PreviewedHolding[];
  },
  words: Words,
): readonly string[] {
  const phrases = words.import;
  if (contents === undefined) return [phrases.later(sheet.rows.length)];
  if ('lines' in contents) return problemLines(contents, MAX_SHOWN_PROBLEMS, words);
  const placed = contents.placed.map(({ holding: { certification, renewal }, category, rows, isCareful }) => {
    const name = categoryName(category, renewal) ?? '';
    return (isCareful ? phrases.careful : phrases.placed)(rows, certification.short, name);
  });
  const hasOnlyBalances = contents.balances.length > 0 && contents.fresh.length + contents.already === 0;
  const preview = contents.fresh.slice(0, MAX_PREVIEWED).map((record) => previewLine(record, holdings, words));
  return [
    ...placed,
    ...(hasOnlyBalances ? [] : [phrases.would(contents.fresh.length, contents.already)]),
    ...(preview.length === 0 ? [] : [[phrases.first, ...preview].join('\n')]),
    ...balanceLines(contents.balances, words),
    ...leftOutLines(contents.leftOut, MAX_SHOWN_PROBLEMS, words),
  ];
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

/** Lists the rows that are left out with their reasons, `max` at most, with the number of the others. */
export function leftOutLines(leftOut: readonly LeftOut[], max: number, { import: phrases }: Words): readonly string[] {
  if (leftOut.length === 0) return [];
  const more = leftOut.length - max;
  const shown = leftOut.slice(0, max).map(({ number, text }) => phrases.row(number, text));
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
  const name = categoryName(category, renewal);
  const amount = `${certification.short}: ${words.credits(credits, renewal.unit)}`;
  return name === undefined ? amount : `${amount} (${name})`;
}
