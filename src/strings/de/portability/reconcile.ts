import type { Basics } from '../../en/basics.ts';
import type { reconcileWords as Source } from '../../en/portability/reconcile.ts';

const lines = (numbers: readonly number[]) =>
  numbers.length === 1 ? `Zeile ${numbers[0]}` : `Zeilen ${numbers.join(', ')}`;

/** Wörter für den Abgleich mit der Übersicht im Portal eines Verbands. */
export const reconcileWords = ({ anyOf, span }: Basics): ReturnType<typeof Source> => ({
  title: 'Mit Portal abgleichen',
  of: (body) => `Abgleich mit ${body}`,
  intro:
    'Kopiere deine Übersicht aus dem Portal von ISC2, ISACA, PMI oder CompTIA und füge sie mit den Überschriften ein, oder sende sie als CSV- oder PDF-Datei. Geändert wird erst etwas, wenn du es auswählst.',
  certification: 'Zertifizierung',
  certificationHint: 'Nötig bei PMI, wenn du mehrere Zertifizierungen von PMI hast.',
  transcript: 'Übersicht aus dem Portal',
  transcriptHint: 'Mit der Zeile der Überschriften. Wenn sie nicht passt, sende sie als Datei.',
  file: 'Oder eine Datei',
  compare: 'Abgleichen',
  noHoldings: (bodies) =>
    `Übersichten von ${anyOf(bodies)} lassen sich abgleichen, du hast aber keine Zertifizierung davon. Füge sie mit „add“ hinzu.`,
  empty: 'Füge die Übersicht ein, oder wähle eine Datei aus.',
  notReadable: (name) =>
    `„${name}“ ist nicht lesbar. Sende eine CSV-Datei, eine Tabelle oder ein PDF, oder füge den Text ein.`,
  unknown:
    'Keine Übersicht von ISC2, ISACA, PMI oder CompTIA gefunden. Kopiere die ganze Tabelle mit den Überschriften aus dem Portal, und füge sie erneut ein.',
  otherBody: (found, chosen, body) =>
    `Das ist eine Übersicht von ${found}, ${chosen} ist aber von ${body}. Wähle eine andere Zertifizierung, oder füge die Übersicht von ${body} ein.`,
  notYours: (body) =>
    `Das ist eine Übersicht von ${body}, du hast aber keine Zertifizierung von ${body}. Füge sie mit „add“ hinzu, und gleiche dann erneut ab.`,
  noLines: (body) =>
    `Die Überschriften von ${body} wurden gefunden, aber keine Zeilen darunter. Kopiere die ganze Tabelle.`,
  tooLong: (count, max) =>
    `Die Übersicht hat ${count} Zeilen; höchstens ${max} sind möglich. Filtere sie im Portal auf einen Zyklus, und kopiere sie erneut.`,
  whichCertification: (names) => `Die Übersicht nennt keine Zertifizierung. Wähle ${anyOf(names)} aus.`,
  gone: 'Diese Übersicht ist nicht mehr gespeichert. Füge sie mit „reconcile“ erneut ein.',
  changed: 'Diese Zeile oder dieser Eintrag hat sich inzwischen geändert. Das ist der aktuelle Stand.',
  counts: {
    near: (n) => `${n} zu entscheiden`,
    different: (n) => (n === 1 ? '1 mit Unterschied' : `${n} mit Unterschieden`),
    there: (n) => `${n} nur im Portal`,
    here: (n) => `${n} nur hier`,
  },
  allEqual: 'Keine Unterschiede',
  equal: (count, unmarked) => {
    const all = count === 1 ? '1 gleicher Eintrag' : `${count} gleiche Einträge`;
    if (count === 0) return 'Keine gleichen Einträge';
    return unmarked === 0
      ? `${all}, Status wie im Portal`
      : `${all}, bei ${unmarked} fehlt noch der Status aus dem Portal`;
  },
  markEqual: (count) => (count === 1 ? 'Status für 1 übernehmen' : `Status für ${count} übernehmen`),
  marked: (count) => (count === 1 ? '1 Portal-Status gespeichert.' : `${count} Portal-Status gespeichert.`),
  nothingMarked: 'Kein Portal-Status hat sich geändert.',
  sections: {
    near: 'Dieselbe Aktivität?',
    different: 'Mit Unterschieden',
    there: 'Nur im Portal',
    here: 'Nur hier',
    apart: 'Zählt beim Verband nicht',
    unread: 'Nicht lesbare Zeilen',
  },
  lines,
  there: (text) => `Im Portal: ${text}`,
  here: (text) => `Hier: ${text}`,
  days: (start, end) => span(start, end),
  noClaim: (certification) => `nichts für ${certification}`,
  sameSum: 'die Summe ist gleich',
  states: {
    submitted: 'eingereicht',
    accepted: 'anerkannt',
    unapplied: 'noch nicht zugeordnet: ordne die Stunden zuerst im Portal zu, bis dahin sind sie nicht eingereicht',
    denied: 'abgelehnt',
    rejected: 'abgelehnt',
    cancelled: 'storniert',
    draft: 'Entwurf',
    expired: 'abgelaufen',
  },
  limited: (applied) => `der Verband hat nur ${applied} angerechnet: eine Obergrenze ist erreicht`,
  notAdded: (names) => `nicht unter deinen Zertifizierungen: ${names.join(', ')}`,
  again: (state) => `Meldung im Portal: ${state}. Du kannst sie erneut einreichen`,
  why: {
    cells: 'die Zellen passen nicht zu den Überschriften',
    title: 'kein Titel',
    day: 'kein eindeutiges Datum',
    credits: 'keine eindeutigen Punkte',
    status: 'unbekannter Status',
  },
  skipped: (count) =>
    count === 1
      ? '1 Zeile ist eine Überschrift, eine Summe oder eine Seitenzahl'
      : `${count} Zeilen sind Überschriften, Summen oder Seitenzahlen`,
  earlier: (count) =>
    count === 1
      ? '1 Eintrag aus einem früheren Zyklus ist nicht abgeglichen'
      : `${count} Einträge aus früheren Zyklen sind nicht abgeglichen`,
  logIt: 'Eintragen',
  correct: 'Meinen korrigieren',
  markAs: { submitted: 'Als eingereicht markieren', accepted: 'Als anerkannt markieren' },
  same: 'Dieselbe',
  distinct: 'Verschiedene Aktivitäten',
  back: 'Zurück zum Abgleich',
  another: 'Andere Übersicht',
  items: (count) => (count === 1 ? '1 Position' : `${count} Positionen`),
});
