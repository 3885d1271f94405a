import { saveOpening } from '../certifications/save-opening.ts';
import type { Data } from '../data-with-catalogue.ts';
import type { TableBalance } from './table-balances.ts';

/** Saves the opening balances of a table. */
export async function saveBalances(
  balances: readonly TableBalance[],
  saving: { readonly data: Pick<Data, 'holdings'>; readonly now: Date },
): Promise<void> {
  for (const { holding, cycle, carried, replaces, ...opening } of balances)
    await saveOpening({ holding: { holdingId: holding.holdingId, cycle }, carried }, { opening, replaces }, saving);
}
