import type { Basics } from '../../en/basics.ts';
import type { packWords as Source } from '../../en/reports/pack.ts';

/** Words for packs: a report with its proof, or everything of a person, in one archive. */
export const packWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: 'Nachweismappe',
  mine: 'Alle deine Daten',
  counts: (certifications, records, files) =>
    [
      `${certifications} ${certifications === 1 ? 'Zertifizierung' : 'Zertifizierungen'}`,
      `${records} ${records === 1 ? 'Eintrag' : 'Einträge'}`,
      `${files} ${files === 1 ? 'Nachweisdatei' : 'Nachweisdateien'}`,
    ].join(' · '),
  begun: 'Die Mappe wird erstellt. Ich sende sie dir privat.',
  begunFor: (name) => `Die Mappe für ${name} wird erstellt. Ich sende sie dir privat zur Weitergabe.`,
  sentTo: (name) => `${name} erhält die Mappe gleich privat.`,
  open: 'Mappe öffnen',
  goodUntil: 'Gültig bis',
  yours: 'Der Link ist nur für dich bestimmt. Jeder Download steht im Audit-Protokoll.',
  passOn: (name) =>
    `Gib den Link nur an ${name} weiter: Er öffnet die Mappe ohne Anmeldung. Jeder Download steht im Audit-Protokoll.`,
  madeFor: (name, until, times) =>
    `Bereits erstellt für ${name}: gültig bis ${date(until)}, ${times === 1 ? '1 Download' : `${times} Downloads`}.`,
  withdraw: 'Link widerrufen',
  withdrawn: 'Der Link ist widerrufen.',
  noLink: 'Dieser Link wurde nicht gefunden oder ist bereits widerrufen.',
  gone: 'Dieser Prüfbericht ist nicht mehr gespeichert. Erstelle ihn neu und fordere danach die Mappe an.',
  none: 'Für eine Nachweismappe brauchst du einen Prüfbericht. Erstelle ihn mit „report mine“ oder „report team“ und dem Namen des Teams.',
  badCode:
    'Unbekannter Prüfcode. Verwende den Code vom Deckblatt des Prüfberichts oder lass ihn weg, um den letzten Bericht zu verwenden.',
  tooLarge:
    'Die Dateien sind zu groß für den Chat, und recert hat keine öffentliche Adresse für einen Link. Dein Admin kann sie auf dem Server exportieren: npm run recert -- say --as DU "export mine" --out DATEI',
  form: {
    submit: 'Mappe erstellen',
    who: 'Empfänger',
    me: 'Ich',
    outside: 'Externe Person (ich gebe den Link weiter)',
    outsider: 'Name der externen Person',
    outsiderHint: 'Wird mit dem Link und der Zahl der Downloads gespeichert.',
    days: 'Gültigkeit in Tagen',
    daysHint: '1 bis 30',
    badDays: (max) => `Gib eine ganze Zahl von 1 bis ${max} ein.`,
    nameThem: 'Gib den Namen der externen Person ein.',
  },
  page: {
    gone: 'Dieser Link ist nicht mehr gültig. Bitte den Absender um einen neuen.',
    files: 'Dateien',
    button: 'Herunterladen',
    noted: 'Der Download wird im Audit-Protokoll der ausstellenden Organisation vermerkt.',
  },
});
