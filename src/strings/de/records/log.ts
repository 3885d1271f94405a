import type { Basics, Rich } from '../../en/basics.ts';
import type { logWords as Source } from '../../en/records/log.ts';
import { amount } from '../basics.ts';

export const logWords = ({ date, days, minutes }: Basics): ReturnType<typeof Source> => ({
  title: 'Nachweis eintragen',
  submit: 'Speichern',
  activityTitle: 'Was war es?',
  titlePlaceholder: 'SANS-Webcast über Zero Trust',
  provider: 'Anbieter',
  kind: 'Art',
  delivery: 'Form',
  start: 'Datum',
  end: 'Letzter Tag',
  endHint: 'Nur wenn es mehrere Tage dauerte.',
  duration: 'Dauer',
  durationHint: '90m, 1h30 oder 1,5h',
  counts: 'Zählt für',
  creditsOf: (short, unit) => `${short}: ${unit.many}`,
  creditsIn: (short, category, unit) => `${short}, ${category}: ${unit.many}`,
  marksOf: (short) => `${short}: Es ging um`,
  categoryOf: (short) => `${short}: Kategorie`,
  creditsHint: 'Leer: aus der Dauer errechnet.',
  estimate: (low, likely, high, perCredit, unit) =>
    `Schätzung: ${range(low, likely, high)} ${unit.many}, je ${perCredit} Minuten.`,
  unverified: ' (ungeprüft)',
  link: 'Beleg: Link',
  linkHint: 'https://-Adresse des Zertifikats oder der Bestätigung. Ich öffne sie nie.',
  note: 'Beleg: Notiz',
  noteHint: 'Wo der Beleg liegt, oder was zeigt, dass du dabei warst.',
  description: 'Beschreibung',
  descriptionHint: 'Was du gelernt hast; manche Stellen fragen danach.',
  readDate: (typed, day) => `„${typed}“ lese ich als ${date(day)}.`,
  notHeld: (short) => `${short} hast du noch nicht eingetragen, darum steht es nicht in diesem Formular.`,
  unknownCertification: (typed) => `Die Zertifizierung „${typed}“ kenne ich nicht.`,
  badDuration: (typed) => `„${typed}“ ist keine Dauer. Schreib sie als 90m, 1h30 oder 1,5h.`,
  durationTooLong: 'Mehr als 1.000 Stunden können nicht eine Aktivität sein.',
  unreadable: (typed) => `„${typed}“ ist keine Zahl von Punkten. Schreib sie als 1,5.`,
  negative: 'Punkte können nicht negativ sein.',
  tooFine: 'Punkte haben höchstens zwei Nachkommastellen.',
  tooLarge: 'So viele Punkte zählt keine Stelle in einem Eintrag.',
  step: (body, step) => `${body} zählt in Schritten von ${amount(step)}.`,
  overEntryCap: (body, limit) => `${body} nimmt höchstens ${amount(limit)} in einem Eintrag.`,
  tooManyRenewals: (body, max) =>
    `${body} lässt eine Aktivität dieser Art ${max === 1 ? 'einer Verlängerung' : `${max} Verlängerungen`} dienen. Wähle diese Zertifizierung ab.`,
  notTicked: (short) => `${short} ist unter „Zählt für“ nicht gewählt. Wähle es dort, oder lösche diese Punkte.`,
  noCredits: 'Wie viele Punkte? Oder gib oben die Dauer an.',
  noCategory: 'Welche Kategorie?',
  worthNothing: (mins) => `${minutes(mins)} sind hier zu kurz für einen Punkt. Gib die Punkte ein, oder wähle es ab.`,
  noRoom: (credits) =>
    `Hier ist eine Grenze erreicht, es würde nichts davon zählen. Gib die Punkte ein, die du angibst, nach der Dauer ${amount(credits)}, oder wähle es ab.`,
  noConversion: 'Wie viele Minuten hier einen Punkt ergeben, ist nicht bekannt. Bitte gib die Punkte ein.',
  countsForNothing: 'Wähle mindestens eine Zertifizierung.',
  notHttps: 'Der Link muss mit https:// beginnen.',
  badLink:
    'Das ist keine Web-Adresse, die ich aufheben kann: keine Benutzernamen, keine bloßen Zahlen, höchstens 2.048 Zeichen.',
  noHoldings: 'Trag zuerst eine Zertifizierung ein; dann kann dafür zählen, was du einträgst.',
  noCreditHoldings: 'Keine deiner Zertifizierungen wird durch Punkte verlängert, also ist dafür nichts einzutragen.',
  logged: 'Eingetragen',
  when: 'Datum',
  proof: 'Beleg',
  noProof: 'noch keiner: Was du nicht belegen kannst, besteht kein Audit',
  claims: (short, credits, category) =>
    category === undefined ? `${short}: ${credits}` : `${short}: ${credits} (${category})`,
  closer: (gained, now) => `${days(gained)} näher, jetzt ${now}`,
  fell: (lost, now) => `${days(lost)} weiter weg, jetzt ${now}`,
  still: (headline) => `weiterhin ${headline}`,
  elsewhere: (requirement, moved, headline) => `${requirement} ${moved}; weiterhin ${headline}`,
  nowBinding: (headline) => `jetzt ${headline}`,
  nowMet: 'alles bisher Verlangte ist erfüllt',
  notStarted: (day) => `der Zyklus beginnt am ${date(day)}`,
  outside: (cycle) => `zählt nicht, es liegt außerhalb des Zyklus ${cycle}`,
  onceOnly: 'zählt nicht: Derselbe Kurs zählt einmal in einem Zyklus',
  overCap: (credits, cap, limit) => `${credits} zählen nicht, über der Grenze von ${amount(limit)} für ${cap}`,
  pushedOut: (credits, short) =>
    `Ein Eintrag mit späterem Datum zählt jetzt ${credits} weniger für ${short}, denn dieser kam zuerst.`,
  undo: 'Zurücknehmen',
  another: 'Noch einen eintragen',
  pace: 'Mein Stand',
  undone: 'Zurückgenommen',
  undoneText: (title): Rich => ['„', { bold: title }, '“ zählt nicht mehr.'],
  restore: 'Wiederherstellen',
  restored: 'Wiederhergestellt',
  restoredText: (title): Rich => ['„', { bold: title }, '“ zählt wieder.'],
  gone: 'Diesen Eintrag gibt es nicht mehr, oder er gehört nicht dir.',
  alreadyUndone: 'Dieser Eintrag wurde schon zurückgenommen.',
  alreadyThere: 'Dieser Eintrag zählt schon.',
  nothingToUndo: 'Es gibt nichts zurückzunehmen.',
  nothingToRestore: 'Es gibt nichts wiederherzustellen.',
});

function range(low: number, likely: number, high: number): string {
  if (low === high) return amount(likely);
  return low === likely || likely === high
    ? `${amount(low)} – ${amount(high)}`
    : `${amount(low)} – ${amount(likely)} – ${amount(high)}`;
}
