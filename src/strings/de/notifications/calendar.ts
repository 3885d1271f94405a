import type { calendarWords as CalendarWords } from '../../en/notifications/calendar.ts';

export const calendarWords = (): ReturnType<typeof CalendarWords> => ({
  name: (team) => (team === undefined ? 'Meine Zertifizierungen' : `Zertifizierungen von ${team}`),
  earn: 'letzter Tag für Punkte',
  report: 'letzter Tag zum Melden',
  pay: (fee, amount) => `${amount} zahlen (${fee})`,
  expires: 'läuft ab',
  lastDay: (requirement) => `letzter Tag: ${requirement}`,
  remaining: (credits) => `noch ${credits}`,
  plan: (title) => `Geplant: ${title}`,
  people: (count) => (count === 1 ? '1 Person' : `${count} Personen`),
  ready: 'Deine Kalenderadresse',
  readyOf: (team) => `Kalenderadresse von ${team}`,
  subscribe:
    'Kopiere diese Adresse in „Kalender per URL hinzufügen“ von Google, „Aus dem Internet abonnieren“ von Outlook oder „Neues Kalenderabonnement“ von Apple:',
  secret:
    'Wer diese Adresse hat, kann den Kalender lesen. Sie wird nur jetzt angezeigt; du bekommst jederzeit eine neue.',
  inUse: (day) => `Deine Kalenderadresse gilt seit ${day}. Sie wurde nur einmal angezeigt; eine neue ersetzt sie.`,
  noAddress:
    'Ein Kalender braucht eine öffentliche https-Adresse von recert. Bitte deine Admins, RECERT_PUBLIC_URL zu setzen.',
  teamsOnly:
    'Den Kalender eines Teams können nur Leitung und Admins abonnieren. Mit „calendar“ bekommst du deinen eigenen.',
  remindHow: (max) =>
    `Gib an, wie viele Tage vorher, von 1 bis ${max}, zum Beispiel: calendar remind 14. Oder: calendar remind off.`,
  reminds: (days) => (days === 1 ? 'Er erinnert dich einen Tag vorher.' : `Er erinnert dich ${days} Tage vorher.`),
  remindNever: 'Er erinnert dich nicht. Für eine Erinnerung zwei Wochen vorher gib „calendar remind 14“ ein.',
  remindTwoWeeks: '14 Tage vorher erinnern',
  remindOff: 'Nicht erinnern',
  renew: 'Neue Adresse',
  renewConfirm: 'Die alte Adresse gilt dann nicht mehr.',
  turnOff: 'Abschalten',
  turnOffConfirm: 'Die Adresse gilt dann nicht mehr. Kalender, die sie nutzen, werden leer.',
  off: 'Die Kalenderadresse gilt nicht mehr.',
  wasOff: 'Es gibt keine Kalenderadresse, die du abschalten könntest.',
});
