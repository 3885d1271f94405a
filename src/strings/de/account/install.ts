import type { InstallPhrases } from '../../../chat/install-phrases.ts';

/** Words for the pages on which a workspace installs the app. */
export const installWords = (): InstallPhrases => ({
  title: 'recert zu Slack hinzufügen',
  intro:
    'recert hält die Zertifizierungen deines Teams gültig. Alle tragen ihre Fortbildungen ein und sehen taggenau, wo sie stehen.',
  permissions: 'Was recert darf und wofür',
  reasons: {
    commands: '/recert beantworten und Einträge in Slacks Menüs anbieten',
    'chat:write':
      'Bestätigungen und Erinnerungen senden und die Wochenübersicht in Kanälen posten, in die recert eingeladen wurde',
    'files:read': 'Nachweise lesen, die jemand in ein Formular lädt oder aus einer Nachricht einträgt',
    'files:write': 'Exporte und Berichte an die Person senden, die sie angefordert hat',
    'im:write': 'eine Direktnachricht mit einer Person öffnen',
    'usergroups:read': 'die Mitglieder einer Nutzergruppe lesen, der ein Team folgt',
    'mcp:connect': 'Slackbot recert fragen lassen, für die Person, die Slackbot fragt',
    'users:read': 'Name, Zeitzone und Sprache der Personen lesen, die recert nutzen',
  },
  never:
    'recert kann keine Nachrichten in Kanälen oder zwischen Personen lesen. Wenn du es entfernst, endet sein Zugriff sofort; die Daten werden nach 30 Tagen gelöscht.',
  button: 'Zu Slack hinzufügen',
  again: 'Neu beginnen',
  installed: (workspace) => `recert ist in ${workspace} installiert`,
  next: 'Gib in Slack zuerst ein:',
  firstSteps: [
    ['/recert add cissp', 'fügt eine deiner Zertifizierungen hinzu'],
    ['/recert pace', 'zeigt deinen Vorsprung oder Rückstand in Tagen'],
    ['/recert hilfe', 'zeigt die Befehle'],
  ],
  openSlack: 'Slack öffnen',
  problems: {
    cancelled: {
      title: 'recert wurde nicht installiert',
      text: 'Du hast die Installation abgebrochen. Es hat sich nichts geändert.',
    },
    expired: {
      title: 'Diese Installation lässt sich nicht fortsetzen',
      text: 'Sie wurde vor mehr als 15 Minuten oder in einem anderen Browser begonnen oder schon abgeschlossen. Bitte beginne neu.',
    },
    codeExpired: {
      title: 'Diese Installation ist abgelaufen',
      text: 'Die Bestätigung von Slack gilt einmal und 10 Minuten lang. Bitte beginne neu.',
    },
    settings: {
      title: 'recert ist nicht richtig eingerichtet',
      text: 'Slack lehnt die Einstellungen dieses recert ab. Bitte sag der Person Bescheid, die es betreibt.',
    },
    refused: {
      title: 'Slack hat die Installation abgelehnt',
      text: 'Frag einen Admin deines Slack-Workspace, ob Apps freigegeben werden müssen, und beginne dann neu.',
    },
    unreachable: {
      title: 'Slack ist nicht erreichbar',
      text: 'Slack hat nicht rechtzeitig geantwortet. Bitte beginne in ein paar Minuten neu.',
    },
    failed: {
      title: 'Die Installation konnte nicht gespeichert werden',
      text: 'Bei uns ist etwas schiefgegangen. Bitte beginne in ein paar Minuten neu.',
    },
  },
  code: (code) => `Antwort von Slack: ${code}`,
});
