import { type Day, parseDay } from '../../domain/calendar.ts';
import { leavesOf, WHOLE } from '../../domain/category-tree.ts';
import { type Credits, parseCredits } from '../../domain/credit.ts';
import type { Part } from '../../domain/holding.ts';
import { balanceLabelOf } from '../../sheets/balance-labels.ts';
import { isNothing, withoutPlaceholder } from '../../sheets/cell-numbers.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { CreditHolding } from '../certifications/member-holding.ts';
import { creditsProblemText } from '../credits-problem-text.ts';
import type { DraftContext, DraftQuestion } from './draft-reading.ts';
import type { LeftOutReason } from './left-out-rows.ts';
import type { Cells } from './row-activity.ts';
import { findCategory } from './row-category.ts';
import { amountOf, claimedAmounts, partsOf } from './row-claims.ts';
import { readRowDays } from './row-days.ts';

/** What a row states as earned for a certification up to a day, before its cycle is known. */
export interface BalanceRow {
  /** As in the file, from 1. */
  readonly number: number;
  readonly holding: CreditHolding;
  readonly on: Day;
  readonly parts: readonly Part[];
  /** The body's portal shows it as accepted. */
  readonly accepted: boolean;
}

/** The balances of a row, one for each certification, or why it has none. */
export type BalanceOutcome =
  | { readonly balances: readonly BalanceRow[] }
  | { readonly reason: LeftOutReason; readonly text: string; readonly question?: DraftQuestion | undefined };

interface BalanceCells {
  readonly get: Cells;
  readonly accepted: boolean;
}

/** Reads a row that is marked as an opening balance. */
export function readBalanceRow(row: GridRow, { get, accepted }: BalanceCells, context: DraftContext): BalanceOutcome {
  const { claims } = context;
  const on = readDay(get, context);
  if (typeof on !== 'string') return on;
  const amounts = claimedAmounts(row, get, claims);
  if ('text' in amounts) {
    const reason = amounts.isNothing ? 'no-credits' : amounts.question === undefined ? 'problem' : 'question';
    return { reason, text: amounts.text, question: amounts.question };
  }
  const balances: BalanceRow[] = [];
  for (const { holding, amount } of amounts) {
    const parts = readParts(row, { holding, amount, get }, context);
    if (!Array.isArray(parts)) return parts;
    balances.push({ number: row.number, holding, on, parts, accepted });
  }
  return { balances };
}

type Left = Extract<BalanceOutcome, { readonly text: string }>;

/** The credits of a row for a certification: those in columns of categories, else in the category that it names. */
function readParts(
  row: GridRow,
  { holding, amount, get }: { readonly holding: CreditHolding; readonly amount: string; readonly get: Cells },
  context: DraftContext,
): Part[] | Left {
  const { claims } = context;
  const cells = partsOf(row, holding, claims).map(({ category, cell }) => ({
    category,
    typed: amountOf(cell, claims),
  }));
  if (cells.length === 0) {
    const category = categoryIn(get, holding, context);
    if (typeof category !== 'string') return category;
    cells.push({ category, typed: amount });
  }
  const parts: Part[] = [];
  for (const { category, typed } of cells) {
    const credits = readAmount(typed, context);
    if (typeof credits !== 'number') return credits;
    parts.push({ category, credits });
  }
  return parts;
}

function readAmount(typed: string, { words }: DraftContext): Credits | Left {
  const { balances, fields } = words.import;
  if (isNothing(typed)) return { reason: 'problem', text: balances.noAmount };
  const read = parseCredits(typed);
  if ('credits' in read) return read.credits;
  return { reason: 'problem', text: `${fields.credits}: ${creditsProblemText(read.problem, typed, words)}` };
}

/** The last day of a row, or the one selected for balances without a date. */
function readDay(get: Cells, { activity, balances, words }: DraftContext): Day | Left {
  const phrases = words.import;
  const [start, end] = [withoutPlaceholder(get('start')), withoutPlaceholder(get('end'))];
  if (start === '' && end === '')
    return balances.day ?? { reason: 'question', text: phrases.balances.noDay, question: { about: 'balanceDay' } };
  const days = readRowDays(start, end, activity);
  if (days.isEither && activity.order === 'unclear')
    return { reason: 'question', text: phrases.unclear, question: { about: 'order' } };
  if (days.isEither) return { reason: 'problem', text: phrases.eitherDate(start || end) };
  const typed = days.end || days.start;
  return parseDay(typed) ?? { reason: 'problem', text: `${phrases.fields.start}: ${words.shape.badDay(typed)}` };
}

/** The category that a row names, the only one, or none in particular. */
function categoryIn(get: Cells, holding: CreditHolding, { claims, words }: DraftContext): string | Left {
  const leaves = leavesOf(holding.renewal);
  const typed = withoutPlaceholder(get('category'));
  const isNamed = typed !== '' && balanceLabelOf(typed) === undefined;
  const [only, ...others] = leaves;
  if (others.length === 0) return only?.code ?? WHOLE;
  if (!isNamed) return WHOLE;
  const { code, short } = holding.certification;
  const category = findCategory(typed, leaves) ?? claims.categories[code];
  if (category !== undefined) return category;
  const names = leaves.map(({ name }) => words.catalogueText(name));
  const text = words.import.noCategory(typed.slice(0, 60), short, names);
  return { reason: 'question', text, question: { about: 'category', holding } };
}
