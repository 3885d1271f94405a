import type { Basics } from '../../en/basics.ts';
import type { planWords as PlanWords, whatifWords as WhatifWords } from '../../en/pace/what-if.ts';

export const whatifWords = ({ date, days, span: range }: Basics): ReturnType<typeof WhatifWords> => ({
  title: 'Was wäre, wenn',
  which:
    'Was soll ich annehmen? Zum Beispiel: whatif +16h RSA Conference on 2027-04-26 for cissp; pause 2027-06..2027-09; +ccsp',
  unread: (text) =>
    `„${text}“ kann ich nicht lesen. Schreib +16h TITEL on 2027-04-26 for cissp, oder pause 2027-06..2027-09, oder +ccsp.`,
  notHeld: (short) => `${short} hast du nicht, dort ändert sich also nichts.`,
  noCredits: 'Keine deiner Zertifizierungen wird durch Punkte verlängert, es ändert sich also nichts.',
  before: (day) => `Ohne es, am ${date(day)}`,
  after: (day) => `Mit ihm, am ${date(day)}`,
  moved: (from, to, of, gained) =>
    `${from} → ${to} von ${of}${gained === 0 ? '' : `, ${days(Math.abs(gained))} ${gained > 0 ? 'gewonnen' : 'verloren'}`}`,
  pause: (from, until) => `nichts vom ${range(from, until)}`,
  afterPause: (day) => `Am ${date(day)}, wenn bis dahin nichts dazukommt`,
  needed: 'Nötig um die Pause herum',
  rates: (rate, around) => `${around} pro Woche statt ${rate}`,
  notPossible: (rate) => `keine Woche bleibt; ohne die Pause sind es ${rate} pro Woche`,
  asksFor: 'Verlangt werden',
  keep: 'Als Plan behalten',
  nothingWritten: 'Es wurde nichts gespeichert.',
});

export const planWords = ({ date }: Basics): ReturnType<typeof PlanWords> => ({
  title: 'Dein Plan',
  none: 'Nichts ist geplant. Schreib zum Beispiel „plan 16h RSA Conference on 2027-04-26 for cissp“, oder probier es zuerst mit „whatif“.',
  planned: 'Geplant',
  unread: (text) => `„${text}“ kann ich nicht lesen. Schreib es als „plan 16h RSA Conference on 2027-04-26 for cissp“.`,
  worthNothing: 'Nach seiner Dauer würde es für keine deiner Zertifizierungen zählen.',
  on: (day) => date(day),
  apart: 'Geplantes zählt erst, wenn es eingetragen ist.',
  done: 'Erledigt: eintragen',
  remove: 'Entfernen',
  removed: 'Aus deinem Plan entfernt',
  gone: 'Diesen Plan gibt es nicht mehr.',
});
