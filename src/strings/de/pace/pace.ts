import type { Basics } from '../../en/basics.ts';
import type { paceWords as Source } from '../../en/pace/pace.ts';
import { STATUS } from '../basics.ts';

export const paceWords = ({ date, days, span: range, offBy, amount }: Basics): ReturnType<typeof Source> => ({
  title: (on) => (on === undefined ? 'Dein Stand' : `Dein Stand am ${date(on)}`),
  unknown: (typed, nearest) =>
    `Eine Zertifizierung „${typed}“ hast du hier nicht.${nearest === undefined ? '' : ` Meinst du ${nearest}?`}`,
  headline: (status, delta) => {
    if (status === 'met' || status === 'missed' || status === 'not-started') return STATUS[status];
    if (status === 'on-track') return delta === 0 ? `● ${offBy(delta)}` : `${STATUS[status]}, ${offBy(delta)}`;
    return `${STATUS[status].slice(0, 1)} ${offBy(delta)}`;
  },
  because: (headline, requirement) => `${headline}, wegen: ${requirement}`,
  inGrace: (delta) =>
    `▼ im Rückstand, der Zyklus ist vorbei, und die letzten Tage zum Erwerben laufen (${offBy(delta)})`,
  totalAlone: (status, delta) => {
    if (status === 'met') return '; die Summe allein ist erfüllt';
    if (status === 'missed') return '; die Summe allein ist verfehlt';
    return `; die Summe allein ist ${offBy(delta)}`;
  },
  unknownRules: '? was verlangt wird, ist nicht bekannt',
  nothingAsked: '✓ in diesem Zyklus wird nichts verlangt',
  act: (name, year, doneOn) => {
    const act = year === undefined ? name : `${name}, Jahr ${year}`;
    return doneOn === undefined ? `○ ${act}: nicht als erledigt vermerkt` : `✓ ${act}: erledigt am ${date(doneOn)}`;
  },
  allMet: '✓ alles bisher Verlangte ist erfüllt',
  startsOn: (day) => `○ noch nicht begonnen: Der Zyklus beginnt am ${date(day)}`,
  requirement: requirementName,
  yearOf: (year) => `im ${year}. Jahr`,
  progress: (counted, required, unit) => `${amount(counted)} von ${amount(required)} ${unit.many}`,
  remaining: 'Es fehlen',
  nothing: 'nichts',
  deadline: 'Frist',
  daysLeft: (day, left) => `${date(day)}, ${left === 0 ? 'kein Tag mehr' : `noch ${days(left)}`}`,
  daysOf: (day, length) => `${date(day)}, ${days(length)} ab Beginn`,
  needed: 'Nötig',
  perWeek: (rate, unit) => `${amount(rate)} ${unit.many} pro Woche`,
  forecast: 'Wie in den letzten 90 Tagen',
  forecastOn: (day, isRecent) => `fertig am ${date(day)}${isRecent ? ', zu spät' : ''}`,
  forecastNothing: 'keine Punkte in den letzten 90 Tagen, darum lässt sich kein Tag nennen',
  line: (name, progress, standing) => `${name}: ${progress}, ${standing}`,
  advice: (line) => `Hinweis: ${line}`,
  others: 'Weitere Anforderungen',
  notCounted: 'Zählt nicht',
  cutCap: (credits, cap, limit) => `${credits} über der Grenze von ${amount(limit)} für ${cap}`,
  cutOnceOnly: (credits) => `${credits} für einen Kurs, der nur einmal zählt`,
  cutOutside: (credits) => `${credits}, außerhalb des Zyklus erworben`,
  source: 'Regel',
  unchecked: (rule, why) => `Nicht geprüft, denn ${WHY_NOT[why]}: ${rule}.`,
  unanswered: (question) => `Einige Regeln warten auf eine Antwort: ${question} Gib sie mit „edit“.`,
  noPeriod: (name) => `${name} hat einen eigenen Zeitraum: Sag mit „edit“, wann er endet, dann wird auch das geprüft.`,
  window: (from, until) => range(from, until),
  examTitle: 'Durch eine Prüfung verlängert',
  assessmentTitle: 'Durch einen Test verlängert',
  examOpen: (end, left) => `kann jetzt verlängert werden, bis ${date(end)}; noch ${days(left)}`,
  examLate: (expiry, end) => `am ${date(expiry)} abgelaufen, kann noch bis ${date(end)} verlängert werden`,
  examSoon: (start, left) => `kann ab ${date(start)} verlängert werden; noch ${days(left)} bis zum Ablauf`,
  examOver: (end) => `am ${date(end)} abgelaufen`,
  neverExpires: 'läuft nie ab',
  badDay: (typed) =>
    typed === ''
      ? 'Welcher Tag? Schreib ihn als --on 2026-12-31.'
      : `„${typed}“ kann ich nicht als Tag lesen. Schreib ihn als 2026-12-31.`,
  all: 'Alle Zertifizierungen',
});

/** A requirement by name: over everything or a category, in the whole cycle or one of its years. */
function requirementName(
  category: string | undefined,
  year: string | undefined,
  severity: 'hard' | 'suggested',
): string {
  const minimum = severity === 'hard' ? 'Minimum' : 'Empfehlung';
  if (year !== undefined) return `${minimum} ${year}${category === undefined ? '' : ` für ${category}`}`;
  return category === undefined ? 'die Summe' : `${minimum} für ${category}`;
}

const WHY_NOT = {
  unknown: 'es ist nicht sicher bekannt',
  disputed: 'die Quellen widersprechen sich',
  paused: 'es ruht',
} as const;
