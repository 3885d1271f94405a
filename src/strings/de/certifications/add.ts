import type { Basics } from '../../en/basics.ts';
import type {
  addWords as AddWords,
  certsWords as CertsWords,
  CycleAnchor,
  removeWords as RemoveWords,
} from '../../en/certifications/add.ts';

export const addWords = ({ date }: Basics): ReturnType<typeof AddWords> => ({
  title: 'Neue Zertifizierung',
  submit: 'Weiter',
  certification: 'Zertifizierung',
  certificationHint: 'Zum Suchen tippen, zum Beispiel CISSP oder Security+.',
  number: 'Nummer des Zertifikats',
  start: 'Zertifiziert am',
  startHint: 'Der Tag deiner Zertifizierung. Daraus errechne ich den laufenden Zyklus.',
  expiry: 'Gültig bis, wie auf dem Zertifikat gedruckt',
  expiryHint: 'Wenn du es hast, gilt dieses Datum.',
  unknown: (typed, nearest) =>
    nearest === undefined
      ? `„${typed}“ steht nicht im Katalog.`
      : `„${typed}“ steht nicht im Katalog. Meinst du ${nearest}?`,
  needsDate: 'Gib eines der beiden Daten an: Daraus errechne ich den Zyklus.',
  needsBoth: (short) => `Wie der Zyklus von ${short} läuft, ist nicht bekannt: Gib beide Daten an.`,
  needsExpiry: (anchor, short) => {
    if (anchor === undefined)
      return `Wie der Zyklus von ${short} läuft, ist nicht bekannt: Gib auch das Ablaufdatum an, das auf dem Zertifikat steht.`;
    if (anchor === 'parent')
      return `${short} läuft mit der Zertifizierung, zu der es gehört: Gib deren Ablaufdatum an.`;
    return `Der Zyklus von ${short} endet mit deinem Geburtsmonat. Nach dem Geburtstag frage ich nicht: Gib das Ablaufdatum an, das auf dem Zertifikat steht.`;
  },
  startInFuture: (day) => `Der ${date(day)} liegt in der Zukunft.`,
  expiryBeforeStart: (start) => `Der Ablauf liegt vor dem ${date(start)}.`,
  twice: (short) => `${short} hast du schon. Du siehst es mit „certs“.`,
  confirmTitle: 'Ist das dein Zyklus?',
  confirmSubmit: 'Eintragen',
  confirmIntro: (short, rule) => `${short}: ${rule} Ändere die Daten, wenn auf deinem Zertifikat etwas anderes steht.`,
  cycleStart: 'Der Zyklus beginnt am',
  cycleEnd: 'Der Zyklus endet am',
  tooShort: 'Ein Zyklus hat mindestens 28 Tage.',
  tooLong: 'Ein Zyklus hat höchstens zehn Jahre.',
  rule: (anchor, months) =>
    anchor === undefined || months === undefined
      ? 'Wie der Zyklus läuft, ist nicht bekannt.'
      : ANCHORS[anchor](length(months)),
  added: (short) => `${short} eingetragen`,
  cycle: 'Zyklus',
  expires: 'Läuft ab',
  neverExpires: 'Läuft nie ab: nichts zu tun.',
  log: 'Nachweis eintragen',
});

export const removeWords = (): ReturnType<typeof RemoveWords> => ({
  which: 'Welche Zertifizierung? Schreib zum Beispiel „remove cissp“.',
  claimed: (short) =>
    `Für ${short} ist schon etwas eingetragen, darum bleibt es. Nimm diese Einträge zuerst zurück, mit „undo“.`,
  removed: (short) => `${short} entfernt`,
  text: 'Es war nichts dafür eingetragen. Du kannst es jederzeit wieder eintragen.',
});

export const certsWords = ({ date }: Basics): ReturnType<typeof CertsWords> => ({
  title: 'Deine Zertifizierungen',
  none: 'Du hast hier noch keine Zertifizierung.',
  add: 'Neue Zertifizierung',
  detail: 'Einzelheiten',
  number: (number) => `Nr. ${number}`,
  carriedBy: (short) => `zählt in die Summe von ${short}`,
  earnBy: (day) => `erwerben bis ${date(day)}`,
  reportBy: (day) => `melden bis ${date(day)}`,
  payBy: (day, fee, amount) => `${amount} (${fee}) zahlen bis ${date(day)}`,
  expires: (day) => `läuft am ${date(day)} ab`,
  inGrace: (day) => `in der Nachfrist bis ${date(day)}`,
  suspended: (day) => `ausgesetzt bis ${date(day)}`,
  expired: (day) => `am ${date(day)} abgelaufen`,
});

const ANCHORS: Readonly<Record<CycleAnchor, (length: string) => string>> = {
  certified: (length) => `${length} ab dem Tag der Zertifizierung.`,
  'certified-same-day': (length) => `${length}, bis zum Jahrestag der Zertifizierung.`,
  january: (length) => `${length} ab dem ersten 1. Januar nach der Zertifizierung.`,
  'birth-month': (length) => `${length}, bis zum Ende deines Geburtsmonats.`,
  'anniversary-month': (length) => `${length} ab dem Ende des Monats der Zertifizierung.`,
  rolling: (length) => `die letzten ${length}, am Ende jedes Geburtsmonats neu betrachtet.`,
  suite: (length) => `${length} ab der letzten Prüfung ihrer Reihe.`,
  parent: (length) => `${length}, zusammen mit der Zertifizierung, zu der sie gehört.`,
};

function length(months: number): string {
  if (months % 12 !== 0) return `${months} Monate`;
  return months === 12 ? 'ein Jahr' : `${months / 12} Jahre`;
}
