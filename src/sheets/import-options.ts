import type { DateOrder } from './cell-dates.ts';
import type { TimeUnit } from './column-heading.ts';
import type { ColumnField } from './column-names.ts';
import type { SheetOptions } from './parse-sheet.ts';

/** The options of a table import: what the person answered. */
export interface ImportOptions extends SheetOptions {
  /** Columns by name or number from 1 that differ from the proposal; empty for no column. */
  readonly columns: Readonly<Partial<Record<ColumnField, string>>>;
  /** The certification of rows that name none. */
  readonly certification?: string | undefined;
  /** The category of rows that name none and whose category isn't decided, by the code of the certification. */
  readonly categories?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly order?: DateOrder | undefined;
  /** The unit of lengths such as `90`. */
  readonly unit?: TimeUnit | undefined;
  /** What names mean that aren't known: the code of a certification, or empty for none, by the folded name. */
  readonly names?: Readonly<Partial<Record<string, string>>> | undefined;
  /** Rows that look alike are different activities. */
  readonly areDistinct?: boolean | undefined;
  /** The length of rows that have neither a length nor credits, as typed. */
  readonly length?: string | undefined;
}
