import type { DateOrder } from './cell-dates.ts';
import type { ColumnField } from './column-names.ts';

/** The options of a table import. */
export interface ImportOptions {
  /** Columns by name or number from 1 that differ from the proposal; empty for no column. */
  readonly columns: Readonly<Partial<Record<ColumnField, string>>>;
  /** The certification of rows that name none. */
  readonly certification?: string | undefined;
  /** The category of rows that name none and whose category isn't decided, by the code of the certification. */
  readonly categories?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly order?: DateOrder | undefined;
}
