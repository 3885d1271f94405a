import type { digestWords as DigestWords } from '../../en/notifications/digest.ts';

const people = (count: number) => (count === 1 ? '1 Person' : `${count} Personen`);

/** Words for the weekly message about a team. */
export const digestWords = (): ReturnType<typeof DigestWords> => ({
  title: (team, week) => `${team}: KW ${week}`,
  detailsTitle: (team) => `${team}: Details`,
  onPace: (good, all) => `${good} von ${all} im Plan`,
  status: {
    missed: '✕ verfehlt',
    behind: '▼ im Rückstand',
    'on-track': '● im Plan',
    ahead: '▲ mit Vorsprung',
    met: '✓ alles erfüllt',
    nothing: '○ keine Zertifizierung',
  },
  people,
  onPaceBefore: (good, all) => `Vor einer Woche: ${good} von ${all} im Plan`,
  earned: (credits) => `seitdem ${credits} gesammelt`,
  earnedThisWeek: (credits) => `${credits} in einer Woche gesammelt`,
  steps: { deadlines: 'Deine Fristen zeigt „pace“.', debt: 'Nachweise ergänzen: „debt“.' },
  summary: {
    title: (count) => `Deine Teams diese Woche: ${count} mit Handlungsbedarf`,
    worst: (count, line) =>
      count === 1 ? `Handlungsbedarf diese Woche: ${line}` : `${count} mit Handlungsbedarf diese Woche, zuerst ${line}`,
    team: (name, count) => `${name}: ${count} mit Handlungsbedarf`,
    more: (count) => `… und ${count} weitere`,
    moreTeams: (count) =>
      count === 1
        ? 'Handlungsbedarf gibt es in 1 weiteren Team.'
        : `Handlungsbedarf gibt es in ${count} weiteren Teams.`,
    why: 'Diesen Überblick über deine Teams bekommst du einmal pro Woche. Die Mitglieder sehen das. Abstellen kannst du ihn mit „preferences“.',
  },
  tooFew: (least) =>
    `Zahlen gibt es erst ab ${least} Personen, damit keine Rückschlüsse auf Einzelne möglich sind. Deinen eigenen Stand siehst du mit „pace“.`,
  unsayable: (least) =>
    `Zum Schutz Einzelner fehlen Angaben, die weniger als ${least} Personen ohne Einwilligung zur Namensnennung betreffen.`,
  empty: 'Dieses Team hat noch keine Mitglieder.',
  named: 'Mit Einwilligung namentlich genannt',
  deadlines: 'Fristen in den nächsten 90 Tagen',
  noDeadlines: 'keine, die mindestens 3 Personen betrifft',
  deadlineCount: (count) =>
    count === 1 ? '1 Frist in den nächsten 90 Tagen' : `${count} Fristen in den nächsten 90 Tagen`,
  deadline: {
    earn: 'Frist für Punkte',
    grace: 'Ende der Nachfrist für Punkte',
    report: 'Meldefrist',
    pay: 'Gebühr fällig',
    expires: 'Ablauf',
  },
  deadlineLine: (short, kind, count) => `${short}: ${kind}, ${people(count)}`,
  shortOf: (requirement, credits) => `${requirement}, es fehlen ${credits}`,
  missed: (requirements) => `verfehlt: ${requirements.join('; ')}`,
  andMore: (count) => ` und ${count} weitere`,
  debt: 'Ohne Nachweis',
  best: 'Empfohlenes Angebot',
  myPace: 'Mein Stand',
  risk: 'Handlungsbedarf',
  nameMe: 'Namensnennung und Sichtbarkeit änderst du mit „preferences“.',
  preview: 'Vorschau, nur für dich sichtbar. Die Zahlen können sich bis zum Versand ändern.',
  previewWhen: (when) => `Nächster Versand: ${when}.`,
  previewNowhere: 'Noch kein Kanal festgelegt: Schreib „digest here“ im gewünschten Kanal.',
  hereTitle: 'Wochenübersicht',
  confirmHere: (team) => `Wochenübersicht von ${team} hier posten?`,
  confirmHereDetails: (weekday, hour, zone) =>
    `Sie erscheint dann jede Woche: ${weekday}, ${hour} (${zone}). Alle in diesem Kanal können sie lesen, auch Gäste und andere Firmen, falls der Kanal mit ihnen geteilt ist. Bisher wurde nichts geändert.`,
  postHere: 'Hier posten',
  hereAnnounced: (team, weekday, hour, zone) =>
    `Die Wochenübersicht von ${team} erscheint ab jetzt in diesem Kanal: ${weekday}, ${hour} (${zone}). Sie enthält Zahlen; Namen stehen nur mit Einwilligung darin.`,
  hereDone: (team, when) =>
    `Die Wochenübersicht von ${team} erscheint ab jetzt hier. Nächster Versand: ${when}. Wenn ich hier nicht posten kann, sage ich es dir.`,
  cannotPost: (remedy) => `Ich kann in diesem Kanal nicht posten. Es wurde nichts geändert. ${remedy}`,
  remedy: {
    'not-in-channel': 'Lade recert in den Kanal ein (@recert, dann „Einladen“) und wiederhole den Befehl.',
    archived: 'Der Kanal ist archiviert. Wähle einen anderen Kanal.',
    'not-allowed': 'Apps dürfen hier nicht posten. Frag einen Admin oder wähle einen anderen Kanal.',
    gone: 'Der Kanal wurde gelöscht, oder die App hat keinen Zugriff mehr. Füge recert dort wieder hinzu.',
    other: 'Versuch es in einem anderen Kanal oder füge recert dort neu hinzu.',
  },
  offDone: (team) => `Wochenübersicht von ${team} deaktiviert.`,
  planned: (team) => `Die Wochenübersicht von ${team} wird gesendet.`,
  correcting: (team) => `Die aktuelle Wochenübersicht von ${team} wird im Kanal aktualisiert.`,
  nowhere: (team) => `${team} hat noch keinen Kanal. Schreib zuerst „digest here“ im gewünschten Kanal.`,
  corrected: (when) => `Aktualisiert: ${when}.`,
  history: (team) => `Wochenübersichten von ${team}`,
  historyNone: 'Noch keine Wochenübersicht versendet.',
  state: {
    planned: '○ geplant',
    sending: '○ wird gesendet',
    sent: '✓ gesendet',
    failed: '✕ nicht gesendet',
    unknown: '? Zustellung unklar',
    withdrawn: '– vor dem Versand ersetzt',
  },
  details: 'Details',
  metrics: 'Alle Nachrichten nach Status',
  purpose: {
    digest: 'Wochenübersichten',
    details: 'Details',
    nudge: 'Erinnerungen',
    notice: 'Benachrichtigungen',
    file: 'Dateien',
    answer: 'Antworten',
  },
  sendAgain: 'Erneut senden',
  didArrive: 'Zugestellt',
  again: 'Die Nachricht wird erneut gesendet.',
  settled: 'Als zugestellt markiert.',
  gone: 'Für diese Nachricht ist keine Aktion mehr erforderlich.',
  notice: 'Nachricht nicht zugestellt',
  noticeUnknown: (what) =>
    `${what} wurde möglicherweise nicht zugestellt: Die Verbindung brach beim Senden ab. Prüfe im Chat, ob sie angekommen ist. Damit sie nicht doppelt erscheint, sende ich sie nicht automatisch erneut.`,
  noticeFailed: (what, reason, remedy) => `${what} konnte nicht zugestellt werden: ${reason}. ${remedy}`,
  ofTeam: (team, week) => `Die Wochenübersicht von ${team} (${week})`,
  ofPerson: (name) => `Die private Nachricht an ${name}`,
  weekdays: ['Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag', 'Sonntag'],
  hourOf: (hour) => `${String(hour).padStart(2, '0')}:00 Uhr`,
});
