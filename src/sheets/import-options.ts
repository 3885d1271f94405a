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
  /** What rows are that look like records of the person: `same` leaves them out, `distinct` imports them. */
  readonly existingRecords?: 'same' | 'distinct' | undefined;
  /** What rows are whose title may be that of an opening balance or of an activity. */
  readonly balanceRows?: 'balance' | 'activity' | undefined;
  /** The day of opening balances without a date, as typed. */
  readonly balanceDay?: string | undefined;
  /** What several opening balances of a cycle state: `each` what was earned since the one before, `running` all since the start of the cycle. */
  readonly balanceAmounts?: 'each' | 'running' | undefined;
  /** Whether opening balances take the place of stated ones with other figures. */
  readonly existingBalances?: 'replace' | 'existing' | undefined;
  /** The length of rows that have neither a length nor credits, as typed. */
  readonly length?: string | undefined;
}
