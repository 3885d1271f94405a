import type { Basics } from '../../en/basics.ts';
import type {
  addWords as AddWords,
  certsWords as CertsWords,
  CycleAnchor,
  removeWords as RemoveWords,
} from '../../en/certifications/add.ts';

export const addWords = ({ date, list }: Basics): ReturnType<typeof AddWords> => ({
  title: 'Neue Zertifizierung',
  submit: 'Weiter',
  certification: 'Zertifizierung',
  certificationHint: 'Tippe, um zu suchen, z. B. CISSP oder Security+. Mehrere auf einmal: „add cissp, cism“.',
  number: 'Zertifikatsnummer',
  start: 'Zertifiziert am',
  startHint: 'Datum deiner Zertifizierung. Daraus berechne ich den laufenden Zyklus.',
  expiry: 'Gültig bis (laut Zertifikat)',
  expiryHint: 'Dieses Datum hat Vorrang vor dem Zertifizierungsdatum.',
  whichOne: (typed, count) =>
    count === 1
      ? `„${typed}“ ist nicht im Katalog. Meinst du diese Zertifizierung?`
      : `Zu „${typed}“ passen ${count} Zertifizierungen. Welche ist es?`,
  whichHint:
    'Nicht dabei? Schreib „add“ und einen genaueren Namen. Admins können eigene Zertifizierungen mit „customise“ anlegen.',
  unknown: (typed, nearest) =>
    nearest === undefined
      ? `„${typed}“ ist nicht im Katalog. Admins können die Zertifizierung mit „customise ${typed}“ anlegen.`
      : `„${typed}“ ist nicht im Katalog. Meinst du ${nearest}?`,
  choose: 'Auswählen',
  moreCandidates: (count) =>
    `${count === 1 ? '1 weitere wird' : `${count} weitere werden`} nicht angezeigt. Gib einen genaueren Namen ein.`,
  needsDate: 'Gib eines der beiden Daten ein.',
  needsBoth: (short) => `Gib beide Daten ein: Für ${short} ist keine Zyklusregel hinterlegt.`,
  needsExpiry: (anchor, short) => {
    if (anchor === undefined)
      return `Gib auch das Ablaufdatum vom Zertifikat ein: Für ${short} ist keine Zyklusregel hinterlegt.`;
    if (anchor === 'parent')
      return `Gib das Ablaufdatum der übergeordneten Zertifizierung ein: ${short} läuft in deren Zyklus.`;
    if (anchor === 'fixed-day')
      return `Gib das Ablaufdatum vom Zertifikat ein: Zyklen von ${short} enden an einem festen Tag, das Jahr ist nicht hinterlegt.`;
    if (anchor !== 'birth-month' && anchor !== 'rolling')
      return `Gib auch das Ablaufdatum vom Zertifikat ein: Für ${short} ist keine Zyklusdauer hinterlegt.`;
    return `Gib das Ablaufdatum vom Zertifikat ein: Der Zyklus von ${short} endet mit deinem Geburtsmonat, und dein Geburtsdatum wird nicht abgefragt.`;
  },
  startDecides: (short, lower) =>
    `Gib an, wann du ${short} erworben hast: Davon hängt ab, ob ${short} auch ${list(lower)} verlängert. Du kannst das Datum später mit „edit ${short}“ nachtragen.`,
  startInFuture: (day) => `Der ${date(day)} liegt in der Zukunft. Gib ein Datum bis heute ein.`,
  expiryBeforeStart: (start) => `Das Ablaufdatum muss nach dem ${date(start)} liegen.`,
  twice: (short) => `${short} ist bereits vorhanden. Deine Zertifizierungen siehst du mit „certs“.`,
  confirmTitle: 'Zyklus prüfen',
  confirmSubmit: 'Hinzufügen',
  confirmIntro: (short, rule) => `${short}: ${rule}. Korrigiere die Daten, falls dein Zertifikat davon abweicht.`,
  cycleStart: 'Zyklusbeginn',
  cycleEnd: 'Zyklusende',
  tooShort: 'Ein Zyklus dauert mindestens 28 Tage.',
  tooLong: 'Ein Zyklus dauert höchstens 10 Jahre.',
  renews: 'Verlängert außerdem',
  renewsHint: 'Abwählen, was nicht verlängert wird.',
  renewsUntil: (before, after) =>
    before === after ? `bleibt bis ${date(after)}` : `bis ${date(after)} statt ${date(before)}`,
  rule: (anchor, months) =>
    anchor === undefined || months === undefined
      ? 'keine Zyklusregel hinterlegt'
      : ANCHORS[anchor](length(months), months),
  added: (shorts) => `${list(shorts)} hinzugefügt`,
  tooMany: (max) => `Füge höchstens ${max} Zertifizierungen auf einmal hinzu.`,
  yearsMoved:
    'Mit dem Zyklus haben sich auch die Jahre der Punkte geändert. Prüfe die Angaben und sende das Formular noch einmal.',
  pendingLine: (line) =>
    `Füge zuerst die Zertifizierung hinzu, für die es zählt. „${line}“ bleibt gespeichert und folgt danach.`,
  nextLine: (line) => `Als Nächstes: „${line}“`,
  logPending: 'Eingabe eintragen',
  cycle: 'Zyklus',
  expires: 'Gültig bis',
  neverExpires: 'Unbegrenzt gültig, keine Verlängerung nötig.',
  log: 'Punkte eintragen',
});

