import { entrySheetCsv, entrySheetPage } from '../../reports/entry-sheet.ts';
import type { ShownSheet } from '../../views/reports/entry-sheet-card.ts';
import type { Scope } from '../data-with-catalogue.ts';

/** The files of an entry sheet: the stored table, and the page that is still to be printed. */
interface SheetFiles {
  readonly tableId: string;
  readonly page: { readonly name: string; readonly html: string };
}

/** Makes the files of an entry sheet, named after its body and today, and stores the table. */
export async function makeSheetFiles(sheet: ShownSheet, { request, data }: Scope): Promise<SheetFiles> {
  const { person, words, today, now } = request;
  const name = `recert-sheet-${sheet.body.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}-${today}`;
  const table = { name: `${name}.csv`, type: 'text/csv; charset=utf-8', bytes: entrySheetCsv(sheet, words) };
  const tableId = await data.files.add({ ...table, personId: person.personId, command: 'sheet' }, now);
  const html = entrySheetPage(sheet, { words, today, name: person.name });
  return { tableId, page: { name: `${name}.pdf`, html } };
}
