import type { Basics } from '../../en/basics.ts';
import type { paceWords as Source } from '../../en/pace/pace.ts';
import { manyOf, ofMany, STATUS } from '../basics.ts';

const TOTAL = 'Gesamt';
const months = (count: number) => (count === 1 ? '1 Monat' : `${count} Monate`);
const MINIMUM = 'Mindestwert';
const SUGGESTION = 'Empfehlung';

export const paceWords = ({ date, days, span: range, offBy, amount }: Basics): ReturnType<typeof Source> => ({
  title: (on) => (on === undefined ? 'Dein Stand' : `Dein Stand am ${date(on)}`),
  unknown: (typed, nearest) => `Du hast keine Zertifizierung „${typed}“. Meinst du ${nearest}?`,
  notAdded: (typed) => `Du hast keine Zertifizierung „${typed}“. Füge sie mit „add ${typed}“ hinzu.`,
  whichOne: (typed, count) => `Zu „${typed}“ passen ${count} deiner Zertifizierungen. Welche meinst du?`,
  headline: (status, delta) => {
    if (status === 'met' || status === 'missed' || status === 'not-started') return STATUS[status];
    if (status === 'on-track') return delta === 0 ? `● ${offBy(delta)}` : `${STATUS[status]}, ${offBy(delta)}`;
    return `${STATUS[status].slice(0, 1)} ${offBy(delta)}`;
  },
  because: (headline, requirement) => {
    if (requirement === TOTAL) return `${headline} (gesamt)`;
    return WITHOUT_DAYS.includes(headline) ? `${headline}: ${requirement}` : `${headline} ${at(requirement)}`;
  },
  inGrace: (delta) => `▼ in der Nachfrist: ${offBy(delta)}`,
  toDo: (status, what, day, left) => `${STATUS[status].slice(0, 1)} noch ${what} bis ${date(day)}, noch ${days(left)}`,
  ofRequirement: (credits, requirement) => (requirement === TOTAL ? credits : `${credits} ${forThe(requirement)}`),
  renewedUntil: (short, day, end) => `✓ am ${date(day)} durch ${short} verlängert, gültig bis ${date(end)}`,
  ending: (day, isOver, next) =>
    `${isOver ? 'lief' : 'läuft'} am ${date(day)} aus, Verlängerung nicht mehr möglich${next === undefined ? '' : `; Nachfolger: ${next}`}`,
  missedLine: (requirement, progress, shortfall, since) =>
    `✕ Verfehlt: ${requirement}, ${progress}, es fehlen ${shortfall}, abgelaufen am ${date(since)}`,
  missedRemedy: (body, remedy) =>
    remedy === undefined ? `Was laut ${body} noch möglich ist, ist nicht bekannt.` : `${body}: ${remedy}`,
  cured: (day, what) => `Am ${date(day)} ausgeglichen: ${what}`,
  recordCure: 'Ausgeglichen',
  totalAlone: (status, delta) => {
    if (status === 'met') return ' (gesamt: erfüllt)';
    if (status === 'missed') return ' (gesamt: verfehlt)';
    return ` (gesamt: ${offBy(delta)})`;
  },
  unknownRequirement: (requirement, others) =>
    `? nicht bekannt: ${requirement}${others === 0 ? '' : ` und ${others} weitere`}`,
  nothingRequired: '✓ keine Anforderungen in diesem Zyklus',
  nextCycle: (from, until, required) => `Nächster Zyklus, ${range(from, until)}: ${required}`,
  requires: (requirement, amount) =>
    requirement === TOTAL ? `${amount} insgesamt` : `${amount} ${forThe(requirement)}`,
  act: (name, year, doneOn) => {
    const act = year === undefined ? name : `${name}, Jahr ${year}`;
    return doneOn === undefined ? `○ ${act}: noch nicht erledigt` : `✓ ${act}: erledigt am ${date(doneOn)}`;
  },
  allMet: '✓ alle Anforderungen erfüllt',
  startsOn: (day) => `○ noch nicht begonnen: Der Zyklus beginnt am ${date(day)}`,
  requirement: requirementName,
  yearOf: (year) => `Jahr ${year}`,
  progress: (counted, required, unit) => `${amount(counted)} von ${amount(required)} ${ofMany(unit)}`,
  inDays: 'Stand',
  evenPace: 'Soll bis heute',
  remaining: 'Noch offen',
  nothing: 'keine Punkte',
  deadline: 'Frist',
  graceEnd: 'Ende der Nachfrist',
  earnUntil: (day) => `Punkte zählen nach der Frist noch bis ${date(day)}`,
  daysLeft: (day, left) => (left === 0 ? `am ${date(day)} abgelaufen` : `${date(day)} (noch ${days(left)})`),
  daysOf: (day, length) => `${date(day)} (${days(length)} ab Beginn)`,
  needed: 'Erforderlich',
  perWeek: (rate, unit) => `${amount(rate)} ${manyOf(unit)} pro Woche`,
  forecast: 'Bei aktuellem Tempo',
  forecastOn: (day, isRecent) => (isRecent ? `${date(day)}, nach der Frist` : `erfüllt am ${date(day)}`),
  forecastNothing: 'keine Prognose, weil in den letzten 90 Tagen keine Punkte dazukamen',
  line: (name, progress, standing) => `${name}: ${progress}, ${standing}`,
  advice: (name, progress) => `${name}: ${progress}`,
  others: 'Weitere Anforderungen',
  notCounted: 'Nicht angerechnet',
  cutCap: (credits, cap, limit) => `${credits} über der Obergrenze von ${amount(limit)} für ${cap}`,
  cutOnceOnly: (credits) => `${credits} für einen Kurs, der nur einmal zählt`,
  cutOutside: (credits) => `${credits} außerhalb des Zyklus`,
  source: 'Quelle',
  unchecked: (rule, why) => `Nicht geprüft (${WHY_NOT[why]}): ${rule}.`,
  announced: (rule, from) => `Angekündigt ab ${date(from)}, noch nicht gezählt: ${rule}.`,
  unanswered: (question) => `Für einige Regeln fehlt eine Angabe: ${question} Ergänze sie mit „edit“.`,
  noPeriod: (name) => `${name} wird noch nicht geprüft: Gib mit „edit“ an, wann der zugehörige Zeitraum endet.`,
  window: (from, until) => range(from, until),
  examAnyTime: (expiry, left) => `jederzeit verlängerbar; läuft am ${date(expiry)} ab (noch ${days(left)})`,
  examDue: (expiry, left) => `vor Ablauf am ${date(expiry)} verlängern (noch ${days(left)})`,
  examWindow: (from, until, expires) => `Prüfungszeitraum ${range(from, until)}; ${expires}`,
  assessmentOpen: (from, lead, expires, isFree = false) =>
    `${isFree ? 'kostenloses ' : ''}Assessment offen seit ${date(from)} (${lead} vor Ablauf); ${expires}`,
  expiresIn: (expiry, left) => `läuft am ${date(expiry)} ab (noch ${days(left)})`,
  addedToOldDate: (count) =>
    `${count === 12 ? 'ein Jahr kommt' : `${months(count)} kommen`} zum alten Ablaufdatum hinzu`,
  examLate: (expiry, end) => `am ${date(expiry)} abgelaufen, verlängerbar bis ${date(end)}`,
  examSoon: (start, expiry, left) => `verlängerbar ab ${date(start)}; läuft am ${date(expiry)} ab (noch ${days(left)})`,
  examOver: (end) => `am ${date(end)} abgelaufen`,
  neverExpires: 'unbegrenzt gültig',
  unverified: (headline) => `${headline} (nicht verifiziert)`,
  badDay: (typed) =>
    typed === ''
      ? 'Datum fehlt. Verwende ein Format wie --on 2026-12-31.'
      : `„${typed}“ ist kein gültiges Datum. Verwende ein Format wie 2026-12-31.`,
  all: 'Alle Zertifizierungen',
});

