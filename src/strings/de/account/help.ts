import type {
  commandsWords as CommandsWords,
  firstAdminWords as FirstAdminWords,
  helpTopicWords as HelpTopicWords,
  helpWords as HelpWords,
} from '../../en/account/help.ts';

export const helpWords = (): ReturnType<typeof HelpWords> => ({
  title: 'recert',
  everyday: 'Das kannst du eingeben',
  intro:
    'Ich helfe dir, deine Zertifizierungen gültig zu halten: Trag deine Fortbildungen ein, und ich zeige dir taggenau, wo du stehst.',
  unknown: (word, nearest) =>
    nearest === undefined
      ? `Den Befehl „${word}“ gibt es nicht.`
      : `Den Befehl „${word}“ gibt es nicht. Meinst du „${nearest}“?`,
  notUnderstood: (line, nearest) =>
    nearest === undefined
      ? `„${line}“ habe ich nicht verstanden.`
      : `„${line}“ habe ich nicht verstanden. Meinst du „${nearest}“?`,
  recognised: (parts) => `Erkannt: ${parts}`,
  tryThis: 'Mit „hilfe“ siehst du, was ich kann, mit „hilfe eintragen“ einen einzelnen Befehl.',
  tooLong: 'Diese Zeile ist zu lang für einen Button. Kopiere sie und füge sie hinter dem Befehl ein.',
  button: 'Hilfe',
  firstStep: 'Füge zuerst deine Zertifizierungen hinzu, zum Beispiel: add cissp, cism',
  more: 'Weitere Befehle',
  all: 'Alle Befehle',
  oneCommand: 'Mit „hilfe eintragen“ siehst du zum Beispiel, wie du eine Aktivität einträgst.',
  about: (command) => `Hilfe: ${command}`,
  also: (aliases) => `Auch möglich: ${aliases}`,
  orAlias: (summary, alias) => `${summary}; auch „${alias}“`,
  onlyFor: (role) => `Nur für: ${role}`,
  note: 'Mit „hilfe eintragen“ siehst du Beispiele zu einem Befehl, mit „hilfe einträge“ die Befehle eines Themas. Meine Antworten siehst nur du.',
});

/** What the person who installed recert reads first. */
export const firstAdminWords = (): ReturnType<typeof FirstAdminWords> => ({
  title: 'recert ist installiert, und du bist Admin',
  lines: [
    'Füge deine Zertifizierungen hinzu; so siehst du, was dein Team sehen wird.',
    'Lege ein Team an: /recert team Security add @ana',
    'Aktiviere Quellen für Angebote, die zu den Zertifizierungen im Team passen: /recert sources',
    'Stelle Zeitzone und Sprache des Workspace ein: /recert settings',
  ],
});

