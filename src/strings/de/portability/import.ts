import { lookup } from '../../en/basics.ts';
import type { importWords as ImportWords } from '../../en/portability/import.ts';
import { importArchiveWords } from './import-archive.ts';

const rows = (count: number) => (count === 1 ? '1 Zeile' : `${count} Zeilen`);
const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);

export const importWords = (): ReturnType<typeof ImportWords> => ({
  title: 'Einträge übernehmen',
  intro:
    'Eine Tabelle deiner Einträge, als CSV gespeichert: je eine Zeile, mindestens mit Titel und Datum; oder was „export mine“ in einem anderen recert geschrieben hat. Nichts wird gespeichert, bevor du siehst, wie sie gelesen wird.',
  file: 'Tabelle',
  read: 'Lesen',
  take: 'Übernehmen',
  over: importArchiveWords(),
  button: 'Als Einträge übernehmen',
  noFile: 'Gib eine Datei an: deine Tabelle, als CSV gespeichert.',
  notTable: (name) => `${name} ist kein Text mit Zeilen und Spalten. Speichere die Tabelle als CSV.`,
  gone: 'Diese Datei wird nicht mehr aufgehoben. Schick sie noch einmal.',
  empty: 'Darin steht keine Zeile.',
  unreadable:
    'Die Tabelle ließ sich nicht lesen: zu groß oder zu sonderbar. Speichere sie noch einmal als CSV, oder in Teilen.',
  tooMany: (count, max) => `Sie hat ${rows(count)}; höchstens ${max} gehen auf einmal.`,
  noColumn: (typed, header) => `Eine Spalte „${typed}“ gibt es nicht. Es gibt: ${header.join(', ')}.`,
  missing: (field, header) => `Keine Spalte nennt: ${field}. Es gibt: ${header.join(', ')}.`,
  unclear: 'Ihre Daten lassen sich auf zwei Arten lesen (3/4/2026).',
  mixed: 'Ihre Daten stehen in beiden Reihenfolgen da (25/4/2026 und 4/25/2026). Mach sie in der Tabelle gleich.',
  row: (number, problem) => `Zeile ${number}, ${problem}`,
  noCertification: 'Zertifizierung: Sie nennt keine, und es ist nicht gesagt, wofür solche Zeilen sind.',
  notHeld: (name) => `Zertifizierung: „${name}“ hast du nicht hinzugefügt, oder sie nimmt keine Punkte.`,
  noCategory: (typed, short, names) => `Kategorie: „${typed}“ ist keine von ${short}: ${names.join(', ')}.`,
  fields: lookup({
    id: 'Id',
    title: 'Titel',
    provider: 'Anbieter',
    start: 'Datum',
    end: 'letzter Tag',
    minutes: 'Minuten',
    hours: 'Stunden',
    duration: 'Dauer',
    certification: 'Zertifizierung',
    counts: 'Zertifizierung',
    category: 'Kategorie',
    credits: 'Punkte',
    kind: 'Art',
    delivery: 'Form',
    description: 'Beschreibung',
    link: 'Link',
    note: 'Notiz',
    removed: 'zurückgenommen',
  }),
  delimiters: lookup({ ',': 'Kommas', ';': 'Strichpunkte', '\t': 'Tabulatoren', '|': 'Striche' }),
  orders: { 'day-first': 'Tag vor Monat', 'month-first': 'Monat vor Tag' },
  order: 'Reihenfolge im Datum',
  orderHint: 'Wie 3/4/2026 gemeint ist.',
  noneColumn: 'Keine Spalte',
  usual: 'Zeilen ohne Zertifizierung sind für',
  readAs: (count, delimiter, order) =>
    `${rows(count)}, getrennt durch ${delimiter}${order === '' ? '' : `, ${order}`}.`,
  notRead: (names) => `Nicht gelesen: ${names.join(', ')}.`,
  would: (fresh, already) => `${records(fresh)} kommen dazu${already === 0 ? '' : `, ${already} sind schon da`}.`,
  wrong: (count) =>
    count === 1
      ? 'Etwas stimmt nicht, also wird nichts übernommen:'
      : `${count} Dinge stimmen nicht, also wird nichts übernommen:`,
  more: (count) => `… und ${count} weitere.`,
  later: (count) => `Bei ${rows(count)} wird jede erst beim Übernehmen gelesen; dann hörst du, was dabei herauskam.`,
  begun: 'Die Tabelle wird gelesen. Ich sage dir, was dabei herauskam.',
  done: (fresh, already) =>
    fresh === 0
      ? `Nichts Neues: Alle ${already} waren schon da.`
      : `${records(fresh)} übernommen${already === 0 ? '' : `; ${already} waren schon da`}.`,
});
