import type { Basics, Rich } from '../../en/basics.ts';
import type { logWords as Source } from '../../en/records/log.ts';
import { amount, dative, manyOf, oneOf, PER_PERIOD } from '../basics.ts';

export const logWords = ({ date, days, minutes }: Basics): ReturnType<typeof Source> => ({
  title: 'Punkte eintragen',
  submit: 'Speichern',
  activityTitle: 'Aktivität',
  titlePlaceholder: 'SANS-Webcast zu Zero Trust',
  provider: 'Anbieter',
  kind: 'Art',
  delivery: 'Form',
  start: 'Datum',
  end: 'Enddatum',
  endHint: 'Nur bei mehrtägigen Aktivitäten.',
  duration: 'Dauer',
  durationHint: '90m, 1h30 oder 1,5h',
  counts: 'Zählt für',
  creditsOf: (short, unit) => `${short}: ${manyOf(unit)}`,
  creditsIn: (short, category, unit) => `${short}, ${category}: ${manyOf(unit)}`,
  creditsInHint: 'Wie viele der Punkte oben zu einer anderen Kategorie gehören.',
  moreInCategories: (parts) =>
    `Die anderen Kategorien ergeben zusammen ${amount(parts)}, mehr als hier angegeben. Gib mindestens ${amount(parts)} ein.`,
  creditsMarked: (short, mark, unit) => `${short}, davon ${mark}: ${manyOf(unit)}`,
  markedHint: 'Wie viele der Punkte oben zu diesem Thema gehören. Leer lassen, wenn es keine sind.',
  moreMarkedThanClaimed: (mark, total) =>
    `Für ${mark} können es nicht mehr als die insgesamt beanspruchten ${amount(total)} sein.`,
  categoryOf: (short) => `${short}: Kategorie`,
  creditsHint: 'Leer lassen, um die Punkte aus der Dauer zu berechnen.',
  estimate: (low, likely, high, perCredit, unit) => {
    const each = `${perCredit} Minuten je ${oneOf(unit)}`;
    if (low === high) return `Schätzung: ${amount(likely)} ${manyOf(unit)} (${each}).`;
    const middle = likely === low || likely === high ? '' : `, wahrscheinlich ${amount(likely)}`;
    return `Schätzung: ${amount(low)}–${amount(high)} ${manyOf(unit)}${middle} (${each}).`;
  },
  unverified: ' (nicht verifiziert)',
  link: 'Nachweis: Link',
  linkHint: 'https://-Adresse des Zertifikats oder der Bestätigung. Der Link wird nicht abgerufen.',
  note: 'Nachweis: Notiz',
  noteHint: 'Ablageort des Nachweises oder ein Hinweis, der deine Teilnahme zeigt.',
  description: 'Beschreibung',
  descriptionHint: 'Was du gelernt hast. Einige Zertifizierungsstellen verlangen diese Angabe.',
  readDays: (typed, days) => `„${typed}“ als ${days} erkannt.`,
  whichDay: (typed, one, other) => `Ist mit „${typed}“ der ${one} oder der ${other} gemeint? Gib das Datum ein.`,
  readDuration: (typed, mins) => `„${typed}“ als ${minutes(mins)} erkannt.`,
  severalDurations: (typed) => `Die Zeile enthält mehrere Zeitangaben: ${typed}. Gib die Dauer ein, die zählt.`,
  durationWithoutUnit: (typed) =>
    `Sind mit „${typed}“ Minuten, Stunden oder Punkte gemeint? Gib eine Dauer wie ${typed} min oder unten die Punkte ein.`,
  otherUnit: (typed, short, unit) =>
    `${short} zählt ${manyOf(unit)}, nicht ${typed}. Gib die ${manyOf(unit)} ein, die du geltend machst.`,
  allSelected: (shorts) =>
    `Du hast keine Zertifizierung genannt, deshalb sind alle ausgewählt: ${shorts.join(', ')}. Wähle ab, wofür die Aktivität nicht zählt.`,
  notYours: (short) => `${short} fehlt in diesem Formular, weil du die Zertifizierung noch nicht hinzugefügt hast.`,
  unknownCertification: (typed, candidates) =>
    candidates.length === 0
      ? `Die Zertifizierung „${typed}“ ist nicht im Katalog.`
      : `Die Zertifizierung „${typed}“ ist nicht im Katalog. Wähle aus, welche du meinst: ${candidates.join(', ')}.`,
  badDuration: (typed) => `„${typed}“ ist keine gültige Dauer. Verwende ein Format wie 90m, 1h30 oder 1,5h.`,
  durationTooLong: 'Die Dauer darf höchstens 1.000 Stunden betragen.',
  unreadable: (typed) => `„${typed}“ ist keine gültige Punktzahl. Verwende ein Format wie 1,5.`,
  negative: 'Gib eine Punktzahl ab 0 ein.',
  tooFine: 'Gib höchstens zwei Nachkommastellen ein.',
  tooLarge: 'Diese Punktzahl ist zu hoch für einen Eintrag. Prüfe die Eingabe.',
  step: (body, step) => `${body} vergibt Punkte nur in Schritten von ${amount(step)}.`,
  tooManyRenewals: (body, max) =>
    `${body} rechnet diese Art von Aktivität für höchstens ${max === 1 ? 'eine Verlängerung' : `${max} Verlängerungen`} an. Entferne diese Zertifizierung unter „Zählt für“.`,
  notTicked: (short) =>
    `${short} ist unter „Zählt für“ nicht ausgewählt. Wähle ${short} dort aus oder lösche diese Punkte.`,
  noCredits: 'Gib die Punkte oder die Dauer ein.',
  noCategory: 'Wähle eine Kategorie.',
  worthNothing: (mins) =>
    `Zu kurz für Punkte: ${minutes(mins)}. Gib die Punkte selbst ein oder entferne diese Zertifizierung unter „Zählt für“.`,
  noRoom: (credits) =>
    `Obergrenze erreicht: Es würde nichts angerechnet. Gib die Punkte selbst ein (laut Dauer ${amount(credits)}) oder entferne diese Zertifizierung unter „Zählt für“.`,
  noConversion: 'Gib die Punkte selbst ein: Für diese Zertifizierung ist keine Umrechnung der Dauer hinterlegt.',
  countsForNothing: 'Wähle mindestens eine Zertifizierung.',
  notHttps: 'Der Link muss mit https:// beginnen.',
  badLink:
    'Ungültiger Link. Verwende eine Webadresse ohne Benutzernamen und ohne IP-Adresse, mit höchstens 2.048 Zeichen.',
  noHoldings: 'Füge zuerst eine Zertifizierung hinzu, für die Punkte angerechnet werden.',
  logged: 'Eingetragen',
  when: 'Datum',
  proof: 'Nachweis',
  noProof: 'fehlt noch; ohne Nachweis werden die Punkte bei einem Audit nicht anerkannt',
  claims: (short, credits, category) =>
    category === undefined ? `${short}: ${credits}` : `${short}: ${credits} (${category})`,
  closer: (gained, now) => `+${days(gained)}, jetzt ${now}`,
  fell: (lost, now) => `−${days(lost)}, jetzt ${now}`,
  still: (headline) => `weiterhin ${headline}`,
  movedRequirement: (requirement, moved, headline) => `${requirement}: ${moved}; weiterhin ${headline}`,
  nowBinding: (headline) => `jetzt ${headline}`,
  nowMet: 'alle bisherigen Anforderungen erfüllt',
  notStarted: (day) => `der Zyklus beginnt am ${date(day)}`,
  outside: (cycle) => `nicht angerechnet: außerhalb des Zyklus ${cycle}`,
  onceOnly: 'nicht angerechnet: Derselbe Kurs zählt nur einmal pro Zyklus',
  overCap: (credits, cap, limit) => `${credits} nicht angerechnet: Obergrenze von ${amount(limit)} für ${cap} erreicht`,
  willBeCut: (cut, claimed, limits) => `${cut} von ${dative(claimed)} zählen nicht. Die Obergrenze ist ${limits}.`,
  limitOf: (limit, per, cap) => `${limit} ${PER_PERIOD[per]} für ${cap}`,
  enterDays: 'Wenn es mehrere Tage gedauert hat, gib den ersten und den letzten Tag ein.',
  maxClaim: (credits, category) =>
    category === undefined ? `Trag höchstens ${credits} ein.` : `Trag für ${category} höchstens ${credits} ein.`,
  noRoomLeft: (category) =>
    category === undefined
      ? 'Die Obergrenze ist schon erreicht.'
      : `Für ${category} ist die Obergrenze schon erreicht.`,
  overIsStored:
    'Wenn du trotzdem speicherst, bleibt erhalten, was über der Obergrenze liegt, und wird als nicht angerechnet gezeigt.',
  pushedOut: (credits, short) =>
    `Für ${short} werden bei einem späteren Eintrag ${credits} weniger angerechnet, weil dieser Eintrag früher liegt.`,
  undo: 'Rückgängig',
  undoEarlier: 'Frühere Änderung rückgängig machen',
  another: 'Weitere Punkte eintragen',
  pace: 'Mein Stand',
  undone: 'Zurückgezogen',
  undoneText: (title): Rich => ['„', { bold: title }, '“ wird nicht mehr angerechnet.'],
  restore: 'Wiederherstellen',
  restored: 'Wiederhergestellt',
  restoredText: (title): Rich => ['„', { bold: title }, '“ wird wieder angerechnet.'],
  gone: 'Dieser Eintrag wurde nicht gefunden oder gehört dir nicht.',
  alreadyUndone: 'Dieser Eintrag ist bereits zurückgenommen.',
  alreadyThere: 'Dieser Eintrag ist bereits aktiv.',
  nothingToUndo: 'Kein Eintrag zum Zurücknehmen vorhanden.',
  nothingToRestore: 'Kein Eintrag zum Wiederherstellen vorhanden.',
});
