import type { Basics, Rich } from '../../en/basics.ts';
import type { proofWords as ProofWords } from '../../en/evidence/proof.ts';
import { amount, ofDays } from '../basics.ts';

/** Whether a list names several things, apart from what stands in parentheses. */
const isSeveral = (list: string) => list.replace(/\([^)]*\)/gu, '').includes(' und ');

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
  received: (names) => `${names} empfangen und für eine Woche gespeichert. Zu welchem Eintrag gehört der Nachweis?`,
  receivedTitle: 'Nachweis zuordnen',
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
  noPage: (name) =>
    `${name} wurde nicht gespeichert: Dieses PDF hat keine Seite. Öffne es zur Kontrolle und lade es erneut hoch.`,
  noPicture: (name) => `${name} wurde nicht gespeichert: Dieses Bild ist leer. Lade es erneut oder als PDF hoch.`,
  noWords: (name) =>
    `${name} wurde nicht gespeichert: Dieser Text enthält keine Wörter. Lade das Zertifikat oder eine Zusammenfassung hoch.`,
  tooMany: (max) => `Du kannst höchstens ${max} Dateien auf einmal hochladen.`,
  notSaved: 'Nicht gespeichert',
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
  notFound: 'Noch keine Person verfügbar: Wählbar sind nur Personen, die recert schon einmal genutzt haben.',
  requested: (name) => `Anfrage an ${name} gesendet. Die Antwort sende ich dir hier.`,
  alreadyRequested: (name) => `${name} hat bereits eine Anfrage erhalten und noch nicht geantwortet.`,
  requestTitle: 'Teilnahmebestätigung',
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
