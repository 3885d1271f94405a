import type { Basics } from '../../en/basics.ts';
import type { rulesWords as Source } from '../../en/certifications/rules.ts';
import { ofDays } from '../basics.ts';

const PER = {
  entry: 'in einem Eintrag',
  day: 'an einem Tag',
  year: 'in einem Jahr',
  cycle: 'in einem Zyklus',
} as const;
const LANGUAGES = new Intl.DisplayNames('de', { type: 'language' });
const months = (count: number) => (count === 1 ? '1 Monat' : `${count} Monate`);

export const rulesWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: (short) => `Die Regeln von ${short}`,
  which: 'Welche Zertifizierung? Schreib zum Beispiel „rules cissp“.',
  renewal: 'Verlängerung',
  cycle: 'Zyklus',
  requirement: (over, per, severity) => {
    const name = over ?? (per === 'year' ? 'Jedes Jahr' : 'Summe');
    const when = per === 'year' && over !== undefined ? ', jedes Jahr' : '';
    return severity === 'suggested' ? `${name}${when}, empfohlen` : `${name}${when}`;
  },
  percent: (percent) => `${percent} % der Summe`,
  limit: 'Grenze',
  atMost: (name, amount, per) => `${name}: höchstens ${amount} ${PER[per]}`,
  onceOnly: 'derselbe Kurs zählt einmal in einem Zyklus',
  conversion: 'Umrechnung',
  minutes: (count, unit) => `${count} Minuten sind 1 ${unit}`,
  step: (step) => `in Schritten von ${step}`,
  firstUnit: (first) => `nichts unter ${first}`,
  perItem: (amount) => `je ${amount}`,
  times: (percent, isFirstOnly) =>
    `${String(percent / 100).replace('.', ',')} × die Zeit${isFirstOnly ? ', nur beim ersten Mal' : ''}`,
  neverCounts: 'zählt nie',
  renewals: (max) => (max === 1 ? 'dient einer Verlängerung' : `dient höchstens ${max} Verlängerungen`),
  shownBy: (evidence) => `gezeigt durch ${evidence}`,
  grace: 'Nachfrist',
  earningGrace: (timeSpan) => `Punkte können noch ${timeSpan} nach dem Zyklus erworben werden`,
  carryOver: 'Übertrag',
  carriesOver: (amount, last) =>
    last === undefined
      ? `höchstens ${amount}`
      : `höchstens ${amount}, von dem, was ${last === 1 ? 'im letzten Monat' : `in den letzten ${last} Monaten`} erworben wurde`,
  alsoNeeded: 'Auch nötig',
  fee: 'Gebühr',
  feeText: (name, amount, per) => `${name}: ${amount} ${per === 'year' ? 'jedes Jahr' : 'in jedem Zyklus'}`,
  reporting: 'Melden',
  paying: 'Zahlen',
  afterwards: (timeSpan) => `bis ${timeSpan} nach dem Zyklus`,
  lapse: 'Wenn es verfällt',
  suspended: (timeSpan) => `ausgesetzt für ${timeSpan}, dann abgelaufen`,
  retention: 'Einträge',
  keep: (count) => `${months(count)} nach dem Zyklus aufbewahren`,
  evidence: 'Belege',
  accepted: (forms) => `angenommen: ${forms}`,
  refused: (forms) => `abgelehnt: ${forms}`,
  shows: (facts) => `muss zeigen: ${facts}`,
  allNeeded: (forms) => `zusammen nötig: ${forms}`,
  proofLanguage: (tag) => `auf ${LANGUAGES.of(tag) ?? tag}`,
  summary: (count, kinds) => `${kinds}: eine Zusammenfassung von mindestens ${count} Wörtern`,
  audit: (how, days) =>
    days === undefined ? `Audit: ${how}` : `Audit: ${how}, mit ${ofDays(days)} Zeit zum Antworten`,
  files: (max, megabytes) => `höchstens ${max} Dateien, zusammen ${megabytes} MB`,
  evidenceForms: {
    certificate: 'ein Zertifikat',
    transcript: 'eine Leistungsübersicht',
    diploma: 'ein Diplom',
    'attendance-record': 'eine Teilnahmeliste',
    letter: 'ein Brief',
    minutes: 'ein Protokoll',
    summary: 'eine Zusammenfassung',
    outline: 'eine Gliederung',
    'lesson-plan': 'ein Unterrichtsplan',
    publication: 'die Veröffentlichung',
    screenshot: 'ein Bildschirmfoto',
    registration: 'eine Anmeldung',
    receipt: 'eine Quittung',
    invoice: 'eine Rechnung',
    'calendar-invite': 'eine Kalendereinladung',
    syllabus: 'ein Lehrplan',
    slides: 'Folien',
    spreadsheet: 'eine Tabelle',
    'work-order': 'ein Arbeitsauftrag',
    'performance-review': 'eine Leistungsbeurteilung',
    resume: 'ein Lebenslauf',
  },
  evidenceFacts: {
    attendee: 'wer teilnahm',
    title: 'den Titel',
    description: 'den Inhalt',
    sponsor: 'den Veranstalter',
    'sponsor-id': 'die Nummer des Veranstalters',
    date: 'das Datum',
    hours: 'die Stunden',
    location: 'den Ort',
    instructor: 'wer lehrte',
    relevance: 'den Bezug zum Fach',
    signature: 'eine Unterschrift',
  },
  portal: 'Portal',
  sharing: 'Mehrfach zählen',
  sharedInFull: (body) => `eine Aktivität zählt für jede Zertifizierung von ${body}, zu der sie passt`,
  renews: (codes) => `wer sie verlängert, verlängert auch ${codes}`,
  needs: (codes) => `nur gültig zusammen mit ${codes}`,
  onlyIf: (question, answers) => `nur wenn „${question}“ mit ${answers} beantwortet ist`,
  firstCycle: (isIn) => (isIn ? 'nur im ersten Zyklus' : 'nicht im ersten Zyklus'),
  within: (codes) => `läuft mit ${codes}, in dessen Summe`,
  addOn: (amount) => `mit anderen derselben Stelle kommen ${amount} zur größten Summe dazu`,
  whatCounts: 'Was zählt',
  whatCountsFor: (short) => `Was für ${short} zählt`,
  nothingSpecial: 'Die Stelle sagt zu keiner Art von Aktivität etwas Besonderes.',
  months,
  dated: (text, from, until) => {
    if (from === undefined) return `${text}, bis ${date(until ?? '')}`;
    return until === undefined ? `${text}, ab ${date(from)}` : `${text}, von ${date(from)} bis ${date(until)}`;
  },
  own: 'Euer Arbeitsbereich hat eine eigene Fassung dieser Regeln.',
  reviewed: (day) => `Am ${date(day)} mit den Quellen verglichen.`,
  stale: (day) =>
    `Zuletzt am ${date(day)} mit den Quellen verglichen, vor mehr als einem Jahr: Prüfe nach, bevor du dich darauf verlässt.`,
  why: 'Warum dieser Stand?',
});
