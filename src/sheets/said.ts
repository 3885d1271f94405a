import type { Field } from './columns.ts';
import type { DateOrder } from './days.ts';

/** What whoever imports a table says of it. */
export interface SaidOfTable {
  /** Which column says what, by its name or its number from 1, where that is not as proposed; empty for no column. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  /** What every row is for that names no certification. */
  readonly certification?: string | undefined;
  readonly order?: DateOrder | undefined;
}
