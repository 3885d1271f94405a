import type { Catalogue } from '../../catalogue/index.ts';
import type { Day } from '../../domain/calendar.ts';
import { isSplit, leavesOf } from '../../domain/category-tree.ts';
import { inForce } from '../../domain/sourced-value.ts';
import {
  hasDecimalComma,
  isNothing,
  isTick,
  mayGroupThousands,
  plainAmount,
  withoutPlaceholder,
} from '../../sheets/cell-numbers.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { Words } from '../../strings/index.ts';
import { canAskName } from '../../views/portability/import-question-parts.ts';
import { claimFields, LOG_LIMITS } from '../../views/record-fields.ts';
import { candidatesAmong } from '../certifications/find-certification.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { type CertificationCellContext, readCertificationCell } from './certification-cell.ts';
import type { ClaimColumn } from './claim-columns.ts';
import { type ExactPart, exactPart, readMarks } from './exported-rows.ts';
import type { Cells } from './row-activity.ts';
import { categoryOfRow, findCategory } from './row-category.ts';

/** How the claims of a table are read. */
export interface ClaimReading extends CertificationCellContext {
  readonly columns: readonly ClaimColumn[];
  /** The certification of rows that name none. */
  readonly defaultHolding: CreditHolding | undefined;
  /** The categories selected for rows whose category isn't decided, by the code of the certification. */
  readonly categories: Readonly<Partial<Record<string, string>>>;
  /** recert wrote the table: each row is a part of a claim. */
  readonly isOwn: boolean;
  readonly hasDecimalComma: boolean;
  /** The minutes of an hour in the column of hours, if its heading states another than 60: `Hours (50 min)`. */
  readonly creditHourMinutes: number | undefined;
  readonly today: Day;
  readonly catalogue: Pick<Catalogue, 'find' | 'namesakes' | 'candidates'>;
  readonly words: Words;
}

/** A category that a row doesn't name; `careful`: it fills no minimum, and nothing else decides. */
export interface PlacedClaim {
  readonly holding: CreditHolding;
  readonly category: string;
  readonly isCareful: boolean;
}

/** What a row claims, as answers of the log form. */
export interface RowClaims {
  readonly codes: readonly string[];
  readonly fields: Readonly<Record<string, string>>;
  readonly placed: readonly PlacedClaim[];
  readonly hasCredits: boolean;
  /** The parts that a row of recert's own table states. */
  readonly parts: readonly ExactPart[];
}

/** Something that has to be answered before a row can be imported. */
export type RowQuestion =
  | { readonly about: 'certification' }
  | { readonly about: 'name'; readonly name: string }
  | { readonly about: 'category'; readonly holding: CreditHolding };

/** Why a row claims nothing: in words, and the question that would solve it. */
export interface ClaimProblem {
  readonly text: string;
  readonly question?: RowQuestion;
  readonly isNothing?: boolean;
}

/** A certification that a row claims credits for, with the amount as typed. */
interface ClaimedAmount {
  readonly holding: CreditHolding;
  readonly amount: string;
}

/** Returns what numbers of a column of credits show of its decimal mark. */
export function readDecimalMark(rows: readonly GridRow[], column: number | undefined): boolean {
  return column !== undefined && hasDecimalComma(rows.map(({ cells }) => cells[column] ?? ''));
}

/** Reads what a row claims, or why it claims nothing. */
export function readRowClaims(
  row: GridRow,
  { get, activity }: { readonly get: Cells; readonly activity: Readonly<Record<string, string>> },
  reading: ClaimReading,
): RowClaims | ClaimProblem {
  const amounts = claimedAmounts(row, get, reading);
  if ('text' in amounts) return amounts;
  const fields: Record<string, string> = {};
  const placed: PlacedClaim[] = [];
  const exact: ExactPart[] = [];
  for (const { holding, amount } of amounts) {
    const parts = partsOf(row, holding, reading);
    const claim =
      parts.length > 0 ? claimParts(holding, parts, reading) : claimWhole(holding, amount, { get, activity, reading });
    if ('text' in claim) return claim;
    Object.assign(fields, claim.fields);
    placed.push(...claim.placed);
    exact.push(...claim.parts);
    if (get('cycle') !== '') fields[claimFields(holding.certification).cycle] = get('cycle');
    if (get('reason') !== '')
      fields[claimFields(holding.certification).reason] = get('reason').slice(0, LOG_LIMITS.reason);
  }
  const hasCredits = amounts.some(({ amount, holding }) => amount !== '' || partsOf(row, holding, reading).length > 0);
  const codes = amounts.map(({ holding }) => holding.certification.code);
  return { codes: [...new Set(codes)], fields, placed, hasCredits, parts: exact };
}

/** Returns the amounts of a row by certification: from columns of certifications, else for those that it names. */
export function claimedAmounts(
  row: GridRow,
  get: Cells,
  reading: ClaimReading,
): readonly ClaimedAmount[] | ClaimProblem {
  const { columns, words } = reading;
  const total = amountOf(get('credits'), reading);
  const matrix = columns.filter((column) => column.kind === 'certification');
  const filled = matrix.filter(({ column }) => !isNothing(withoutPlaceholder(row.cells[column] ?? '')));
  if (filled.length > 0)
    return filled.flatMap(({ column, holdings }) => {
      const cell = row.cells[column] ?? '';
      return holdings.map((holding) => ({ holding, amount: isTick(cell) ? total : amountOf(cell, reading) }));
    });
  if (hasOnlyZeros(row, get, reading)) return { text: words.import.noCredits, isNothing: true };
  const named = withoutPlaceholder(get('certification'));
  if ((reading.isOwn || matrix.length > 0) && named === '') return { text: words.import.noCredits, isNothing: true };
  const holdings = namedHoldings(named, reading);
  return 'text' in holdings
    ? holdings
    : holdings.map((holding) => ({ holding, amount: total || creditHours(holding, get, reading) }));
}

