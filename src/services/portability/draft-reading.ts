import type { Day } from '../../domain/calendar.ts';
import type { Mapping } from '../../sheets/match-columns.ts';
import type { Words } from '../../strings/index.ts';
import type { RowClassifier } from './classify-row.ts';
import type { ActivityReading } from './row-activity.ts';
import type { ClaimReading, RowQuestion } from './row-claims.ts';

/** What has to be answered of a table before some of its rows can be imported. */
export type DraftQuestion = RowQuestion | { readonly about: 'order' | 'unit' | 'length' | BalanceQuestion };

/** What has to be answered of the opening balances of a table. */
export type BalanceQuestion = 'balanceRows' | 'balanceDay' | 'balanceAmounts' | 'existingBalances';

/** How the rows of a table are read. */
export interface DraftContext {
  readonly mapping: Mapping;
  readonly classifier: RowClassifier;
  readonly activity: ActivityReading;
  readonly claims: ClaimReading;
  /** The day of opening balances without a date. */
  readonly balances: { readonly day: Day | undefined };
  readonly words: Words;
}
