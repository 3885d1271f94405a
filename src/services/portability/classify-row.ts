import { type BalanceLabel, balanceLabelOf } from '../../sheets/balance-labels.ts';
import { isDateLike } from '../../sheets/cell-dates.ts';
import { withoutPlaceholder } from '../../sheets/cell-numbers.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { ImportOptions } from '../../sheets/import-options.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import { namesCompletion } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { isPartial, isTotalLabel, type RowStatus, type SkipReason, statusOf } from '../../sheets/row-kinds.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';

/** What a row is: an activity or an opening balance, with the state that a portal gives it, or why it is neither. */
export type RowKind =
  | { readonly kind: 'activity'; readonly portal: PortalState | undefined }
  | { readonly kind: 'balance'; readonly portal: PortalState | undefined }
  /** It may be an opening balance or an activity. */
  | { readonly kind: 'possible-balance' }
  /** Credits of the cycle before. */
  | { readonly kind: 'carry-over' }
  | { readonly kind: 'skipped'; readonly reason: SkipReason }
  | { readonly kind: 'unknown-status'; readonly status: string };

/** What of a table decides what its rows are. */
export interface RowClassifier {
  /** The number of the last row that isn't a footer; a table of one or two columns has none. */
  readonly lastRow: number;
  readonly mapping: Mapping;
  /** Shares of a whole are written as `0.61`. */
  readonly areFractions: boolean;
  /** Rows whose cell of the last day is empty aren't finished. */
  readonly completion: number | undefined;
  /** Words of names of certifications, folded. */
  readonly names: ReadonlySet<string>;
  /** What rows are that may be opening balances. */
  readonly balanceRows: ImportOptions['balanceRows'];
}

/** Returns how the rows of a table are told apart. */
export function rowClassifier(
  { header, rows }: Sheet,
  mapping: Mapping,
  { names, balanceRows }: Pick<RowClassifier, 'names' | 'balanceRows'> = { names: new Set(), balanceRows: undefined },
): RowClassifier {
  const { progress } = mapping;
  const shares = progress === undefined ? [] : rows.map(({ cells }) => Number(cells[progress] || 0));
  const completion = mapping.end ?? mapping.start;
  const hasFooters = header.length > 2;
  return {
    lastRow: hasFooters ? (rows.findLast((row) => filledCells(row).length > 1)?.number ?? 0) : Number.POSITIVE_INFINITY,
    mapping,
    names,
    balanceRows,
    areFractions: shares.length > 0 && shares.every((share) => share <= 1),
    completion: completion !== undefined && namesCompletion(header[completion] ?? '') ? completion : undefined,
  };
}

function filledCells({ cells }: GridRow): readonly string[] {
  return cells.filter((cell) => cell !== '');
}

/** Decides what a row is. */
export function classifyRow(row: GridRow, classifier: RowClassifier): RowKind {
  const { mapping } = classifier;
  const cell = (column: number | undefined) => withoutPlaceholder(row.cells[column ?? -1] ?? '');
  if (cell(mapping.removed) !== '') return skipped('deleted');
  if (isTotalRow(row, mapping)) return skipped('total');
  if (row.number > classifier.lastRow && filledCells(row).length === 1 && row.cells.length > 0)
    return skipped('footer');
  const status = cell(mapping.status) === '' ? undefined : statusOf(cell(mapping.status));
  if (status === undefined && cell(mapping.status) !== '')
    return { kind: 'unknown-status', status: cell(mapping.status).slice(0, 40) };
  const isDone = status === 'done' || status === 'submitted' || status === 'accepted';
  if (status !== undefined && !isDone) return skipped(status);
  const balance = balanceKind(cell, classifier);
  if (balance !== undefined)
    return balance === 'balance' ? { kind: balance, portal: portalOf(status) } : { kind: balance };
  if (isPartial(cell(mapping.progress), classifier.areFractions) === true) return skipped('unfinished');
  const { completion } = classifier;
  if (completion !== undefined && cell(completion) === '' && !isDone && hasTitle(row, mapping))
    return skipped('unfinished');
  return { kind: 'activity', portal: portalOf(status) };
}

/** Whether a row is marked as an opening balance by its title, or by a column that says what it is. */
function balanceKind(
  cell: (column: number | undefined) => string,
  { mapping, names, balanceRows }: RowClassifier,
): 'balance' | 'possible-balance' | 'carry-over' | undefined {
  const columns = [mapping.kind, mapping.category, mapping.description].map((column) =>
    balanceLabelOf(cell(column), names),
  );
  const title = balanceLabelOf(cell(mapping.title), names);
  const isMarked = columns.includes('certain');
  // A length or a provider is that of an activity.
  const isPlain = [mapping.minutes, mapping.hours, mapping.provider].every((column) => cell(column) === '');
  const label: BalanceLabel | undefined = [title, ...columns].includes('previous-cycle')
    ? 'previous-cycle'
    : isMarked || title === 'certain'
      ? 'certain'
      : isPlain
        ? title
        : undefined;
  switch (label) {
    case undefined:
      return undefined;
    case 'previous-cycle':
      return 'carry-over';
    case 'certain':
      return 'balance';
    case 'possible':
      if (balanceRows === undefined) return 'possible-balance';
      return balanceRows === 'balance' ? 'balance' : undefined;
  }
}

function skipped(reason: SkipReason): RowKind {
  return { kind: 'skipped', reason };
}

function portalOf(status: RowStatus | undefined): PortalState | undefined {
  return status === 'submitted' || status === 'accepted' ? status : undefined;
}

function hasTitle({ cells }: GridRow, { title }: Mapping): boolean {
  return (cells[title ?? -1] ?? '') !== '';
}

/** A total has a label and no day. */
function isTotalRow({ cells }: GridRow, { start }: Mapping): boolean {
  const date = cells[start ?? -1] ?? '';
  return !isDateLike(date) && cells.some(isTotalLabel);
}