/** Headlines that give no number of days. */
const WITHOUT_DAYS: readonly string[] = [STATUS.met, STATUS.missed, STATUS['not-started']];

/** A requirement that credits are for: `für Group A`, `für den Mindestwert 2026`. */
function forThe(requirement: string): string {
  if (requirement.startsWith(MINIMUM)) return `für den ${requirement}`;
  return requirement.startsWith(SUGGESTION) ? `für die ${requirement}` : `für ${requirement}`;
}

/** A requirement after its preposition: `bei Group A`, `beim Mindestwert 2026`. */
function at(requirement: string): string {
  if (requirement.startsWith(MINIMUM)) return `beim ${requirement}`;
  return requirement.startsWith(SUGGESTION) ? `bei der ${requirement}` : `bei ${requirement}`;
}

/** A requirement by name: over everything or a category, in the whole cycle or one of its years. */
function requirementName(
  category: string | undefined,
  year: string | undefined,
  severity: 'hard' | 'suggested',
): string {
  const over = category === undefined || year === undefined ? (category ?? year) : `${category}, ${year}`;
  if (severity === 'suggested') return `${SUGGESTION} ${over ?? 'gesamt'}`;
  if (over === undefined) return TOTAL;
  return category === undefined ? `${MINIMUM} ${over}` : over;
}

const WHY_NOT = {
  unknown: 'keine verlässliche Quelle',
  disputed: 'widersprüchliche Quellen',
  paused: 'vorübergehend ausgesetzt',
} as const;
