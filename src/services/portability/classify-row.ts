import { isDateLike } from '../../sheets/cell-dates.ts';
import { withoutPlaceholder } from '../../sheets/cell-numbers.ts';
import type { GridRow } from '../../sheets/grid.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import { namesCompletion } from '../../sheets/match-columns.ts';
import type { Sheet } from '../../sheets/parse-sheet.ts';
import { isPartial, isTotalLabel, type RowStatus, type SkipReason, statusOf } from '../../sheets/row-kinds.ts';
import type { PortalState } from '../../store/reports/report-entities.ts';

/** What a row is: an activity, with the state that a portal gives it, or why it isn't one. */
export type RowKind =
  | { readonly kind: 'activity'; readonly portal: PortalState | undefined }
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
}

/** Returns how the rows of a table are told apart. */
export function rowClassifier({ header, rows }: Sheet, mapping: Mapping): RowClassifier {
  const { progress } = mapping;
  const shares = progress === undefined ? [] : rows.map(({ cells }) => Number(cells[progress] || 0));
  const completion = mapping.end ?? mapping.start;
  const hasFooters = header.length > 2;
  return {
    lastRow: hasFooters ? (rows.findLast((row) => filledCells(row).length > 1)?.number ?? 0) : Number.POSITIVE_INFINITY,
    mapping,
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
  if (isPartial(cell(mapping.progress), classifier.areFractions) === true) return skipped('unfinished');
  const { completion } = classifier;
  if (completion !== undefined && cell(completion) === '' && !isDone && hasTitle(row, mapping))
    return skipped('unfinished');
  return { kind: 'activity', portal: portalOf(status) };
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