export const removeWords = (): ReturnType<typeof RemoveWords> => ({
  which: 'Welche Zertifizierung? Schreib z. B. „remove cissp“.',
  claimed: (short) =>
    `${short} kann nicht entfernt werden, weil dafür Punkte eingetragen sind. Lösche zuerst diese Einträge.`,
  removed: (short) => `${short} entfernt`,
  text: 'Dafür waren keine Punkte eingetragen. Du kannst die Zertifizierung jederzeit wieder hinzufügen.',
});

export const certsWords = ({ date }: Basics): ReturnType<typeof CertsWords> => ({
  title: 'Deine Zertifizierungen',
  none: 'Du hast noch keine Zertifizierung hinzugefügt.',
  add: 'Zertifizierung hinzufügen',
  detail: 'Details',
  number: (number) => `Nr. ${number}`,
  carriedBy: (short) => `zählt zur Gesamtpunktzahl von ${short}`,
  earnBy: (day) => `Punkte sammeln bis ${date(day)}`,
  earnByOrInGrace: (end, day) =>
    `Punkte sammeln bis zum Zyklusende am ${date(end)} (in der Nachfrist bis ${date(day)})`,
  earnInGrace: (day) => `Punkte sammeln bis zum Ende der Nachfrist am ${date(day)}`,
  reportBy: (day) => `melden bis ${date(day)}`,
  payBy: (day, fee, amount) => `${fee}: ${amount} zahlen bis ${date(day)}`,
  onceFor: (list) => `einmal für ${list} zusammen`,
  expires: (day) => `läuft am ${date(day)} ab`,
  inGrace: (day) => `in der Nachfrist bis ${date(day)}`,
  suspended: (day) => `suspendiert bis ${date(day)}`,
  expired: (day) => `am ${date(day)} abgelaufen`,
});

const ANCHORS: Readonly<Record<CycleAnchor, (length: string, months: number) => string>> = {
  certified: (length) => `${length} ab dem Tag der Zertifizierung`,
  'certified-same-day': (length) => `${length}, bis zum Jahrestag der Zertifizierung`,
  january: (length) => `${length} ab dem ersten 1. Januar nach der Zertifizierung`,
  'birth-month': (length) => `${length}, bis zum Ende deines Geburtsmonats`,
  'anniversary-month': (length) => `${length} ab dem Ende des Monats der Zertifizierung`,
  rolling: (length, months) =>
    `${months === 12 ? 'das letzte Jahr' : `die letzten ${length}`}, jeweils neu berechnet zum Ende deines Geburtsmonats`,
  suite: (length) => `${length} ab der letzten Prüfung der Zertifizierungsreihe`,
  parent: (length) => `${length}, im Zyklus der übergeordneten Zertifizierung`,
  'fixed-day': (length) => `${length}, Ende für alle am selben Tag`,
};

function length(months: number): string {
  if (months % 12 !== 0) return `${months} Monate`;
  return months === 12 ? 'ein Jahr' : `${months / 12} Jahre`;
}
