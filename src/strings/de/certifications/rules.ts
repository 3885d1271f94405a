import type { Basics } from '../../en/basics.ts';
import type { rulesWords as Source } from '../../en/certifications/rules.ts';
import { PER_PERIOD } from '../basics.ts';

const LANGUAGES = new Intl.DisplayNames('de', { type: 'language' });
const months = (count: number) => (count === 1 ? '1 Monat' : `${count} Monate`);

export const rulesWords = ({ date }: Basics): ReturnType<typeof Source> => ({
  title: (short) => `Regeln für ${short}`,
  which: 'Welche Zertifizierung? Schreib z. B. „rules cissp“.',
  renewal: 'Verlängerung',
  cycle: 'Zyklus',
  requirement: (over, per, severity) => {
    const name = over ?? (per === 'year' ? 'Pro Jahr' : 'Gesamt');
    const when = per === 'year' && over !== undefined ? ', pro Jahr' : '';
    return severity === 'suggested' ? `${name}${when}, empfohlen` : `${name}${when}`;
  },
  percent: (percent) => `${percent} % der Gesamtpunkte`,
  limit: 'Obergrenze',
  atMost: (name, amount, per) => `${name}: höchstens ${amount} ${PER_PERIOD[per]}`,
  onceOnly: 'derselbe Kurs zählt nur einmal pro Zyklus',
  conversion: 'Umrechnung',
  minutes: (count, unit) => `${count} Minuten = 1 ${unit}`,
  step: (step) => `in Schritten von ${step}`,
  firstUnit: (first) => `mindestens ${first}`,
  perItem: (amount) => `je ${amount}`,
  times: (percent, isFirstOnly) =>
    `${String(percent / 100).replace('.', ',')} × Dauer${isFirstOnly ? ', nur beim ersten Mal' : ''}`,
  neverCounts: 'nicht anrechenbar',
  renewals: (max) =>
    max === 1 ? 'für eine Verlängerung anrechenbar' : `für höchstens ${max} Verlängerungen anrechenbar`,
  shownBy: (evidence) => `Nachweis: ${evidence}`,
  window: 'Zeitraum für die Verlängerung',
  opensBefore: (timeSpan) => `beginnt ${timeSpan} vor dem Ablauf`,
  closesAfter: (timeSpan) => `endet ${timeSpan} nach dem Ablauf`,
  fromOldExpiry: 'die neue Laufzeit beginnt mit dem alten Ablaufdatum',
  free: 'keine',
  grace: 'Nachfrist',
  earningGrace: (timeSpan) => `Punkte sammeln bis ${timeSpan} nach Zyklusende möglich`,
  carryOver: 'Übertrag',
  carriesIntoYear: (amount) =>
    `höchstens ${amount} über den Mindestwert eines Jahres hinaus, für die Mindestwerte des Folgejahrs`,
  carriesOver: (amount, last) =>
    last === undefined
      ? `höchstens ${amount}`
      : `höchstens ${amount}, aus ${last === 1 ? 'dem letzten Monat' : `den letzten ${last} Monaten`} des Zyklus`,
  alsoNeeded: 'Außerdem erforderlich',
  fee: 'Gebühr',
  feeText: (name, amount, per) => `${name}: ${amount} ${per === 'year' ? 'pro Jahr' : 'pro Zyklus'}`,
  reporting: 'Meldefrist',
  paying: 'Zahlungsfrist',
  later: (timeSpan) => `bis ${timeSpan} nach Zyklusende`,
  lapse: 'Bei Ablauf',
  suspended: (timeSpan) => `Suspendierung für ${timeSpan}, danach abgelaufen`,
  retention: 'Aufbewahrung',
  keep: (count) => `${months(count)} nach Zyklusende`,
  evidence: 'Nachweise',
  accepted: (forms) => `akzeptiert: ${forms}`,
  refused: (forms) => `nicht akzeptiert: ${forms}`,
  shows: (facts) => `erforderliche Angaben: ${facts}`,
  allNeeded: (forms) => `zusammen erforderlich: ${forms}`,
  proofLanguage: (tag) => `auf ${LANGUAGES.of(tag) ?? tag}`,
  summary: (count, kinds) => `${kinds}: Zusammenfassung mit mindestens ${count} Wörtern`,
  audit: (how, days) =>
    days === undefined ? `Audit: ${how}` : `Audit: ${how}; Antwortfrist ${days === 1 ? '1 Tag' : `${days} Tage`}`,
  files: (max, megabytes) => `höchstens ${max === 1 ? '1 Datei' : `${max} Dateien`}, zusammen ${megabytes} MB`,
  evidenceForms: {
    certificate: 'Zertifikat',
    transcript: 'Leistungsübersicht',
    diploma: 'Abschlusszeugnis',
    'attendance-record': 'Teilnahmenachweis',
    letter: 'Bestätigungsschreiben',
    minutes: 'Sitzungsprotokoll',
    summary: 'Zusammenfassung',
    outline: 'Gliederung',
    'lesson-plan': 'Unterrichtsplan',
    publication: 'Veröffentlichung',
    screenshot: 'Screenshot',
    registration: 'Anmeldebestätigung',
    receipt: 'Zahlungsbeleg',
    invoice: 'Rechnung',
    'calendar-invite': 'Kalendereinladung',
    syllabus: 'Lehrplan',
    slides: 'Folien',
    spreadsheet: 'Tabelle',
    'work-order': 'Arbeitsauftrag',
    'performance-review': 'Leistungsbeurteilung',
    resume: 'Lebenslauf',
  },
  evidenceFacts: {
    attendee: 'Name der teilnehmenden Person',
    title: 'Titel',
    description: 'Inhalt',
    sponsor: 'Veranstalter',
    'sponsor-id': 'Veranstalternummer',
    date: 'Datum',
    hours: 'Stundenzahl',
    location: 'Ort',
    instructor: 'Dozent oder Dozentin',
    relevance: 'fachlicher Bezug',
    signature: 'Unterschrift',
  },
  portal: 'Portal',
  sharing: 'Mehrfachanrechnung',
  sharedInFull: (body) => `eine Aktivität zählt für alle passenden Zertifizierungen von ${body}`,
  renews: (codes) => `Verlängerung gilt auch für ${codes}`,
  needs: (codes) => `nur gültig zusammen mit ${codes}`,
  onlyIf: (question, answers) => `nur bei „${question}“: ${answers}`,
  firstCycle: (isIn) => (isIn ? 'nur im ersten Zyklus' : 'nicht im ersten Zyklus'),
  within: (codes) => `läuft im Zyklus von ${codes} und zählt zu dessen Gesamtpunkten`,
  addOn: (amount) =>
    `bei mehreren Zertifizierungen dieser Zertifizierungsstelle: ${amount} zusätzlich zur höchsten Gesamtpunktzahl`,
  more: 'Weitere',
  whatCounts: 'Anrechenbare Aktivitäten',
  whatCountsFor: (short) => `Anrechenbare Aktivitäten für ${short}`,
  nothingSpecial: 'Keine besonderen Regeln für einzelne Arten von Aktivitäten.',
  months,
  dated: (text, from, until) => {
    if (from === undefined) return `${text}, bis ${date(until ?? '')}`;
    return until === undefined ? `${text}, ab ${date(from)}` : `${text}, von ${date(from)} bis ${date(until)}`;
  },
  retired: 'Verfügbarkeit',
  nextChange: 'Nächste bekannte Änderung',
  noChange: (reviewed) => `Keine bekannt (Stand: ${date(reviewed)})`,
  change: (what, from) => (from === undefined ? `${what}, Termin nicht bekannt` : `${what}, ab ${date(from)}`),
  tryChange: 'Änderung durchrechnen',
  discontinued: (on, isPast) => {
    if (on === undefined) return 'Wird nicht mehr angeboten.';
    return isPast ? `Wird seit dem ${date(on)} nicht mehr angeboten.` : `Wird bis ${date(on)} angeboten.`;
  },
  renewableUntil: (day, isPast) =>
    isPast ? `Verlängern war bis ${date(day)} möglich.` : `Verlängern ist bis ${date(day)} möglich.`,
  replacedBy: (list) => `Nachfolger: ${list}.`,
  own: 'Euer Workspace verwendet eigene Regeln.',
  reviewed: (day) => `Mit den Quellen abgeglichen am ${date(day)}.`,
  stale: (day) =>
    `Möglicherweise veraltet: zuletzt am ${date(day)} mit den Quellen abgeglichen. Prüfe die Regeln auf der Website der Zertifizierungsstelle.`,
  why: 'Berechnung anzeigen',
});
