import type { ListedEntry, ShownSheet } from '../../views/reports/entry-sheet-card.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data-with-catalogue.ts';
import { Refusal } from '../refusal.ts';
import { findEntrySheets } from './entry-sheets.ts';

/** Returns the person's own entry sheets, one for each body. */
export async function findOwnSheets(byMonth: boolean, { request, data }: Scope): Promise<readonly ShownSheet[]> {
  const { today, words, person } = request;
  const holdings = creditHoldings(await findHoldings(person, data));
  return findEntrySheets(holdings, { data, today, words, byMonth });
}

/** Returns the sheet of a body by the name of the body or of a certification; without a name, the only one. Throws `Refusal` otherwise. */
export async function findSheetOrRefuse(
  text: string,
  sheets: readonly ShownSheet[],
  { request: { words }, data: { catalogue } }: Scope,
): Promise<ShownSheet> {
  const query = text.trim().toLowerCase();
  const [only, ...others] = sheets;
  if (only === undefined) throw new Refusal(words.sheet.nothingLogged);
  if (query === '' && others.length === 0) return only;
  const body = catalogue.find(query)?.body;
  const found = sheets.find((one) => one.body.toLowerCase() === query) ?? sheets.find((one) => one.body === body);
  if (found !== undefined) return found;
  throw new Refusal(
    words.sheet.unknown(
      text.slice(0, 60),
      sheets.map((one) => one.body),
    ),
  );
}

/** Returns the entry with a key. Throws `Refusal` when it no longer exists. */
export function findEntryOrRefuse(key: string, { open, done }: ShownSheet, { request: { words } }: Scope): ListedEntry {
  const found = [...open, ...done].find((one) => one.key === key);
  if (found === undefined) throw new Refusal(words.sheet.gone);
  return found;
}
