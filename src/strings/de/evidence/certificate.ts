import type { Basics } from '../../en/basics.ts';
import type { certificateWords as CertificateWords } from '../../en/evidence/certificate.ts';

/** Words for what was read in a certificate. */
export const certificateWords = ({ list }: Basics): ReturnType<typeof CertificateWords> => ({
  readFromFile: 'Aus der Datei gelesen.',
  filledIn: 'Leere Felder wurden aus der Datei ausgefüllt. Prüfe sie und speichere dann.',
  differs: (onFile, typed) => `Abweichung – Datei: ${onFile}, Formular: ${typed}`,
  otherCredits: (short, onFile, typed) => `${short}: Abweichung – Datei: ${onFile}, Formular: ${typed}`,
  title: 'Bescheinigung empfangen',
  titleNoProof: 'Kein Teilnahmenachweis',
  log: 'Eintragen',
  logCourse: (title) => `${title} eintragen`,
  planIt: (title, day) =>
    `Zum Einplanen, tippe „plan“, die Dauer, den Titel und den Tag, zum Beispiel: plan 8h ${title} am ${day}`,
  credits: 'Punkte',
  nameOnIt: 'Name darauf',
  otherName: (name) => `Der Name darauf ist nicht deiner: ${name}.`,
  shorterName: (name) => `Der Name darauf ist kürzer als deiner: ${name}.`,
  spelling: (name) => `Der Name darauf ist anders geschrieben als deiner: ${name}.`,
  noProof: {
    receipt: (file) =>
      `${file} ist ein Zahlungsbeleg. Er zeigt nicht, dass du teilgenommen hast, und wird deshalb nicht als Nachweis gespeichert. Sende die Teilnahmebescheinigung.`,
    registration: (file) =>
      `${file} bestätigt eine Anmeldung. Sie zeigt nicht, dass du teilgenommen hast, und wird deshalb nicht als Nachweis gespeichert. Sende die Teilnahmebescheinigung.`,
    admission: (file) =>
      `${file} ist eine Eintrittskarte. Sie zeigt nicht, dass du teilgenommen hast, und wird deshalb nicht als Nachweis gespeichert. Sende später die Teilnahmebescheinigung.`,
  },
  unread: {
    encrypted: (file) =>
      `${file} braucht ein Passwort und kann nicht gelesen werden. Fülle das Formular selbst aus, oder sende eine Kopie ohne Passwort.`,
    broken: (file) =>
      `${file} ist beschädigt und kann nicht gelesen werden. Öffne die Datei zur Kontrolle, oder fülle das Formular selbst aus.`,
    'no-text': (file) => `In ${file} wurde kein Text gefunden. Fülle das Formular selbst aus.`,
    'too-slow': (file) =>
      `Das Lesen von ${file} hat zu lange gedauert. Fülle das Formular selbst aus, oder sende nur die Seite mit der Bescheinigung.`,
    'too-large': (file) =>
      `${file} ist zu groß, um gelesen zu werden. Fülle das Formular selbst aus, oder sende einen kleineren Scan (150 dpi genügen).`,
    'pictures-off': (file) =>
      `${file} ist ein Bild, und das Lesen von Bildern ist hier ausgeschaltet. Fülle das Formular selbst aus.`,
  },
  askDays: 'Die Datei nennt die Tage deiner Teilnahme nicht eindeutig. Gib sie ein.',
  askDuration: 'Die Datei nennt die Dauer deiner Teilnahme nicht eindeutig. Gib sie ein.',
  askCredits: 'Die Datei nennt deine Punkte nicht eindeutig. Gib sie ein.',
  whichCourse: 'Jeder Kurs ist ein eigener Eintrag. Wähle einen aus.',
  inProgress: (titles) => `Noch nicht abgeschlossen und deshalb nicht einzutragen: ${list(titles)}.`,
  failed: (titles) => `Nicht bestanden und deshalb nicht einzutragen: ${list(titles)}.`,
  badge: 'Badge empfangen',
  badgeNotProof: 'Badge nicht angenommen',
  version: 'Open-Badge-Version',
  expires: 'Gültig bis',
  addCertification: (short) => `${short} hinzufügen`,
  renewCertification: (short) => `${short} verlängern`,
  issuedTo: (recipient) => `Ausgestellt für ${recipient}.`,
  issuedToMember: 'Ausgestellt auf deine E-Mail-Adresse.',
  issuedToOther: (address, own) =>
    `Ausgestellt ${address === undefined ? 'auf eine andere E-Mail-Adresse als' : `auf ${address}, nicht auf`} ${list(own)}. Verwende ihn nur als Nachweis, wenn auch diese Adresse deine ist.`,
  recipientUnknown:
    'Die Adresse, auf die er ausgestellt ist, ist verschlüsselt und lässt sich nicht mit deiner vergleichen. Prüfe, ob es dein Badge ist.',
  hosted: (file) =>
    `${file} verweist nur auf seinen Inhalt. recert öffnet keine Links: Gib Titel und Aussteller selbst ein.`,
  signature: {
    valid: (file) =>
      `Die Signatur von ${file} passt zum enthaltenen Schlüssel: Der Inhalt wurde seitdem nicht verändert. Wem der Schlüssel gehört, lässt sich offline nicht prüfen.`,
    unchecked: (file) => `Die Signatur von ${file} lässt sich nicht prüfen, weil kein Schlüssel enthalten ist.`,
    invalid: (file) =>
      `Die Signatur von ${file} passt nicht zum Inhalt: Er wurde verändert oder ist beschädigt. Das Badge wird nicht als Nachweis gespeichert. Lade es erneut herunter.`,
  },
  several:
    'Mehrere Bescheinigungen: Das Formular ist aus keiner ausgefüllt. Sende sie einzeln, um es ausfüllen zu lassen.',
  certificateId: (id) => `Nummer der Bescheinigung: ${id}`,
  sponsorId: (id) => `Nummer des Veranstalters: ${id}`,
});
