import type {
  importQuestionWords as ImportQuestionWords,
  importRowWords as ImportRowWords,
} from '../../en/portability/import-rows.ts';

const rows = (count: number) => (count === 1 ? '1 Zeile' : `${count} Zeilen`);

export const importRowWords = (): ReturnType<typeof ImportRowWords> => ({
  faults: {
    quote:
      'ein Anführungszeichen ist nicht geschlossen oder schließt einen Zeilenumbruch ein. Korrigiere die Anführungszeichen.',
    'too-wide': 'mehr Zellen, als die Tabelle haben kann. Setze Text mit Kommas in Anführungszeichen.',
    'two-rows':
      'ein Datum neben der letzten Spalte: Vielleicht stehen zwei Zeilen in einer. Schreib jede in eine eigene Zeile.',
    beside:
      'mehr Zellen als Spalten. Setze Text mit Kommas oder Semikolons in Anführungszeichen oder gib der Spalte der Notiz eine Überschrift.',
    'too-long': 'eine Zelle ist zu lang. Möglich sind 5.000 Zeichen.',
  },
  skipped: {
    total: 'eine Summe',
    footer: 'eine Fußzeile',
    planned: 'geplant, noch nicht erledigt',
    unfinished: 'nicht abgeschlossen',
    failed: 'nicht bestanden',
    rejected: 'abgelehnt',
    cancelled: 'abgesagt',
    deleted: 'gelöscht',
    'no-credits': 'keine Punkte für eine Zertifizierung',
  },
  noCredits: 'keine Punkte für eine Zertifizierung',
  unknownStatus: (status) =>
    `Status „${status}“ ist nicht bekannt. Möglich sind abgeschlossen, geplant, abgelehnt oder abgesagt; oder wähle keine Spalte für den Status.`,
  eitherDate: (typed) =>
    `Datum „${typed}“ ist mehrdeutig, und andere Zeilen verwenden beide Reihenfolgen. Schreibe es wie 2026-04-03 oder wähle die Datumsreihenfolge.`,
  unclearUnit: 'Dauer: Stunden oder Minuten? Wähle die Einheit der Dauer.',
  undecided: (typed) => `Punkte: „${typed}“ ist keine Zahl. Ergänze die Punkte oder eine Dauer.`,
  noLength: 'Dauer und Punkte fehlen. Ergänze eines davon oder gib eine Dauer für alle solchen Zeilen an.',
  unknownName: (name, candidates) =>
    `Zertifizierung „${name}“ ist nicht bekannt.${candidates.length === 0 ? '' : ` Meintest du ${candidates.join(' oder ')}?`} Wähle, was sie bedeutet.`,
  manyCategories: (short) =>
    `Punkte in mehreren Kategorien. ${short} erlaubt eine pro Eintrag; verwende je eine Zeile.`,
  similar: (number, isSame) =>
    `${isSame ? 'gleich wie' : 'ähnlich wie'} Zeile ${number}. Wenn es verschiedene Aktivitäten sind, wähle das aus.`,
  similarRecord: (title, when, isSameEvent) =>
    `${isSameEvent ? 'hat Titel und Tag deines Eintrags' : 'ähnelt deinem Eintrag'} „${title}“ (${when}). Wenn es eine andere Aktivität ist, wähle das aus.`,
  careful: (count, short, category) =>
    `${rows(count)} ohne Kategorie: ${short}, ${category}, weil sie kein Minimum füllt. Falls das nicht stimmt, wähle unter „Spalten ändern“ eine andere.`,
  leftOut: (count) => `${rows(count)} ausgelassen:`,
  handedBack: (count, inFile) => {
    if (inFile === 0) return `${rows(count)} ausgelassen.`;
    const which = inFile === count ? '' : ` Zu korrigieren: ${inFile}.`;
    return `${rows(count)} ausgelassen.${which} Die Datei enthält sie mit Begründung. Korrigiere sie und importiere sie erneut.`;
  },
  handedBackTitle: 'Nicht importierte Zeilen',
  handedBackFile: (day) => `recert-nicht-importiert-${day}.csv`,
  reasonColumn: 'Grund, nicht importiert',
  first: 'So werden sie gespeichert:',
  encodingRead: (encoding) => `Gelesen als ${encoding}.`,
  sheetRead: (count, sheet, order) => `${rows(count)} im Blatt „${sheet}“${order === '' ? '' : `, ${order}`}.`,
  formulas: (count) =>
    `${count === 1 ? '1 Zelle enthält eine Formel' : `${count} Zellen enthalten Formeln`}; gelesen wurden die gespeicherten Ergebnisse, berechnet wurde nichts.`,
  claimColumns: (names) => `Punkte je Spalte: ${names.join(', ')}`,
  unnamed: (lines, count) =>
    `Nicht importiert, weil die Überschrift fehlt: Text in ${count === 1 ? 'Zeile' : 'den Zeilen'} ${lines}.`,
  recognised: (name) => `Erkannt: ${name}.`,
});

export const importQuestionWords = (): ReturnType<typeof ImportQuestionWords> => ({
  unit: 'Einheit der Dauer',
  unitHint: 'Bedeutung von 90 oder 12:30',
  units: { minutes: 'Minuten (90 oder Minuten:Sekunden)', hours: 'Stunden (1,5 oder Stunden:Minuten)' },
  encoding: 'Zeichensatz',
  encodingHint: 'Wähle den, mit dem der Text richtig lesbar ist.',
  encodingMissing: 'Der Zeichensatz ist nicht eindeutig. Wähle, wie der Text richtig lesbar ist.',
  sheet: 'Tabellenblatt',
  sheetHint: 'Importiert wird jeweils ein Blatt.',
  length: 'Dauer von Zeilen ohne Dauer',
  lengthHint: 'Für Zeilen ohne Dauer und ohne Punkte, zum Beispiel 1h oder 45 min.',
  nameMeans: (name) => `„${name}“ bedeutet`,
  nameHint: 'Für alle Zeilen mit diesem Namen',
  noneOfMine: 'Keine meiner Zertifizierungen',
  distinct: 'Ähnliche Zeilen',
  distinctHint: (lines, count) => `${count === 1 ? 'Zeile' : 'Zeilen'} ${lines}.`,
  distinctAnswers: { no: 'Dieselbe Aktivität: einmal importieren', yes: 'Verschiedene Aktivitäten: alle importieren' },
  existingRecords: 'Zeilen, die deinen Einträgen ähneln',
  existingRecordsAnswers: {
    same: 'Dieselben Aktivitäten: auslassen',
    distinct: 'Andere Aktivitäten: importieren',
  },
});
