import { type Basics, lookup } from '../../en/basics.ts';
import type { nudgeWords as NudgeWords } from '../../en/notifications/nudge.ts';
import { ofDays } from '../basics.ts';

/** Words for reminders to one person. */
export const nudgeWords = ({ date, minutes }: Basics): ReturnType<typeof NudgeWords> => ({
  title: (count) =>
    count === 1 ? '1 Erinnerung zu deinen Zertifizierungen' : `${count} Erinnerungen zu deinen Zertifizierungen`,
  behind: (headline) => headline,
  left: (what, day, left) => (left === 0 ? `${what}: heute` : `${what}: ${date(day)}, in ${ofDays(left)}`),
  yearEnd: 'Frist für den Jahresmindestwert',
  debt: (credits, day) => `${credits} ohne gültigen Nachweis; der Zyklus endet am ${date(day)}`,
  rules: (headline) => `Regeln geändert. Dein Stand nach den neuen Regeln: ${headline}`,
  help: (headline) => `weiterhin ${headline}. „Angebote anzeigen“ listet auf, was deine Lücken am besten schließt.`,
  announce: (count) =>
    `Ändert sich in ${ofDays(count)} nichts, wird deine Teamleitung informiert. Das kannst du mit „preferences“ abschalten.`,
  told: (headline) => `weiterhin ${headline}. Wie angekündigt, wird deine Teamleitung heute informiert.`,
  more: (count) => `… und ${count} weitere. Alle siehst du mit „pace“.`,
  expires: (day) => `läuft am ${date(day)} ab`,
  activities: (count, kind, length) => {
    const [one, many] = kind === 'course' ? ['Kurs', 'Kurse'] : ['Webinar', 'Webinare'];
    return count === 1 ? `1 ${one} von ${minutes(length)}` : `${count} ${many} von je ${minutes(length)}`;
  },
  way: (activities, before, count) =>
    `${activities} bis ${date(before)} ${count === 1 ? 'reicht' : 'reichen'} dafür aus`,
  offers: (count) => (count === 1 ? 'Dieses Angebot reicht aus' : 'Jedes dieser Angebote reicht aus'),
  log: 'Punkte eintragen',
  prove: 'Nachweis hinzufügen',
  readRules: 'Regeln anzeigen',
  next: 'Angebote anzeigen',
  snooze: 'Pausieren',
  why: 'Erinnerungen kommen bei Änderungen und vor Fristen, standardmäßig höchstens viermal in 30 Tagen. Anpassen kannst du sie mit „preferences“.',
  managerTitle: 'Unterstützungsbedarf im Team',
  manager: (name, short, headline) =>
    `${name}, ${short}: ${headline}. Diese Nachricht wurde ${name} angekündigt. Ein Gespräch oder Zeit für Fortbildung kann helfen.`,
  helpRequest: {
    button: 'Um Hilfe bitten',
    title: (short) => `Um Hilfe bei ${short} bitten?`,
    seen: (names, short) =>
      `${names}: Im nächsten Wochenüberblick steht dann, dass du um Hilfe bittest, mit deinem Namen und deinem Stand bei ${short}. Noch wurde nichts gesendet.`,
    confirm: 'Um Hilfe bitten',
    requested: (short) => `Du bittest um Hilfe bei ${short}`,
    willSee: (names) =>
      `${names}: Deine Bitte steht im Wochenüberblick, bis du sie zurückziehst oder alles Nötige erfüllt ist.`,
    withdraw: 'Zurückziehen',
    withdrawn: (short) => `Du bittest nicht mehr um Hilfe bei ${short}`,
    withdrawnText: 'Im nächsten Wochenüberblick steht deine Bitte nicht mehr.',
    noManager:
      'Keines deiner Teams hat eine Leitung. Deine Bitte würde nicht gelesen und wurde deshalb nicht gesendet.',
    noHelpers: (managers) =>
      `Deine Bitte würde zurzeit nicht gelesen und wurde deshalb nicht gesendet. Sprich direkt an: ${managers}.`,
    inSummary: (name, line) => `${name} bittet um Hilfe bei ${line}`,
    heading: 'Bitten um Hilfe',
  },
  snoozeTitle: 'Erinnerungen pausieren',
  snoozeSubmit: 'Pausieren',
  snoozeWhich: 'Zertifizierung',
  snoozeUntil: 'Bis einschließlich',
  snoozeHint: 'Bis dahin erhältst du zu dieser Zertifizierung keine Erinnerungen.',
  snoozePast: 'Wähle heute oder ein späteres Datum.',
  snoozeFar: 'Wähle ein Datum innerhalb eines Jahres.',
  snoozed: (short, day) => `Erinnerungen zu ${short} sind bis ${date(day)} pausiert.`,
  awake: (short) => `Erinnerungen zu ${short} sind wieder aktiv.`,
  resume: 'Pause beenden',
  noCertifications: 'Du hast noch keine Zertifizierung hinzugefügt. Schreib z. B. „add cissp“.',
  lapsing: (short) => `${short} läuft aus: Du erhältst keine Erinnerungen mehr. Deine Einträge bleiben erhalten.`,
  keeping: (short) => `${short} bleibt aktiv. Du erhältst wieder Erinnerungen.`,
  keepIt: 'Doch behalten',
  lapseWhich: 'Welche Zertifizierung soll auslaufen? Schreib z. B. „lapse cissp“.',
  history: 'Erinnerungen an dich',
  historyNone: 'Ich habe dir noch keine Erinnerungen gesendet.',
  outcome: { sent: '✓ gesendet', 'held-back': '– zurückgehalten', withdrawn: '– nicht gesendet', resolved: '' },
  reason: lookup({
    '': '',
    budget: 'Limit für Erinnerungen erreicht',
    off: 'Erinnerungen deaktiviert',
    away: 'du bist abwesend',
    unreachable: 'noch kein privater Chat mit dir',
    overtaken: 'durch eine neuere Erinnerung ersetzt',
  }),
  about: lookup({
    behind: 'im Rückstand',
    missed: 'verfehlt',
    earn: 'Frist für Punkte',
    expires: 'Ablauf',
    report: 'Meldefrist',
    pay: 'Gebühr',
    year: 'Jahresmindestwert',
    debt: 'Nachweis',
    rules: 'geänderte Regeln',
    ladder: 'Unterstützung',
  }),
});
