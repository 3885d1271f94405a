import { type Basics, lookup, type Rich } from '../../en/basics.ts';
import type {
  draftWords as DraftWords,
  eraseWords as EraseWords,
  proofWords as ProofWords,
  recordWords as RecordWords,
} from '../../en/records/record.ts';
import { amount, ofDays } from '../basics.ts';

const records = (count: number) => (count === 1 ? '1 Eintrag' : `${count} Einträge`);

/** Whether a list names several things, apart from what stands in parentheses. */
const isSeveral = (list: string) => list.replace(/\([^)]*\)/gu, '').includes(' und ');

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
  show: 'Anzeigen',
  noProof: 'ohne Nachweis',
  which: 'Welcher Eintrag? Schreib „show last“ oder Wörter aus dem Titel, oder wähle ihn in „history“ aus.',
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
  kept: 'Verlauf',
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
  proveElsewhere:
    'Sind es verschiedene Aktivitäten, speichere trotzdem. Andernfalls schließe das Formular; es wird nichts gespeichert.',
  tooLate: (ago) =>
    `Zurückziehen nicht mehr möglich: Der Eintrag wurde vor ${ago} angelegt, das Limit sind 10 Minuten. Schreib „delete“ und den Titel, oder klicke beim Eintrag auf „Löschen“.`,
  deleted: 'In den Papierkorb verschoben',
  keptUntil: (day) => `Wiederherstellbar bis ${date(day)}.`,
  mustKeep: (day) =>
    `Wiederherstellbar bis ${date(day)}: So lange kann die Zertifizierungsstelle den Eintrag anfordern.`,
  trash: 'Papierkorb',
  trashEmpty: 'Der Papierkorb ist leer.',
  trashNote:
    'Einträge im Papierkorb werden nicht angerechnet. Sie werden nach 30 Tagen endgültig gelöscht, frühestens jedoch nach Ablauf der Aufbewahrungsfrist.',
  restore: 'Wiederherstellen',
  deletedOn: (day) => `gelöscht am ${date(day)}`,
  ago: (minutes) => {
    if (minutes < 120) return `${minutes} Minuten`;
    return minutes < 2880 ? `${Math.floor(minutes / 60)} Stunden` : ofDays(Math.floor(minutes / 1440));
  },
});

export const draftWords = ({ date }: Basics): ReturnType<typeof DraftWords> => ({
  offered: (day) => `Entwurf vom ${date(day)} wiederhergestellt. Für ein leeres Formular schreib: log new`,
});

