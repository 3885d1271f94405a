import type { exampleWords as ExampleWords } from '../../en/account/examples.ts';

export const exampleWords = (): ReturnType<typeof ExampleWords> => ({
  log: [
    ['log 90 Min. Webinar heute für cissp, cism', 'eine Aktivität für zwei Zertifizierungen'],
    [
      'log 90 Min. Webinar heute für cissp group a !!',
      'sofort in der genannten Kategorie speichern; ist etwas offen, erscheint das Formular',
    ],
    [
      'log 1h30 Podcast letzten Freitag für cisa',
      'Dauer: 90m, 1h30, 1,5 Std.; Datum: heute, letzten Freitag, 20. Nov., 2026-11-20',
    ],
    ['2h OWASP-Treffen gestern für cissp', 'auch eine Zeile, die mit einer Dauer beginnt, öffnet das Formular'],
    ['log', 'Formular; ein angefangenes wird wieder angeboten'],
    ['log new', 'leeres Formular'],
  ],
  history: [
    ['history cissp 2026 webinar', 'nach Zertifizierung, Jahr, Art und Stichwort filtern'],
    ['was habe ich im März eingetragen?', 'Einträge eines Monats'],
    ['history ohne Nachweis', 'Einträge ohne Nachweis'],
  ],
  show: [['show zero trust', 'Eintrag, dessen Titel diese Wörter enthält']],
  edit: [
    ['edit last', 'letzten Eintrag korrigieren'],
    ['edit cissp', 'Nummer und Zyklus korrigieren, Fragen zu den Regeln beantworten'],
    ['edit cissp --opening', 'Punkte eintragen, die du vor recert erworben hast'],
    ['edit cissp --cure', 'festhalten, wie eine verfehlte Anforderung ausgeglichen wurde'],
  ],
  delete: [['delete zero trust', 'Eintrag in den Papierkorb verschieben']],
  undo: [['undo', 'deine letzte Änderung der letzten zehn Minuten rückgängig machen']],
  debt: [['debt cissp', 'nur eine Zertifizierung']],
  attach: [['attach last', 'Nachweis für den letzten Eintrag: Datei, Link oder Notiz']],
  summary: [['summary last', 'Zusammenfassung schreiben, die manche Stellen verlangen']],
  ask: [['ask last', 'Nachricht an den Veranstalter zum Kopieren, oder Bestätigung durch die Teamleitung']],
  add: [['add security+', 'Kürzel und gängige Namen funktionieren']],
  remove: [['remove cissp', 'nur solange nichts dafür eingetragen ist']],
  pace: [
    ['pace cissp', 'alle Anforderungen einer Zertifizierung'],
    ['pace cissp und ccsp', 'einige deiner Zertifizierungen'],
    ['pace --on 2026-12-31', 'an einem anderen Tag'],
    ['liege ich bei cissp zurück?', 'als ganzer Satz'],
  ],
  why: [['why cissp', 'die Berechnung, Schritt für Schritt']],
  whatif: [
    ['whatif pause 2027-06..2027-09', 'Pause von mehreren Monaten'],
    [
      'whatif +16h RSA Conference on 2027-04-26 for cissp; +ccsp',
      'mehrere Änderungen auf einmal, durch Semikolon getrennt',
    ],
  ],
  plan: [
    ['plan 2h Webinar on 2027-02-01 for cissp', 'Aktivität vormerken; angerechnet wird sie erst nach dem Eintragen'],
  ],
  search: [
    [
      'suche cloud online diese Woche für ccsp',
      'Filter: kostenlos, online, live, diese Woche, am Freitag, unter 1 Stunde, für cissp',
    ],
    ['gibt es kostenlose Webinare zu Zero Trust?', 'als ganzer Satz'],
  ],
  next: [
    ['next 2h', 'was in zwei Stunden am meisten bringt'],
    ['next --team', 'für Teamleitungen: Angebote, die den meisten helfen, ohne Namen'],
  ],
  team: [
    ['team Security', 'Mitglieder, Leitung sowie Tag und Uhrzeit der Wochenübersicht'],
    ['team Security add Ana, Bo', 'Mitglieder hinzufügen (Admins)'],
    ['team Security remove Bo', 'Mitglieder entfernen (auch Teamleitungen)'],
    ['team Security lead Ana', 'Mitglied zur Leitung machen (Admins)'],
    ['team Security follow @secops', 'Team mit einer Slack-Nutzergruppe abgleichen'],
    ['team Security follow here', 'in einem Teams-Kanal: mit dem dortigen Team abgleichen'],
  ],
  digest: [
    ['digest preview Security', 'Vorschau, nur für dich'],
    ['digest here', 'jede Woche in diesem Kanal veröffentlichen'],
    ['digest now', 'Wochenübersicht jetzt veröffentlichen oder korrigieren'],
    ['digest off', 'abschalten'],
    ['digest history', 'was gesendet wurde und was unsicher ist'],
  ],
  report: [
    ['report mine', 'dein eigener Prüfbericht'],
    ['report mine --cert cissp', 'nur eine Zertifizierung'],
    ['report team Security --summary', 'kurzer Bericht für ein großes Team; die Tabelle nennt alle Einträge'],
    [
      'report team Security --as-of 2026-03-31',
      'ein Team, wie es an diesem Tag stand; für Teamleitungen und Auditoren',
    ],
  ],
  sheet: [['sheet team Security', 'für Teamleitungen: wer was gemeldet hat']],
  export: [
    ['export mine', 'alles über dich in einem Archiv, das ein anderes recert importieren kann'],
    ['export team Security', 'für Teamleitungen: Einträge eines Teams; alle Mitglieder sehen den Zugriff'],
  ],
  help: [
    ['hilfe eintragen', 'ein Befehl mit Beispielen'],
    ['hilfe einträge', 'die Befehle eines Themas'],
  ],
  link: [['link', 'zeigt einen Code für die andere Plattform']],
  erase: [['erase', 'fragt vorher nach einer Bestätigung']],
});
