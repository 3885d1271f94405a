import type { ListedEntry, ShownSheet } from '../../views/reports/entry-sheet-card.ts';
import { creditHoldings, findHoldings } from '../certifications/holdings.ts';
import type { Scope } from '../data.ts';
import { Refusal } from '../refusal.ts';
import { findEntrySheets } from './entry-sheets.ts';

/** The sheets of the person, each of their bodies. */
export async function findOwnSheets(byMonth: boolean, context: Scope): Promise<readonly ShownSheet[]> {
  const { request, data } = context;
  const { today, words } = request;
  return findEntrySheets(creditHoldings(await findHoldings(context.request.person, context.data)), {
    data,
    today,
    words,
    byMonth,
  });
}

/** The sheet of a body that is meant by its name or by one of its certifications; refused in words. */
export async function findSheetOrRefuse(
  text: string,
  sheets: readonly ShownSheet[],
  context: Scope,
): Promise<ShownSheet> {
  const { request, data } = context;
  const { words } = request;
  const { catalogue } = data;
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

/** The entry that is found by its key; refused in words where there is none any more. */
export function findEntryOrRefuse(key: string, { open, done }: ShownSheet, { request: { words } }: Scope): ListedEntry {
  const found = [...open, ...done].find((one) => one.key === key);
  if (found === undefined) throw new Refusal(words.sheet.gone);
  return found;
}
