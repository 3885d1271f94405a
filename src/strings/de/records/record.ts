import { type Basics, lookup } from '../../en/basics.ts';
import type { recordWords as RecordWords } from '../../en/records/record.ts';
import { amount, ofDays } from '../basics.ts';

const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);

/** Words for records: found again, shown, corrected, deleted. */
export const recordWords = ({ date }: Basics): ReturnType<typeof RecordWords> => ({
  history: 'Deine Einträge',
  found: records,
  page: (from, until, of) => `${from}–${until} von ${of}`,
  none: 'Noch keine Einträge.',
  nothing: (requested) => `Keine Einträge zu „${requested}“ gefunden.`,
  filters:
    'Filter: Zertifizierung, Jahr, Art, Stichwort oder „missing proof“, z. B. history cissp 2026 webinar missing proof',
  newer: 'Neuere',
  older: 'Ältere',
  previousPage: 'Zurück',
  nextPage: 'Weiter',
  show: 'Anzeigen',
  noProof: 'ohne Nachweis',
  columns: { title: 'Aktivität', date: 'Datum', kind: 'Anbieter und Art', credits: 'Punkte' },
  which: 'Welcher Eintrag? Schreib „show last“ oder Wörter aus dem Titel, oder wähle ihn in „history“ aus.',
  whichOne: (typed, count) =>
    count === 1
      ? `„${typed}“ ist kein Titel. Meinst du diesen Eintrag?`
      : `Zu „${typed}“ passen ${count} Einträge. Welchen meinst du?`,
  title: 'Eintrag',
  provider: 'Anbieter',
  delivery: 'Form',
  description: 'Beschreibung',
  counted: (counted, claimed) => `${counted} von ${amount(claimed)} angerechnet`,
  allCounted: (credits) => `${credits} angerechnet`,
  inCycle: (cycle) => `Zyklus ${cycle}`,
  proofs: 'Nachweise',
  names: (facts) => `enthält: ${facts}`,
  attested: (name) => `bestätigt von ${name}`,
  getFile: 'Datei abrufen',
  detach: 'Entfernen',
  confirmDetach: 'Diesen Nachweis vom Eintrag entfernen? Er bleibt 30 Tage lang im Papierkorb.',
  stored: 'Verlauf',
  version: (when, what) => `${when}: ${what}`,
  actions: lookup({
    create: 'eingetragen',
    edit: 'bearbeitet',
    delete: 'gelöscht',
    restore: 'wiederhergestellt',
    attach: 'Nachweis hinzugefügt',
    detach: 'Nachweis entfernt',
    attest: 'bestätigt',
    'both-real': 'als eigenständige Aktivität bestätigt',
  }),
  edit: 'Bearbeiten',
  attach: 'Nachweis hinzufügen',
  another: 'Ähnlichen Eintrag anlegen',
  confirm: {
    delete: 'Diesen Eintrag löschen?',
    restore: 'Diesen Eintrag wiederherstellen?',
  },
  nothingYet: 'Noch wurde nichts geändert.',
  delete: 'Löschen',
  ask: 'Nachweis anfordern',
  editTitle: 'Eintrag bearbeiten',
  editSubmit: 'Speichern',
  saved: 'Gespeichert',
  inTrash: 'Dieser Eintrag liegt im Papierkorb. Stelle ihn zuerst wieder her.',
  changedMeanwhile:
    'Nicht gespeichert: Der Eintrag wurde geändert, seit du ihn geöffnet hast. Prüfe die neuen Werte oder überschreibe sie.',
  isNow: (label, now) => `„${label}“ ist jetzt „${now}“.`,
  saveMine: 'Überschreiben',
  empty: 'leer',
  beforeSaving: 'Vor dem Speichern prüfen:',
  saveAnyway: 'Trotzdem speichern',
  saveBoth: 'Trotzdem speichern',
  double: (title, when) => `Möglicherweise doppelt: „${title}“ (${when}) ist bereits eingetragen.`,
  sameFile: (title, when) => `Dieselbe Datei ist bereits Nachweis für „${title}“ (${when}).`,
  proveDistinct:
    'Sind es verschiedene Aktivitäten, speichere trotzdem. Andernfalls schließe das Formular; es wird nichts gespeichert.',
  tooLate: (ago) =>
    `Zurücknehmen nicht mehr möglich: Der Eintrag wurde vor ${ago} angelegt, das Limit sind 10 Minuten. Schreib „delete“ und den Titel, oder klicke beim Eintrag auf „Löschen“.`,
  deleted: 'In den Papierkorb verschoben',
  restorableUntil: (day) => `Wiederherstellbar bis ${date(day)}.`,
  mustKeep: (day) =>
    `Wiederherstellbar bis ${date(day)}: So lange kann die Zertifizierungsstelle den Eintrag anfordern.`,
  trash: 'Papierkorb',
  trashEmpty: 'Der Papierkorb ist leer.',
  trashNote:
    'Einträge und Nachweise im Papierkorb werden nicht angerechnet. Sie werden nach 30 Tagen endgültig gelöscht, Einträge jedoch frühestens nach Ablauf der Aufbewahrungsfrist.',
  restore: 'Wiederherstellen',
  deletedOn: (day) => `gelöscht am ${date(day)}`,
  ago: (minutes) => {
    if (minutes < 120) return `${minutes} Minuten`;
    return minutes < 2880 ? `${Math.floor(minutes / 60)} Stunden` : ofDays(Math.floor(minutes / 1440));
  },
});
