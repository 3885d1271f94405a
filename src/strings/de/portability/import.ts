import { type Basics, lookup } from '../../en/basics.ts';
import type { importWords as ImportWords } from '../../en/portability/import.ts';
import { importArchiveWords } from './import-archive.ts';
import { importBalanceWords } from './import-balances.ts';
import { importQuestionWords, importRowWords } from './import-rows.ts';

const rows = (count: number) => (count === 1 ? '1 Zeile' : `${count} Zeilen`);
const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);

export const importWords = (basics: Basics): ReturnType<typeof ImportWords> => ({
  title: 'Einträge importieren',
  intro:
    'Lade eine Tabelle (.xlsx, .ods oder .csv) mit einer Zeile pro Eintrag (mindestens Titel und Datum) oder ein Archiv aus „export mine“ hoch. Vor dem Import siehst du eine Vorschau.',
  file: 'Datei',
  read: 'Vorschau',
  take: 'Importieren',
  over: importArchiveWords(),
  questions: importQuestionWords(),
  balances: importBalanceWords(basics),
  ...importRowWords(),
  button: 'Als Einträge importieren',
  received: (names) => `${names} erhalten. Importiere die Einträge daraus; zuerst siehst du eine Vorschau.`,
  noFile: 'Wähle eine Tabelle aus (.xlsx, .ods oder .csv).',
  notTable: (name) => `${name} ist keine Tabelle. Speichere sie als .xlsx, .ods oder .csv und lade sie erneut hoch.`,
  gone: 'Die Datei ist nicht mehr gespeichert. Lade sie erneut hoch.',
  empty: 'Die Tabelle enthält keine Zeilen.',
  unreadable:
    'Die Tabelle konnte nicht gelesen werden: zu groß oder fehlerhaft. Speichere sie erneut oder teile sie auf.',
  ofTeam:
    'Das ist der Export eines Teams. Die Einträge gehören mehreren Personen. Jede Person importiert ihren eigenen Export.',
  tooMany: (count, max) => `Die Tabelle hat ${rows(count)}. Du kannst höchstens ${max} auf einmal importieren.`,
  noColumn: (typed, header) => `Die Spalte „${typed}“ gibt es nicht. Vorhanden: ${header.join(', ')}.`,
  missing: (field, header) => `Keine Spalte für „${field}“ gefunden. Vorhanden: ${header.join(', ')}.`,
  unclear: 'Die Datumsangaben sind mehrdeutig (3/4/2026). Wähle die Reihenfolge von Tag und Monat.',
  row: (number, problem) => `Zeile ${number}, ${problem}`,
  rows: (numbers, problem) => `Zeilen ${numbers}, ${problem}`,
  noCertification: 'Zertifizierung fehlt. Ergänze sie oder wähle eine für alle Zeilen ohne Zertifizierung.',
  notYours: (name, candidates) =>
    candidates.length === 0
      ? `Zertifizierung „${name}“ ist nicht in deiner Liste oder wird nicht über Punkte verlängert. Füge sie mit „add“ hinzu.`
      : `Zertifizierung „${name}“ ist nicht in deiner Liste. Möglich sind: ${candidates.join(', ')}.`,
  noCategory: (typed, short, names) =>
    `Kategorie „${typed}“ gibt es bei ${short} nicht. Möglich sind: ${names.join(', ')}.`,
  noDomain: (typed, short, names) =>
    names.length === 0
      ? `Themen: ${short} hat keine. Lass die Zelle leer.`
      : `Thema „${typed}“ gibt es bei ${short} nicht. Möglich sind: ${names.join(', ')}.`,
  askCategory: (short, names) =>
    `Kategorie fehlt für ${short}. Möglich sind: ${names.join(', ')}. Ergänze sie oder wähle eine für alle solchen Zeilen.`,
  rowCategory: (short) => `${short}: Kategorie`,
  rowCategoryHint: 'Für Zeilen ohne Kategorie, bei denen die Regeln keine festlegen.',
  placed: (count, short, category) =>
    `${rows(count)} ohne Kategorie: ${short}, ${category}, nach den Regeln und deinen früheren Einträgen.`,
  fields: lookup({
    id: 'ID',
    title: 'Titel',
    provider: 'Anbieter',
    start: 'Datum',
    end: 'Enddatum',
    minutes: 'Minuten',
    hours: 'Stunden',
    duration: 'Dauer',
    certification: 'Zertifizierung',
    counts: 'Zertifizierung',
    category: 'Kategorie',
    marks: 'Themen',
    cycle: 'Zyklusbeginn',
    credits: 'Punkte',
    reason: 'Grund für die höhere Angabe',
    item: 'Art des Beitrags',
    kind: 'Art',
    delivery: 'Form',
    description: 'Beschreibung',
    link: 'Link',
    note: 'Notiz',
    status: 'Status',
    progress: 'Fortschritt',
    removed: 'Zurückgezogen am',
  }),
  delimiters: lookup({ ',': 'Kommas', ';': 'Semikolons', '\t': 'Tabulatoren', '|': 'senkrechte Striche' }),
  orders: { 'day-first': 'Tag vor Monat', 'month-first': 'Monat vor Tag' },
  order: 'Datumsreihenfolge',
  orderHint: 'Bedeutung von 3/4/2026',
  noneColumn: 'Keine Spalte',
  defaultAnswer: 'Standard-Zertifizierung',
  readAs: (count, delimiter, order) =>
    `${rows(count)}, getrennt durch ${delimiter}${order === '' ? '' : `, ${order}`}.`,
  notRead: (names) => `Nicht importierte Spalten: ${names.join(', ')}.`,
  would: ({ fresh, already, balances, leftOut }) => {
    const parts = [
      ...(fresh + already === 0 && balances > 0 ? [] : [`Neu: ${records(fresh)}`]),
      ...(balances === 0 ? [] : [balances === 1 ? '1 Anfangsbestand' : `${balances} Anfangsbestände`]),
      ...(already === 0 ? [] : [`bereits vorhanden: ${already}`]),
      ...(leftOut === 0 ? [] : [`ausgelassen: ${rows(leftOut)}`]),
    ];
    return parts.join(', ');
  },
  wouldOfFirst: (counts, first, all) => `Die ersten ${first} von ${all} Zeilen – ${counts}.`,
  changeColumns: 'Spalten ändern',
  wrong: (count) => `${count === 1 ? '1 Fehler' : `${count} Fehler`}, es wurde nichts importiert:`,
  more: (count) => (count === 1 ? '… und 1 weiterer.' : `… und ${count} weitere.`),
  later: 'Alle Zeilen werden beim Import geprüft, danach sende ich dir das Ergebnis.',
  begun: 'Der Import läuft. Das Ergebnis sende ich dir privat.',
  isRunning:
    'Ein anderer Import von dir läuft noch, deshalb wurde nichts importiert. Versuche es in ein paar Minuten erneut.',
  done: (fresh, already) => {
    if (fresh === 0) return `Keine neuen Einträge, bereits vorhanden: ${already}.`;
    return `${records(fresh)} importiert${already === 0 ? '' : `, bereits vorhanden: ${already}`}.`;
  },
});
