import type { DateOrder } from './cell-dates.ts';
import type { ColumnField } from './columns.ts';

/** What whoever imports a table says of it. */
export interface ImportOptions {
  /** Which column says what, by its name or its number from 1, where that is not as proposed; empty for no column. */
  readonly columns: Readonly<Partial<Record<ColumnField, string>>>;
  /** What every row is for that names no certification. */
  readonly certification?: string | undefined;
  readonly order?: DateOrder | undefined;
}