/** Whether each column of a category says that there is nothing, and so does the rest of the row. */
function hasOnlyZeros(row: GridRow, get: Cells, { columns }: ClaimReading): boolean {
  const cells = columns.filter(({ kind }) => kind === 'category').map(({ column }) => row.cells[column] ?? '');
  const others = [get('credits'), get('hours'), get('minutes')].map(withoutPlaceholder);
  return cells.length > 0 && cells.every((cell) => cell !== '' && isNothing(cell)) && others.every(isNothing);
}

/** Hours of as many minutes as a body counts for a credit are credits: breaks are not among them. */
function creditHours({ renewal }: CreditHolding, get: Cells, { creditHourMinutes, today }: ClaimReading): string {
  const isCredit =
    creditHourMinutes !== undefined && inForce(renewal.conversion.minutesPerCredit, today)?.value === creditHourMinutes;
  return isCredit ? plainAmount(withoutPlaceholder(get('hours'))) : '';
}

/** Returns a cell of credits as the log form reads it. */
export function amountOf(cell: string, { hasDecimalComma: isComma }: ClaimReading): string {
  const amount = plainAmount(withoutPlaceholder(cell));
  // Left as typed, so that the log form says that it can't be read.
  return isComma && mayGroupThousands(amount) ? `${amount} ?` : amount;
}

function namedHoldings(named: string, reading: ClaimReading): readonly CreditHolding[] | ClaimProblem {
  const { defaultHolding, words, holdings, catalogue } = reading;
  const phrases = words.import;
  if (named === '') {
    if (defaultHolding !== undefined) return [defaultHolding];
    return { text: phrases.noCertification, question: { about: 'certification' } };
  }
  const found = readCertificationCell(named, reading);
  for (const one of found) {
    if (one.kind === 'holdings') continue;
    const name = one.name.slice(0, 60);
    const candidates = candidatesAmong(one.name, holdings, catalogue).map(({ short }) => short);
    if (one.kind === 'not-yours') return { text: phrases.notYours(name, candidates) };
    const text = phrases.unknownName(name, candidates);
    return canAskName(one.name) ? { text, question: { about: 'name', name: one.name } } : { text };
  }
  const all = found.flatMap((one) => (one.kind === 'holdings' ? one.holdings : []));
  return all.length === 0 ? { text: phrases.noCredits, isNothing: true } : all;
}

/** Returns the amounts above zero in columns of categories that are those of a certification. */
export function partsOf(row: GridRow, { renewal }: CreditHolding, { columns }: ClaimReading) {
  return columns.flatMap((column) => {
    const cell = withoutPlaceholder(row.cells[column.column] ?? '');
    if (column.kind !== 'category' || isNothing(cell)) return [];
    const category = findCategory(column.name, leavesOf(renewal));
    return category === undefined ? [] : [{ category, cell }];
  });
}

type Claim = Pick<RowClaims, 'fields' | 'placed' | 'parts'>;

function claimParts(
  holding: CreditHolding,
  parts: readonly { readonly category: string; readonly cell: string }[],
  reading: ClaimReading,
): Claim | ClaimProblem {
  const fields = claimFields(holding.certification);
  const [first, ...others] = parts;
  if (isSplit(holding.renewal))
    return {
      fields: Object.fromEntries(parts.map(({ category, cell }) => [fields.part(category), amountOf(cell, reading)])),
      placed: [],
      parts: [],
    };
  if (first === undefined || others.length > 0)
    return { text: reading.words.import.manyCategories(holding.certification.short) };
  return {
    fields: { [fields.credits]: amountOf(first.cell, reading), [fields.category]: first.category },
    placed: [],
    parts: [],
  };
}

function claimWhole(
  holding: CreditHolding,
  amount: string,
  {
    get,
    activity,
    reading,
  }: { readonly get: Cells; readonly activity: Readonly<Record<string, string>>; readonly reading: ClaimReading },
): Claim | ClaimProblem {
  const { certification, renewal } = holding;
  const typed = withoutPlaceholder(get('category'));
  const found = categoryOfRow(holding, { typed, activity, selected: reading.categories[certification.code] });
  if ('problem' in found) {
    const phrases = reading.words.import;
    const names = leavesOf(renewal).map(({ name }) => reading.words.catalogueText(name));
    const text =
      found.problem === 'unknown'
        ? phrases.noCategory(typed.slice(0, 60), certification.short, names)
        : phrases.askCategory(certification.short, names);
    return { text, question: { about: 'category', holding } };
  }
  const { category, why } = found;
  const marks = readMarks(get('marks'), renewal);
  if ('unknown' in marks)
    return {
      text: reading.words.import.noDomain(
        marks.unknown.slice(0, 60),
        certification.short,
        renewal.marks.map(({ name }) => name),
      ),
    };
  const fields = claimFields(certification);
  const isOnly = why === 'only';
  const placement = isOnly ? {} : { [fields.category]: category };
  return {
    fields:
      isSplit(renewal) && amount !== ''
        ? { [fields.part(category)]: amount }
        : { [fields.credits]: amount, ...placement },
    parts: reading.isOwn ? exactPart(amount, { code: certification.code, category, marks: marks.codes }) : [],
    placed: isOnly || why === 'stated' ? [] : [{ holding, category, isCareful: why === 'careful' }],
  };
}
