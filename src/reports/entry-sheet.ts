import type { Day } from '../domain/calendar.ts';
import type { Words } from '../strings/index.ts';
import type { ListedEntry, ShownSheet } from '../views/reports/entry-sheet-card.ts';
import { entryTitle, recordIds, sheetFields, warningsOf } from '../views/reports/entry-sheet-fields.ts';
import { cssString } from './css-string.ts';
import { csvOf } from './csv.ts';
import { rendered } from './templates.ts';

/** Returns an entry sheet as CSV with the portal's fields as columns; the same sheet gives the same bytes. */
export function entrySheetCsv(sheet: ShownSheet, words: Words): Uint8Array {
  const rows = sheet.open.map((one) => ({ one, fields: sheetFields(one.entry, sheet, words) }));
  const { fields } = sheet.layout;
  const labels = [...new Set(rows.flatMap((row) => row.fields.map(({ label }) => label)))];
  // Where an entry lacks a field its column is still where the portal has it.
  const place = new Map(fields.map(({ field, label }, at) => [label ?? words.sheet.fields[field], at]));
  const credits = words.sheet.fields.credits;
  const creditsAt = fields.findIndex(({ field }) => field === 'credits');
  labels.sort((a, b) => (place.get(a) ?? creditsAt) - (place.get(b) ?? creditsAt) || (a < b ? -1 : 1));
  const columns = Object.fromEntries(
    [...labels, words.sheet.status, words.sheet.record].map((label) => [label, label]),
  );
  const lines = rows.map(({ one, fields: stated }) => {
    const known = new Map(stated.map(({ label, value }) => [label, value]));
    const cells = labels.map((label) => [label, known.get(label) ?? ''] as const);
    return Object.fromEntries([
      ...cells,
      [words.sheet.status, statusOf(one, words)],
      [words.sheet.record, recordIds(one.entry)],
    ]);
  });
  return csvOf(rows.length === 0 ? { [credits]: credits } : columns, lines);
}

interface PrintContext {
  readonly words: Words;
  readonly today: Day;
  /** The person it belongs to. */
  readonly name: string;
}

/** Returns an entry sheet as an HTML page to print. */
export function entrySheetPage(sheet: ShownSheet, { words, today, name }: PrintContext): string {
  const phrases = words.sheet;
  const { body, portal, open, layout, isKnown } = sheet;
  const title = phrases.of(body);
  const [page, of] = words.report.print.page;
  return rendered('entry-sheet', {
    language: words.language,
    paper: 'A4',
    title,
    footer: cssString(`${title} · ${phrases.printed(today)}`),
    pageNumber: `${cssString(page)} counter(page) ${cssString(of)} counter(pages)`,
    about: [name, portal, phrases.printed(today)].filter((one) => one !== '').join(' · '),
    count: open.length === 0 ? phrases.allEntered : phrases.toEnter(open.length),
    notes: [
      isKnown ? phrases.howKnown(words.certainty(layout.certainty)) : `${phrases.anyPortal}.`,
      `${phrases.never}.`,
    ],
    entries: open.map((one) => ({
      title: entryTitle(one.entry, words),
      status: statusOf(one, words),
      fields: sheetFields(one.entry, sheet, words),
      warnings: warningsOf(one.entry, layout, words),
      id: recordIds(one.entry),
    })),
  });
}

function statusOf({ tick }: ListedEntry, words: Words): string {
  return tick === undefined ? words.sheet.none : words.sheet.tick(tick.state, tick.on, tick.reference);
}