export const commandsWords = (): ReturnType<typeof CommandsWords> => ({
  help: { usage: 'help log', summary: 'alle Befehle anzeigen oder einen erklären' },
  home: { usage: 'home', summary: 'alles auf einen Blick' },
  add: { usage: 'add cissp since 2025-01-01', summary: 'Zertifizierung hinzufügen' },
  calendar: { usage: 'calendar', summary: 'deine Fristen im eigenen Kalenderprogramm' },
  certs: { usage: 'certs', summary: 'deine Zertifizierungen und Zyklen' },
  log: {
    usage: 'log 1,5h SANS-Webcast gestern für cissp',
    summary: 'Aktivität eintragen; das Formular ist so weit wie möglich ausgefüllt',
  },
  pace: { usage: 'pace [cissp] [--on 2026-12-31]', summary: 'dein Stand: Vorsprung oder Rückstand in Tagen' },
  why: { usage: 'why [cissp]', summary: 'Berechnung deines Stands, Schritt für Schritt' },
  rules: { usage: 'rules cissp', summary: 'Regeln einer Zertifizierung mit Quellen' },
  whatif: {
    usage: 'whatif +16h RSA Conference on 2027-04-26 for cissp',
    summary: 'Aktivität, Pause oder neue Zertifizierung durchspielen, ohne zu speichern',
  },
  search: { usage: 'search zero trust free under 2h', summary: 'Angebote mit geschätzten Punkten' },
  next: { usage: 'next 3h', summary: 'Angebote, die in deiner Zeit die meisten Lücken schließen' },
  attended: { usage: 'attended', summary: 'besuchte Veranstaltung suchen und eintragen' },
  offer: { usage: 'offer', summary: 'deinem Team ein Angebot empfehlen' },
  sources: { usage: 'sources', summary: 'Quellen für Angebote und ihr Status (Admins)' },
  plan: { usage: 'plan', summary: 'geplante Aktivitäten; angerechnet werden sie erst nach dem Eintragen' },
  history: {
    usage: 'history cissp 2026 missing proof',
    summary: 'deine Einträge, gefiltert nach Zertifizierung, Jahr, Art oder Stichwort',
  },
  show: { usage: 'show last', summary: 'Eintrag mit Nachweis, Anrechnung und Verlauf' },
  debt: { usage: 'debt [cissp]', summary: 'Punkte ohne gültigen Nachweis, älteste zuerst' },
  attach: { usage: 'attach', summary: 'Nachweis hinzufügen: Datei, Link oder Notiz' },
  undo: { usage: 'undo', summary: 'letzte Änderung anzeigen und rückgängig machen (bis zu 10 Minuten)' },
  delete: { usage: 'delete last', summary: 'Eintrag in den Papierkorb verschieben' },
  restore: { usage: 'restore', summary: 'zuletzt gelöschten Eintrag wiederherstellen' },
  trash: { usage: 'trash', summary: 'gelöschte Einträge und wie lange sie wiederherstellbar sind' },
  edit: { usage: 'edit cissp', summary: 'Zertifizierung bearbeiten; einen Eintrag: edit last' },
  renew: { usage: 'renew cissp', summary: 'nächsten Zyklus beginnen, mit Übertrag' },
  import: { usage: 'import', summary: 'Einträge aus einer Tabelle importieren' },
  reconcile: { usage: 'reconcile', summary: 'Einträge mit der Übersicht aus einem Portal abgleichen' },
  report: {
    usage: 'report team Security --as-of 2026-03-31',
    summary: 'signierter Prüfbericht als PDF und Tabelle; nur für dich: report mine',
  },
  pack: { usage: 'pack', summary: 'letzter Prüfbericht mit allen Nachweisen als Archiv' },
  sheet: { usage: 'sheet isc2', summary: 'Meldebogen: Angaben in der Reihenfolge des Portals' },
  tick: { usage: 'tick', summary: 'Meldung als eingereicht markieren (per Button)' },
  export: { usage: 'export', summary: 'alle Einträge als Tabelle; alle deine Daten: export mine' },
  erase: { usage: 'erase', summary: 'alle deine Daten endgültig löschen' },
  link: { usage: 'link', summary: 'Konten auf zwei Plattformen per Einmalcode verknüpfen' },
  unlink: { usage: 'unlink', summary: 'Verknüpfung aufheben' },
  customise: { usage: 'customise cissp', summary: 'für Admins: eigene Regeln, Gebühren und Zertifizierungen' },
  detach: { usage: 'detach', summary: 'Nachweis von einem Eintrag entfernen (per Button)' },
  file: { usage: 'file', summary: 'Nachweisdatei abrufen (per Button)' },
  summary: { usage: 'summary', summary: 'Zusammenfassung für die Zertifizierungsstelle schreiben (per Button)' },
  ask: { usage: 'ask last', summary: 'Nachweis beim Veranstalter oder bei der Teamleitung anfordern' },
  attest: { usage: 'attest', summary: 'Teilnahme einer anderen Person bestätigen (per Button)' },
  snooze: { usage: 'snooze cissp', summary: 'Erinnerungen zu einer Zertifizierung pausieren' },
  lapse: { usage: 'lapse cissp', summary: 'Zertifizierung auslaufen lassen, ohne weitere Erinnerungen' },
  preferences: { usage: 'preferences', summary: 'deine Einstellungen: Erinnerungen, Sprache, Sichtbarkeit' },
  nudges: { usage: 'nudges', summary: 'gesendete und zurückgehaltene Erinnerungen' },
  access: { usage: 'access', summary: 'wer deine Einträge angesehen hat' },
  team: { usage: 'team Security', summary: 'für Teamleitungen: Teams, Mitglieder und Wochenübersicht' },
  risk: { usage: 'risk Security', summary: 'für Teamleitungen: Handlungsbedarf, nächste Frist zuerst' },
  digest: {
    usage: 'digest preview',
    summary: 'für Teamleitungen: Wochenübersicht; auch now, here, off, history',
  },
  people: { usage: 'people', summary: 'für Admins: Rollen, Abwesenheiten, ausgeschiedene Personen' },
  settings: { usage: 'settings', summary: 'für Admins: Sprache, Zeitzone, Toleranz, Grenzen und Namen' },
  remove: { usage: 'remove cissp', summary: 'irrtümlich hinzugefügte Zertifizierung entfernen' },
});

export const helpTopicWords = (): ReturnType<typeof HelpTopicWords> => ({
  records: 'Einträge',
  proof: 'Nachweise',
  certifications: 'Zertifizierungen',
  pace: 'Stand',
  opportunities: 'Angebote',
  reports: 'Berichte und Dateien',
  account: 'Konto und Nachrichten',
  teams: 'Teams und Wochenübersicht',
  workspace: 'Verwaltung',
});