/** Words for proof and for what lacks it. */
export const proofWords = ({ date }: Basics): ReturnType<typeof ProofWords> => ({
  title: 'Nachweis hinzufügen',
  of: (title, when): Rich => ['Nachweis für ', { bold: title }, `, ${when}`],
  submit: 'Hinzufügen',
  form: 'Art des Nachweises',
  file: 'Nachweis: Dateien',
  fileHint: 'PDF, PNG, JPEG, WebP, E-Mail oder Textdatei.',
  shows: 'Angaben auf dem Nachweis',
  showsHint: 'Wähle nur Angaben, die darauf zu sehen sind. Einige Zertifizierungsstellen verlangen sie.',
  nothing: 'Füge einen Link, eine Datei oder eine Notiz hinzu.',
  formOfNothing: 'Füge einen Link, eine Datei oder eine Notiz hinzu, oder lass die Art des Nachweises leer.',
  notYours: 'Eine ausgewählte Datei ist nicht mehr verfügbar. Lade sie erneut hoch.',
  arrived: (names) => `${names} empfangen und für eine Woche gespeichert. Zu welchem Eintrag gehört der Nachweis?`,
  arrivedTitle: 'Nachweis zuordnen',
  logNew: 'Neuen Eintrag anlegen',
  attached: 'Nachweis hinzugefügt',
  detached: 'Nachweis entfernt',
  noneToProve: 'Alle deine Einträge haben einen Nachweis.',
  unproved: 'Einträge ohne Nachweis',
  gone: 'Dieser Nachweis ist nicht mehr vorhanden.',
  fileComes: (name) => `Ich sende dir ${name} privat.`,
  tooLarge: (name, megabytes) =>
    `${name} ist größer als ${megabytes} MB. Verwende einen kleineren Scan oder einen Link.`,
  unreachable: (name) => `${name} konnte nicht gelesen werden. Lade die Datei erneut hoch.`,
  notProof: (name) =>
    `${name} wurde nicht gespeichert: kein vollständiges PDF, PNG, JPEG, WebP oder Textdokument. Lade die Datei in einem dieser Formate hoch.`,
  tooMany: (max) => `Du kannst höchstens ${max} Dateien auf einmal hochladen.`,
  notKept: 'Nicht gespeichert',
  ready: 'auditbereit',
  needsSummary: (words, query) => `Zusammenfassung fehlt: ${words} von ${query} Wörtern`,
  missingProof: 'Nachweis fehlt',
  missingOneOf: (forms) => `Nachweis fehlt. Akzeptiert: ${forms}`,
  missingForm: 'die Art des Nachweises',
  missingCopy: 'eine Kopie des Nachweises (die Notiz allein genügt nicht)',
  missingBeside: (form) => `ein weiterer Nachweis (${form})`,
  refused: (body, forms) => `von ${body} nicht anerkannt: ${forms}`,
  incomplete: (what) => `Unvollständig. Es ${isSeveral(what) ? 'fehlen' : 'fehlt'}: ${what}`,
  debt: 'Punkte ohne gültigen Nachweis',
  noDebt: 'Alle angerechneten Punkte haben einen gültigen Nachweis.',
  noDebtYet: 'Noch keine Punkte angerechnet, es fehlen keine Nachweise.',
  inDebt: (debt, counted, unit) => `${amount(debt)} von ${amount(counted)} angerechneten ${unit.many}`,
  old: (n) => (n === 0 ? 'heute' : `vor ${ofDays(n)}`),
  writeSummary: 'Zusammenfassung schreiben',
  summaryTitle: 'Zusammenfassung',
  summaryOf: (title, query): Rich => [
    'Was hast du bei ',
    { bold: title },
    ` gelernt? Erforderlich: ${query === 1 ? '1 Wort' : `${query} Wörter`}.`,
  ],
  summaryNow: (count) => `Aktuell: ${count === 1 ? '1 Wort' : `${count} Wörter`}.`,
  summarySaved: 'Zusammenfassung gespeichert',
  askTitle: 'Nachweis anfordern',
  askIntro: 'Nachricht an den Veranstalter zum Kopieren:',
  message: (title, when, facts) =>
    `Guten Tag, ich habe an „${title}“ (${when}) teilgenommen. Könnten Sie mir bitte eine Teilnahmebestätigung mit folgenden Angaben schicken: ${facts}? Ich benötige sie, um meine Zertifizierung aufrechtzuerhalten. Vielen Dank!`,
  askManager: 'Bestätigung anfordern',
  attestTitle: 'Bestätigung anfordern',
  attestWho: 'Bestätigende Person',
  attestWhoHint: 'Die Person erhält eine Anfrage. Ihre Bestätigung wird als Nachweis gespeichert.',
  attestSubmit: 'Anfragen',
  nobody: 'Noch keine Person verfügbar: Wählbar sind nur Personen, die recert schon einmal genutzt haben.',
  asked: (name) => `Anfrage an ${name} gesendet. Die Antwort sende ich dir hier.`,
  askedBefore: (name) => `${name} hat bereits eine Anfrage erhalten und noch nicht geantwortet.`,
  askedTitle: 'Teilnahmebestätigung',
  asks: (name): Rich => [{ bold: name }, ' bittet dich, die Teilnahme an dieser Aktivität zu bestätigen:'],
  confirm: 'Bestätigen',
  decline: 'Ablehnen',
  confirmed: (name) =>
    `Danke! Deine Bestätigung ist beim Eintrag von ${name} gespeichert, mit deinem Namen und dem heutigen Datum.`,
  declined: (name) => `Danke! ${name} wird informiert, dass du abgelehnt hast.`,
  wasConfirmed: (name, title) =>
    `${name} hat „${title}“ bestätigt. Die Teilnahmebestätigung ist als Nachweis gespeichert.`,
  wasDeclined: (name, title) => `${name} hat die Bestätigung für „${title}“ abgelehnt.`,
  attestGone: 'Diese Anfrage ist bereits beantwortet, oder der Eintrag wurde gelöscht.',
  own: 'Du kannst deine eigenen Einträge nicht bestätigen.',
  attendance: {
    heading: 'Teilnahmebestätigung',
    attendee: 'Teilnehmende Person',
    activity: 'Aktivität',
    sponsor: 'Veranstalter',
    date: 'Datum',
    hours: 'Dauer',
    kind: 'Art',
    description: 'Inhalt',
    statement: (attester, attendee) =>
      `${attester} bestätigt, dass ${attendee} an der oben genannten Aktivität teilgenommen hat.`,
    signed: 'Bestätigt von',
    on: (day, moment) => `${date(day)}, ${moment} Uhr (UTC)`,
    reference: 'Eintrag',
  },
});

export const eraseWords = (): ReturnType<typeof EraseWords> => ({
  title: 'Alle deine Daten löschen',
  intro: (count, certifications) =>
    `Gelöscht werden sofort und endgültig: ${records(count)}, ${certifications === 1 ? '1 Zertifizierung' : `${certifications} Zertifizierungen`}, alle Nachweise und dein Name. Das lässt sich nicht rückgängig machen.`,
  warning: (day) =>
    `Zertifizierungsstellen können Nachweise noch bis ${day} anfordern. Exportiere deine Daten vorher mit „export“.`,
  word: 'Zum Bestätigen ERASE eingeben',
  submit: 'Endgültig löschen',
  wrongWord: 'Gib ERASE in Großbuchstaben ein. Es wurde noch nichts gelöscht.',
  done: 'Alle deine Daten sind gelöscht',
  doneText:
    'Im Audit-Protokoll bleibt nur ein Eintrag über die Löschung, ohne deinen Namen. Wenn du recert wieder nutzt, beginnst du mit einem leeren Konto.',
});
